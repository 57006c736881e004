package dev.baton.benchmark;

import dev.baton.testkit.Dovecot;
import dev.baton.testkit.PostOffice;
import dev.baton.testkit.TestMail;
import java.util.LinkedHashMap;
import java.util.Map;

/** A company with an IMAP server as companies have one, somebody who takes what is sent, and a Baton in a JVM of its own. */
final class Company implements AutoCloseable {

    private static final String INTAKE = "requests@example.com";
    /** Below the limit of mails that one person may write within an hour. */
    private static final int MAILS_OF_ONE = 25;

    private final PostOffice office = PostOffice.opened();
    private final Dovecot intake = Dovecot.opened(INTAKE);
    private int written;

    /** Somebody writes a mail with a complete brief; it lies in the mailbox at once. */
    void writes() {
        written++;
        String sender = "person" + written / MAILS_OF_ONE + "@customer.example";
        intake.delivers(TestMail.from(sender)
                .to("requests+flyer@example.com")
                .about("Flyer " + written)
                .saying("Hello,\n\nplease draw us a flyer.\n\nWhat is it about?: Topic " + written
                        + "\nSize: A4\n\nThank you\n" + sender)
                .raw());
    }

    /** A Baton with the settings of production, the flyer as its only workflow, and this mail server. */
    Map<String, String> settings(Store store) {
        Map<String, String> settings = new LinkedHashMap<>(store.properties());
        settings.put("spring.main.banner-mode", "off");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", String.valueOf(office.smtpPort()));
        settings.put("baton.inbox.host", "127.0.0.1");
        settings.put("baton.inbox.port", String.valueOf(intake.port()));
        settings.put("baton.inbox.username", INTAKE);
        settings.put("baton.inbox.password", INTAKE);
        settings.put("baton.outbox.budget", "1000000");
        settings.put("baton.models", "src/test/resources/models/flyer");
        settings.put("baton.api.tokens.bench", "bench");
        return settings;
    }

    PostOffice office() {
        return office;
    }

    @Override
    public void close() {
        intake.close();
        office.close();
    }
}
