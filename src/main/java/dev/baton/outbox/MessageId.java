package dev.baton.outbox;

import java.time.Instant;

/**
 * How mail programs know a mail (RFC 5322 §3.6.4).
 *
 * @param id with angle brackets
 * @param at when the mail was written
 */
public record MessageId(String id, Instant at) {

    /** A relay may refuse long References headers; the newest ids are the ones that clients thread by. */
    public static final int MOST_REFERRED_TO = 8;
}
