package dev.baton.inbox;

/**
 * How much of one mail is read. What is over them stays in the raw mail, and a {@link Note} says so. The largest mail that
 * is taken at all is {@code baton.inbox.max-size}.
 *
 * @param parts leaves of the tree of parts, those of unpacked containers too
 * @param depth multiparts in multiparts
 * @param mailsInMails attached mails in attached mails whose files are listed
 * @param headers fields of the head
 * @param headerLength bytes of one field
 * @param head bytes of all fields of the head together
 * @param text characters of all bodies together; nobody reads a million, and the ledger's columns end there
 * @param unpacked bytes of a container ({@code winmail.dat}, signed S/MIME, attached mail) that is looked into
 */
record ReadingLimits(
        int parts, int depth, int mailsInMails, int headers, int headerLength, int head, int text, int unpacked) {

    static final ReadingLimits STANDARD =
            new ReadingLimits(2_000, 50, 5, 2_000, 100_000, 1_000_000, 1_000_000, 25 * 1024 * 1024);
}
