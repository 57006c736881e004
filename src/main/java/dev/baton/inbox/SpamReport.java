package dev.baton.inbox;

import dev.baton.shared.EmailAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail provider says that somebody called a mail of ours unwanted (RFC 5965, and the forms from before it).
 *
 * @param type the word of the report, {@code abuse} where it has none; {@code not-spam} takes a complaint back
 * @param reader who complained, if the report says so; many leave that out
 * @param seals what is proof that the provider had the mail in hand
 */
public record SpamReport(String type, @Nullable EmailAddress reader, List<String> about, List<String> seals)
        implements MachineMail {

    public SpamReport {
        about = List.copyOf(about);
        seals = List.copyOf(seals);
    }

    /** Whether somebody complains. */
    public boolean complains() {
        return !type.equals("not-spam");
    }

    @Override
    public String reason() {
        return complains() ? "spam-report" : "not-spam";
    }

    @Override
    public List<String> details() {
        return List.of(type);
    }
}
