package dev.baton.inbox;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program answers for a person (RFC 3834).
 *
 * @param vacation whether it says that the person is away; else it may be any answer that a program gives
 * @param lastDayAway the last day of it, if the text says so without doubt
 * @param sign what gave it away
 */
public record AutoReply(boolean vacation, @Nullable LocalDate lastDayAway, String sign, List<String> about)
        implements MachineMail {

    public AutoReply {
        about = List.copyOf(about);
    }

    @Override
    public String reason() {
        return vacation ? "vacation" : "automatic";
    }

    @Override
    public List<String> details() {
        return List.of(sign);
    }
}
