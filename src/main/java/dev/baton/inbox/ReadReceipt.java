package dev.baton.inbox;

import java.util.List;

/**
 * A note that a mail was opened, or thrown away unread (RFC 8098).
 *
 * @param read false if it was deleted without having been opened
 */
public record ReadReceipt(boolean read, List<String> about) implements MachineMail {

    public ReadReceipt {
        about = List.copyOf(about);
    }

    @Override
    public String reason() {
        return read ? "read" : "deleted-unread";
    }

    @Override
    public List<String> details() {
        return List.of();
    }
}
