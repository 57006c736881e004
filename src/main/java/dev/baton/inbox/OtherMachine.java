package dev.baton.inbox;

import java.util.List;

/**
 * Written by a program for whatever reason.
 *
 * @param kind which program, as far as that can be told
 * @param sign what gave it away
 */
public record OtherMachine(Kind kind, String sign, List<String> about) implements MachineMail {

    public OtherMachine {
        about = List.copyOf(about);
    }

    /** What kind of program. */
    public enum Kind {
        /** A Baton, this one or another. */
        BATON("own-mail"),
        /** Says of itself that it is automatic. */
        AUTOMATIC("automatic"),
        /** A mail server. */
        SERVER("server"),
        /** Its envelope names nobody to answer (RFC 5321 §4.5.5). */
        NULL_SENDER("null-sender"),
        /** Its sender takes no answers. */
        NO_REPLY("no-reply"),
        /** Wants proof that a person wrote to the person it guards; until then that person does not see our mail. */
        CHALLENGE("challenge"),
        /** A report of another kind than those that we know. */
        REPORT("report");

        private final String reason;

        Kind(String reason) {
            this.reason = reason;
        }
    }

    @Override
    public String reason() {
        return kind.reason;
    }

    @Override
    public List<String> details() {
        return List.of(sign);
    }
}
