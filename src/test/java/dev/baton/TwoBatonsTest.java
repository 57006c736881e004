package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

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

        static Baton started(String address, PostOffice office, Map<String, String> mailbox) {
            Map<String, String> settings = new TreeMap<>(Databases.h2());
            settings.putAll(mailbox);
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

        /** Whether it has fetched all that lies in its mailbox. */
        boolean hasAll(PostOffice office) {
            int fetched = context.getBean(JdbcClient.class)
                    .sql("select count(*) from ledger")
                    .query(Integer.class)
                    .single();
            return fetched == office.count(address);
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
        one = Baton.started("requests@one.example", office, Map.of());
        other = Baton.started("requests@other.example", office, Map.of());
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

    /** Over SMTP and IMAP as in life, with answers to where people's mail programs send them. */
    @Test
    void withMailboxesOfTheirOwnTheyFallSilentToo() throws Exception {
        PostOffice post = PostOffice.opened();
        List<Baton> both = Stream.of("requests@north.example", "requests@south.example")
                .map(address -> Baton.started(address, post, post.properties(address)))
                .toList();
        String north = both.get(0).address();
        String south = both.get(1).address();
        Correspondent.of(south, post.smtpPort(), post.imapPort()).writes(north, "Summer poster", "Please make one.");
        Map<String, Integer> pairs = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        List<MimeMessage> delivered = unseen(post, seen);
        while (!delivered.isEmpty()) {
            assertThat(seen).as("still writing: " + pairs).hasSizeLessThan(20 * MOST);
            for (MimeMessage mail : delivered) {
                String writer = mailbox(address(mail.getFrom()));
                String reader = address(mail.getAllRecipients());
                pairs.merge(pair(writer, mailbox(reader)), 1, Integer::sum);
                if (!List.of(north, south).contains(mailbox(reader))) {
                    Correspondent.of(reader, post.smtpPort(), post.imapPort())
                            .writes(
                                    address(mail.getReplyTo()),
                                    "Thank you for your message",
                                    "I read mail on Fridays.");
                }
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> both.stream().allMatch(baton -> baton.hasAll(post)));
            both.forEach(Baton::works);
            delivered = unseen(post, seen);
        }
        both.forEach(baton -> baton.context().close());
        post.close();

        System.out.println("Two Batons over IMAP: " + pairs);
        assertThat(pairs).containsKey(pair(north, south));
        assertThat(pairs).allSatisfy((who, mails) -> assertThat(mails).as(who).isLessThanOrEqualTo(MOST));
    }

    private static List<MimeMessage> unseen(PostOffice post, Set<String> seen) throws MessagingException {
        List<MimeMessage> unseen = new ArrayList<>();
        for (MimeMessage mail : post.mails()) {
            if (seen.add(mail.getMessageID())) {
                unseen.add(mail);
            }
        }
        return unseen;
    }

    private static String pair(String one, String other) {
        return Stream.of(one, other).sorted().collect(Collectors.joining(" and "));
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
                pairs.merge(pair(writer, reader), 1, Integer::sum);
                written.merge(writer + " to " + reader, 1, Integer::sum);
                deliver(mail, way, to);
            }
            one.works();
            other.works();
            delivered = office.mails();
        }
        System.out.println("Two Batons, lost on the way: " + way + ", answers to " + to + ": " + pairs);
        assertThat(pairs.getOrDefault(pair(one.address(), other.address()), 0))
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
