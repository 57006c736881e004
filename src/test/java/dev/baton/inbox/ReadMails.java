package dev.baton.inbox;

import java.time.Instant;

/** Mails as the reader reads them. */
final class ReadMails {

    static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    private ReadMails() {}

    static ReceivedMail read(byte[] raw) {
        return MailReader.read(new StoredMail(1, raw, AT, raw.length, true, 0, null));
    }

    static ReceivedMail read(RawMail mail) {
        return read(mail.bytes());
    }
}
