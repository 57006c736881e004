package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inbox.Arrival;
import dev.baton.inbox.Ledger;
import dev.baton.inbox.LedgerProcessing;
import dev.baton.outbox.Postman;
import dev.baton.testkit.Correspondent;
import dev.baton.testkit.Databases;
import dev.baton.testkit.PostOffice;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Two Batons whose intake addresses write to each other, while everybody else's mailbox answers every mail in the same
 * words, with nothing that marks it as automatic and without references. One mail starts it. The two are silent within ten
 * mails, both ways counted, and so is each of them and anybody else. Where the way takes all marks off, a Baton's mails open
 * requests; then some of the mails to people are tasks, which are not held back, and ten go each way at most.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoBatonsTest {

    private static final int MOST = 10;
    private static final int ROUNDS = 60;

    /** What is lost on the way between any two mailboxes. */
    enum Way {
        NOTHING,
        MARKS,
        MARKS_AND_THREAD {
            @Override
            void change(MimeMessage mail) throws MessagingException {
                MARKS.change(mail);
                for (String name : List.of("X-Auto-Response-Suppress", "In-Reply-To", "References")) {
                    mail.removeHeader(name);
                }
                mail.setHeader("Message-ID", "<" + UUID.randomUUID() + "@relay.example>");
            }
        };

        void change(MimeMessage mail) throws MessagingException {
            if (this == MARKS) {
                mail.removeHeader("X-Baton");
                mail.removeHeader("Auto-Submitted");
            }
        }
    }

    /** Where answers of people's mailboxes go. */
    enum AnswersTo {
        REPLY_TO,
        FROM
    }

    private record Baton(String address, ConfigurableApplicationContext context) {

        static Baton started(String address, PostOffice office) {
            Map<String, String> settings = new TreeMap<>(Databases.h2());
            settings.put("server.port", "0");
            settings.put("baton.address", address);
            settings.put("spring.mail.host", "127.0.0.1");
            settings.put("spring.mail.port", String.valueOf(office.smtpPort()));
            settings.put("baton.outbox.sending", "false");
            settings.put("baton.inbox.workers", "0");
            settings.put("baton.engine.job-executor", "false");
            settings.put("db-scheduler.enabled", "false");
            settings.put("logging.level.root", "warn");
            settings.put("spring.main.banner-mode", "off");
            String[] arguments = settings.entrySet().stream()
                    .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                    .toArray(String[]::new);
            return new Baton(address, new SpringApplicationBuilder(BatonApplication.class).run(arguments));
        }

        Ledger ledger() {
            return context.getBean(Ledger.class);
        }

        void takes(byte[] mail) {
            ledger().accept(mail, Arrival.posted(context.getBean(Clock.class).instant()));
        }

        void works() {
            context.getBean(LedgerProcessing.class).processDue();
            context.getBean(Postman.class).deliverDue();
        }
    }

    private final PostOffice office = PostOffice.opened();
    private Baton one;
    private Baton other;

    @BeforeAll
    void start() {
        one = Baton.started("requests@one.example", office);
        other = Baton.started("requests@other.example", office);
    }

    @AfterAll
    void stop() {
        one.context().close();
        other.context().close();
        office.close();
    }

    @BeforeEach
    void empty() {
        office.empty();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whateverTheWayTakesOffTheyFallSilent(Way way) throws Exception {
        for (AnswersTo to : AnswersTo.values()) {
            String subject = "Spring poster " + way + " " + to;
            person(other.address()).writes(one.address(), subject, "Please make one. " + subject);
            silentWithinTen(way, to);
        }
    }

    private void silentWithinTen(Way way, AnswersTo to) throws MessagingException, IOException {
        Map<String, Integer> pairs = new TreeMap<>();
        Map<String, Integer> written = new TreeMap<>();
        int rounds = 0;
        List<MimeMessage> delivered = office.mails();
        while (!delivered.isEmpty()) {
            assertThat(++rounds).as("still writing: " + pairs).isLessThan(ROUNDS);
            List<MimeMessage> now = new ArrayList<>(delivered);
            office.empty();
            for (MimeMessage mail : now) {
                String writer = mailbox(address(mail.getFrom()));
                String reader = mailbox(address(mail.getAllRecipients()));
                pairs.merge(Stream.of(writer, reader).sorted().collect(Collectors.joining(" and ")), 1, Integer::sum);
                written.merge(writer + " to " + reader, 1, Integer::sum);
                deliver(mail, way, to);
            }
            one.works();
            other.works();
            delivered = office.mails();
        }
        System.out.println("Two Batons, lost on the way: " + way + ", answers to " + to + ": " + pairs);
        assertThat(pairs.getOrDefault(one.address() + " and " + other.address(), 0))
                .as("between the two")
                .isLessThanOrEqualTo(MOST);
        assertThat(way == Way.MARKS_AND_THREAD ? written : pairs)
                .allSatisfy((who, mails) -> assertThat(mails).as(who).isLessThanOrEqualTo(MOST));
    }

    private void deliver(MimeMessage mail, Way way, AnswersTo to) throws MessagingException, IOException {
        String reader = address(mail.getAllRecipients());
        MimeMessage changed = new MimeMessage(mail);
        way.change(changed);
        if (mailbox(reader).equals(one.address())) {
            one.takes(bytes(changed));
        } else if (mailbox(reader).equals(other.address())) {
            other.takes(bytes(changed));
        } else {
            Address[] asked = to == AnswersTo.REPLY_TO ? mail.getReplyTo() : mail.getFrom();
            person(reader)
                    .writes(address(asked), "Thank you for your message", "I read mail twice a week. " + way + to);
        }
    }

    private Correspondent person(String address) {
        return Correspondent.of(address, office.smtpPort(), office.imapPort());
    }

    private static byte[] bytes(MimeMessage mail) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toByteArray();
    }

    private static String address(Address[] addresses) {
        return ((InternetAddress) addresses[0]).getAddress();
    }

    private static String mailbox(String address) {
        return address.replaceFirst("\\+[^@]*", "");
    }
}
