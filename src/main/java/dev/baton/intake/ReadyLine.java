package dev.baton.intake;

import dev.baton.inbox.InboxProperties;
import dev.baton.outbox.SendingCheck;
import dev.baton.shared.BatonProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The last lines of the log at the start: what is missing in the settings, and where to begin. */
@Component
@Profile("!embedded")
class ReadyLine {

    private static final Logger log = LoggerFactory.getLogger(ReadyLine.class);

    private final InboxProperties inbox;
    private final BatonProperties baton;
    private final SendingCheck sending;

    ReadyLine(InboxProperties inbox, BatonProperties baton, SendingCheck sending) {
        this.inbox = inbox;
        this.baton = baton;
        this.sending = sending;
    }

    @EventListener(ApplicationReadyEvent.class)
    void isReady() {
        if (!inbox.fetches()) {
            log.warn("No mailbox is named (baton.inbox.host): no mail is fetched, it comes by POST /api/inbound only");
        }
        if (!sending.configured()) {
            log.warn("No mail server is named (spring.mail.host): mails wait and nobody gets them");
        }
        log.info("Baton is ready: {}", baton.publicUrl());
    }
}
