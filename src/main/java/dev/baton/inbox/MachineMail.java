package dev.baton.inbox;

import java.util.List;

/**
 * What a machine wrote. It is recorded at the request and the person it concerns; it is never answered and never a
 * decision (RFC 3834 §2).
 */
public sealed interface MachineMail permits AutoReply, DeliveryReport, ListMail, OtherMachine, ReadReceipt, SpamReport {

    /** Which sentence of {@code messages/inbox.properties} says what it is. */
    String reason();

    /** What that sentence names. */
    List<String> details();

    /** Message-IDs, with angle brackets, of the mails it may be about, the surest first; empty if it names none. */
    List<String> about();

    /** What the returned mail bears in {@code X-Baton-Seal}, so that it can be told whether it is a mail of ours that came back. */
    default List<String> seals() {
        return List.of();
    }
}
