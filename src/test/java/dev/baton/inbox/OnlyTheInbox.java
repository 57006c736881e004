package dev.baton.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.util.unit.DataSize;

/** The inbox and nothing above it; what intake does is played by {@link Desk}. */
@EnableAutoConfiguration
@ComponentScan({"dev.baton.inbox", "dev.baton.shared"})
@ConfigurationPropertiesScan({"dev.baton.inbox", "dev.baton.shared"})
class OnlyTheInbox {

    /** A bean of this slice alone: as a component it would be found by the whole application too. */
    @Bean
    Desk desk() {
        return new Desk();
    }

    @Bean
    Alarms alarms() {
        return new Alarms();
    }

    /** The INBOX of this address on this machine, whose password is the address; listened to, and polled this often. */
    static InboxProperties inboxOf(String address, int port, Duration poll, DataSize largest) {
        return new InboxProperties(
                "127.0.0.1",
                port,
                "imap",
                address,
                address,
                "INBOX",
                null,
                null,
                "true",
                Map.of(),
                true,
                poll,
                largest,
                0,
                Duration.ofSeconds(15));
    }

    /** A connection to its only mailbox. */
    static MailServer server(InboxProperties properties) {
        return new MailServer(properties.allMailboxes().get(0), properties.patience(), null, null);
    }

    /** Notes what it is given, and does with it what the test says. */
    static class Desk implements MailHandler {

        final List<ReceivedMail> mails = new CopyOnWriteArrayList<>();
        private Function<ReceivedMail, Disposition> decision = Desk::ignore;

        void decides(Function<ReceivedMail, Disposition> next) {
            decision = next;
        }

        void clear() {
            mails.clear();
            decision = Desk::ignore;
        }

        List<String> subjects() {
            return new ArrayList<>(mails.stream().map(ReceivedMail::subject).toList());
        }

        Optional<ReceivedMail> about(String subject) {
            return mails.stream().filter(mail -> mail.subject().equals(subject)).findFirst();
        }

        private static Disposition ignore(ReceivedMail mail) {
            return new Disposition.Ignored("The desk has seen it");
        }

        @Override
        public Disposition handle(ReceivedMail mail) {
            Disposition made = decision.apply(mail);
            mails.add(mail);
            return made;
        }
    }
}
