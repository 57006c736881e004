package dev.baton.intake.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.inbox.Arrival;
import dev.baton.inbox.DoctorsCode;
import dev.baton.inbox.DoctorsCode.Way;
import dev.baton.inbox.DoctorsMail;
import dev.baton.inbox.Ledger;
import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerFilter;
import dev.baton.inbox.LedgerProcessing;
import dev.baton.inbox.LedgerState;
import dev.baton.inbox.MailboxFinding;
import dev.baton.intake.doctor.Finding.Level;
import dev.baton.outbox.SentCheck;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.Browser;
import dev.baton.testkit.PostOffice;
import dev.baton.testkit.SettableClock;
import dev.baton.testkit.SignInLink;
import dev.baton.testkit.TestMail;
import dev.baton.testkit.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the doctor finds out and says, whatever database is below. */
@BatonTest
abstract class DoctorContract {

    private static final String INTAKE = "requests@example.com";
    private static final PostOffice OFFICE = PostOffice.opened();
    private static final Path PICTURES = Path.of("target", "pictures");

    @Autowired
    Doctor doctor;

    @Autowired
    Examinations examinations;

    @Autowired
    Diagnosis diagnosis;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerProcessing processing;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        OFFICE.properties(INTAKE).forEach((name, value) -> properties.add(name, () -> value));
        properties.add("baton.outbox.sending", () -> false);
    }

    @BeforeEach
    void empty() {
        jdbc.sql("delete from doctor_fact").update();
        jdbc.sql("delete from doctor_examination").update();
    }

    private Examination now(long id) {
        return examinations.find(id).orElseThrow();
    }

    private Map<String, Level> levels(Examination examination) {
        return diagnosis.of(examination).stream()
                .collect(Collectors.toMap(Finding::topic, Finding::level, (first, second) -> second));
    }

    private String says(Examination examination) {
        return diagnosis.of(examination).stream()
                .map(finding -> finding.says() + " " + finding.advice())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void bothMailsArriveAndNothingFollowsFromThem() {
        long id = doctor.begin();
        assertThat(now(id).waitsAt(clock.instant())).isTrue();

        doctor.examine(id);
        await().atMost(Duration.ofSeconds(90)).until(() -> {
            processing.processDue();
            return !now(id).waitsAt(clock.instant());
        });

        assertThat(levels(now(id)))
                .containsEntry("Sending", Level.FINE)
                .containsEntry("Encryption of sending", Level.FINE)
                .containsEntry("Delivery", Level.FINE)
                .containsEntry("Plus-addresses", Level.FINE)
                .containsEntry("Message-ID", Level.FINE)
                .containsEntry("Who checks senders", Level.WATCH)
                .containsEntry("DMARC", Level.WATCH)
                .containsEntry("Mailbox", Level.FINE)
                .containsEntry("New mail at once", Level.FINE)
                .doesNotContainValue(Level.WRONG);
        List<LedgerEntry> entries = ledger.list(LedgerFilter.all(), 0, 10).items().stream()
                .filter(entry -> String.valueOf(entry.reason()).contains("(examination " + id + " "))
                .toList();
        assertThat(entries).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.state()).isEqualTo(LedgerState.IGNORED);
            assertThat(entry.subject()).startsWith("Baton looks how mail fares");
        });
    }

    @Test
    void nobodyElseCanWriteInTheDoctorsName() {
        long id = doctor.begin();
        ledger.accept(
                TestMail.from("Mallory <mallory@evil.example>")
                        .to("requests+doctor." + id + "p-0123456789abcdef0123@example.com")
                        .about("Baton looks how mail fares")
                        .saying("Please open this as a request.")
                        .with(DoctorsCode.HEADER, id + "a-0123456789abcdef0123")
                        .raw(),
                Arrival.posted(clock.instant()));
        processing.processDue();

        assertThat(now(id).arrived()).isEmpty();
        assertThat(now(id).arrivedTagged()).isEmpty();
        assertThat(ledger.list(LedgerFilter.all(), 0, 1).items().get(0).state()).isNotEqualTo(LedgerState.IGNORED);
    }

    @Test
    void whatDoesNotComeWithinFiveMinutesIsWrong() {
        long id = doctor.begin();
        examinations.sent(id, Way.ADDRESS, sent("<one@example.com>", null));
        examinations.sent(id, Way.PLUS, sent("<two@example.com>", null));
        assertThat(levels(now(id)))
                .containsEntry("Delivery", Level.WAITING)
                .containsEntry("Plus-addresses", Level.WAITING);

        clock.jump(Duration.ofMinutes(5));

        assertThat(now(id).waitsAt(clock.instant())).isFalse();
        assertThat(levels(now(id))).containsEntry("Delivery", Level.WRONG).containsEntry("Plus-addresses", Level.WRONG);
        assertThat(says(now(id))).contains("Switch on plus-addressing.");
    }

    @Test
    void whatARelayDoesToTheMailIsSaidWithWhatToDo() {
        long id = doctor.begin();
        examinations.sent(
                id, Way.ADDRESS, sent("<one@example.com>", clock.instant().plus(Duration.ofDays(3))));
        clock.jump(Duration.ofSeconds(90));
        examinations.arrived(new DoctorsMail(
                new DoctorsCode(id, Way.ADDRESS),
                clock.instant(),
                "<0100@email.relay.example>",
                clock.instant().plus(Duration.ofMinutes(7)),
                "mx.example.com",
                Map.of("spf", "pass", "dkim", "none", "dmarc", "fail")));
        MailboxFinding old = new MailboxFinding(
                "first", "requests@example.com@imap/INBOX", null, false, false, null, false, false, 12, 10, 1);
        MailboxFinding gone = new MailboxFinding(
                "more", "more@example.com@imap/INBOX", "No.", false, false, null, false, false, 0, 0, 0);
        examinations.opened(id, List.of(old, gone), new Examinations.Circumstances(true, "other.example.com", 2));

        assertThat(levels(now(id)))
                .containsEntry("Delivery", Level.WATCH)
                .containsEntry("Encryption of sending", Level.WATCH)
                .containsEntry("Message-ID", Level.WATCH)
                .containsEntry("Who checks senders", Level.WATCH)
                .containsEntry("SPF", Level.FINE)
                .containsEntry("DKIM", Level.WATCH)
                .containsEntry("Clocks", Level.WATCH)
                .containsEntry("Encryption of fetching", Level.WATCH)
                .containsEntry("Old mail", Level.WATCH)
                .containsEntry("Marks in the mailbox", Level.WATCH)
                .containsEntry("Mailbox", Level.WRONG)
                .containsEntry("Ledger", Level.WRONG);
        assertThat(says(now(id)))
                .contains("replaced <one@example.com> by <0100@email.relay.example>")
                .contains("differ by 420 seconds")
                .contains("10 messages were there before Baton")
                .contains("the certificate ends on Thursday 5 March")
                .doesNotContain("{0}", "''");
    }

    @Test
    void onlyAnAdminBeginsAnExaminationAndSeesItsReport() {
        Visitor stranger = Visitor.of(port);
        assertThat(stranger.opens("/doctor").heading()).isEqualTo("Sign in");

        try (Browser browser = Browser.at(port)) {
            browser.open("/sign-in")
                    .fill("Your mail address", "admin@example.com")
                    .click("Send me a link");
            browser.open(SignInLink.of("admin@example.com", jdbc)).click("Sign in");
            browser.open("/doctor").readsWellEverywhere();
            assertThat(browser.text()).contains("No examination yet.");
            assertThat(examinations.latest()).isEmpty();

            browser.open("/doctor").click("Examine mail now");
            assertThat(browser.text()).contains("Still looking.");
            doctor.examine(examinations.latest().orElseThrow().id());
            await().atMost(Duration.ofSeconds(90)).until(() -> {
                processing.processDue();
                return browser.text().contains("A mail to the address with a plus-tag arrived.");
            });
            browser.open("/doctor").pictures(PICTURES, "doctor").readsWellEverywhere();
        }
    }

    private SentCheck sent(String messageId, Instant certificateEnds) {
        return new SentCheck(
                messageId, clock.instant(), "250 ok", null, certificateEnds != null, false, certificateEnds);
    }

    @Test
    void anExaminationThatNobodyBeganTakesNoMail() {
        examinations.arrived(
                new DoctorsMail(new DoctorsCode(4711, Way.ADDRESS), clock.instant(), null, null, null, Map.of()));

        assertThat(examinations.latest()).isEqualTo(Optional.empty());
    }
}
