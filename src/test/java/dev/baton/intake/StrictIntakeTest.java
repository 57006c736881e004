package dev.baton.intake;

import org.springframework.test.context.TestPropertySource;

/** A Baton that believes one mail server only, and takes no first mails of strangers. */
@TestPropertySource(
        properties = {
            "baton.inbox.authserv-id=mx.example.com",
            "baton.intake.unknown-senders=quarantine",
            "baton.intake.per-hour=3"
        })
abstract class StrictIntakeTest extends IntakeTest {

    /** The header that the mail server writes, and what it says of a sender of this domain whom it knows. */
    static final String RESULTS = "Authentication-Results";

    static String provenFor(String domain) {
        return "mx.example.com; dmarc=pass header.from=" + domain;
    }
}
