package dev.baton.inbox;

import java.util.List;

/**
 * Sent to a mailing list that we happen to be on (RFC 2919, RFC 2369).
 *
 * @param list what the mail says of the list
 */
public record ListMail(String list) implements MachineMail {

    @Override
    public String reason() {
        return "list";
    }

    @Override
    public List<String> details() {
        return List.of(list);
    }

    @Override
    public List<String> about() {
        return List.of();
    }
}
