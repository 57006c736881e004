package dev.baton.metrics.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import dev.baton.models.Workflows;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.Postman;
import dev.baton.outbox.Weekly;
import dev.baton.requests.Blockers;
import dev.baton.requests.NewRequest;
import dev.baton.requests.RequestFilter;
import dev.baton.requests.RequestState;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.OnPostgres;
import dev.baton.testkit.PostOffice;
import dev.baton.testkit.SettableClock;
import dev.baton.testkit.SignInLink;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Who gets the weekly mail, when, and what it says: through a mail server, with the calendar in the test's hands. */
@BatonTest
@TestPropertySource(
        properties = {
            "baton.models=src/test/resources/models/poster",
            "baton.people=people.yaml",
            "baton.outbox.sending=false"
        })
abstract class WeeklyMailContract {

    private static final PostOffice OFFICE = PostOffice.opened();
    private static final EmailAddress PETRA = EmailAddress.of("petra@customer.example");
    private static final EmailAddress NADIA = EmailAddress.of("nadia@example.com");
    private static final EmailAddress PRIYA = EmailAddress.of("priya@example.com");
    private static final Duration UNTIL_IT_RUNS_AGAIN = Duration.ofMinutes(6);

    /** 09:00 in Berlin on no holiday; each test has one of its own. */
    private static ZonedDateTime ownMonday = ZonedDateTime.parse("2026-02-16T09:00+01:00[Europe/Berlin]");

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        OFFICE.takesOutgoing(properties);
    }

    @LocalServerPort
    int port;

    @Autowired
    Requests requests;

    @Autowired
    Workflows workflows;

    @Autowired
    Blockers blockers;

    @Autowired
    Outbox outbox;

    @Autowired
    Postman postman;

    @Autowired
    Weekly weekly;

    @Autowired
    WeeklyMails mails;

    @Autowired
    RecurringTask<Void> metricsWeeklyMail;

    @Autowired
    ManualScheduler scheduler;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private Instant monday = ownMonday.toInstant();
    private RequestRef late;

    /** A request of three weeks ago that is late by now, and one of Friday that waits for Priya. */
    @BeforeEach
    void threeWeeksOfWork() {
        requests.list(new RequestFilter(RequestState.OPEN, null, null, null, null), null, 200)
                .items()
                .forEach(left -> requests.close(left.ref(), NADIA, "Left over by another test"));
        ownMonday = ownMonday.plusWeeks(4);
        monday = ownMonday.toInstant();
        clock.set(monday.minus(Duration.ofDays(21)));
        late = open("Open day");
        clock.set(monday.minus(Duration.ofDays(3)));
        RequestRef waits = open("Spring fair");
        blockers.raise(waits, null, PRIYA.value(), "Which logo?", NADIA);
        clock.set(monday.minus(Duration.ofMinutes(5)));
        Stream.of("outbox_weekly", "outbox_weekly_stopped")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        postman.deliverDue();
        OFFICE.empty();
    }

    private RequestRef open(String title) {
        return requests.open(NewRequest.of(workflows.byKey("poster").orElseThrow(), title, PETRA, "Petra Klein"))
                .ref();
    }

    private List<MimeMessage> delivered(EmailAddress reader) {
        scheduler.schedule(metricsWeeklyMail.instance(RecurringTask.INSTANCE), clock.instant());
        scheduler.runAnyDueExecutions();
        clock.jump(UNTIL_IT_RUNS_AGAIN);
        postman.deliverDue();
        return OFFICE.mailsTo(reader.value()).stream()
                .filter(mail -> header(mail, "Subject").contains("the week from"))
                .toList();
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, null);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void onMondayMorningLeadersAndOwnersGetItOnce() {
        assertThat(delivered(PRIYA)).as("before the working week").isEmpty();

        clock.set(monday);
        assertThat(delivered(PRIYA)).hasSize(1);
        assertThat(delivered(NADIA)).as("she owns posters").hasSize(1);
        assertThat(delivered(EmailAddress.of("oliver@example.com")))
                .as("he owns nothing here, so there is nothing to tell")
                .isEmpty();
        assertThat(delivered(EmailAddress.of("ines@example.com"))).isEmpty();
        clock.set(ownMonday.plusDays(1).toInstant());
        assertThat(delivered(PRIYA)).hasSize(1);
        clock.set(ownMonday.plusWeeks(1).toInstant());
        assertThat(delivered(PRIYA)).hasSize(2);
    }

    @Test
    void missedMondaysAreMadeUpForOnceAndAtWork() {
        clock.set(monday);
        assertThat(delivered(PRIYA)).hasSize(1);
        clock.set(ownMonday.plusDays(19).toInstant());
        assertThat(delivered(PRIYA)).as("a Saturday").hasSize(1);
        clock.set(ownMonday.plusDays(23).toInstant());
        assertThat(delivered(PRIYA)).as("a Wednesday, after two Mondays").hasSize(2);
        assertThat(delivered(PRIYA)).hasSize(2);
    }

    @Test
    void itSaysWhatIsAtRiskWhatNeedsADecisionAndWhatChanged() throws Exception {
        clock.set(monday);
        MimeMessage mail = delivered(PRIYA).get(0);

        assertThat(mail.getSubject()).startsWith("1 late, 1 blocked: the week from Mon ");
        String text = part(mail, "text/plain");
        assertThat(text)
                .startsWith("2 requests are open: one late, one blocked.")
                .contains(late + " Open day: http")
                .contains("It waits on you since", "Which logo?")
                .contains("Reliability", "Late work", "Review time", "Clear requests", "Informed requesters")
                .contains("too few to compare with the four weeks before")
                .contains("You get this mail because you lead.");
        assertThat(part(mail, "text/html")).contains("cid:", "the last week.");
        assertThat(parts(mail)).anyMatch(type -> type.startsWith("image/png"));
        assertThat(header(mail, "List-Unsubscribe")).contains("/weekly/unsubscribe>");
        assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    }

    @Test
    void aNumberLeadsToItsRowsAsTheyWereWhenTheWeekBegan() throws Exception {
        clock.set(monday);
        String text = part(delivered(PRIYA).get(0), "text/plain");
        Matcher link =
                Pattern.compile("http://[^/]+(/dashboard/intake-clarity\\S+)").matcher(text);
        assertThat(link.find()).isTrue();

        Answer rows = signedIn(PRIYA).opens(link.group(1));

        assertThat(rows.status()).isEqualTo(200);
        assertThat(text).contains("2 of 2");
        assertThat(rows.page().select("main").text()).contains("2 of 2 requests");
    }

    @Test
    void whoeverStopsItGetsNoneUntilTheyWantItAgain() {
        clock.set(monday);
        String unsubscribe = header(delivered(PRIYA).get(0), "List-Unsubscribe");
        Matcher path = Pattern.compile("<https?://[^/]+(/q/[^>]+)/unsubscribe>").matcher(unsubscribe);
        assertThat(path.matches()).isTrue();
        Visitor program = Visitor.of(port);

        assertThat(program.opens(path.group(1) + "/unsubscribe").heading()).isEqualTo("The weekly mail");
        assertThat(weekly.isWanted(PRIYA)).as("looking decides nothing").isTrue();
        assertThat(program.send(program.request(path.group(1) + "/unsubscribe")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")))
                        .status())
                .isEqualTo(200);

        clock.set(ownMonday.plusWeeks(1).toInstant());
        assertThat(delivered(PRIYA)).hasSize(1);
        Answer page = program.opens(path.group(1));
        assertThat(program.presses("Send it again", page)
                        .page()
                        .select("[role=status]")
                        .text())
                .contains("goes to priya@example.com");
        assertThat(delivered(PRIYA)).hasSize(2);
        Answer stopped = program.presses("Stop the weekly mail", program.opens(path.group(1)));
        assertThat(stopped.page().select("[role=status]").text()).contains("does not go to priya@example.com");
    }

    @Test
    void twoNodesAtOnceSendOne() throws Exception {
        clock.set(monday);
        List<Callable<Void>> nodes = new ArrayList<>();
        for (int node = 0; node < 4; node++) {
            nodes.add(() -> {
                mails.sendDue();
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        try {
            for (Future<Void> done : threads.invokeAll(nodes)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(delivered(PRIYA)).hasSize(1);
        assertThat(delivered(NADIA)).hasSize(1);
    }

    @Test
    void thePageShowsItAndSendsItAtOnce() {
        Visitor leader = signedIn(PRIYA);
        Answer page = leader.opens("/dashboard/weekly");

        assertThat(page.page().select("article").text())
                .contains("2 requests are open: one late, one blocked.", "Open day", "Reliability");
        Answer sent = leader.presses("Send it to me now", page);
        assertThat(sent.page().select("[role=status]").text()).isEqualTo("It is on its way to priya@example.com.");
        assertThat(delivered(PRIYA)).hasSize(1);
        clock.set(monday);
        assertThat(delivered(PRIYA)).as("and on Monday as always").hasSize(2);
        assertThat(signedIn(EmailAddress.of("ines@example.com"))
                        .opens("/dashboard/weekly")
                        .status())
                .isEqualTo(403);
    }

    private Visitor signedIn(EmailAddress address) {
        return Visitor.of(port).signsIn(address.value(), () -> SignInLink.of(address.value(), jdbc));
    }

    private static String part(MimeMessage mail, String type) throws MessagingException, IOException {
        return new String(find(mail.getContent(), type), StandardCharsets.UTF_8);
    }

    private static byte[] find(Object content, String type) throws MessagingException, IOException {
        Multipart all = (Multipart) content;
        for (int i = 0; i < all.getCount(); i++) {
            BodyPart part = all.getBodyPart(i);
            if (part.isMimeType(type)) {
                try (InputStream bytes = part.getInputStream()) {
                    return bytes.readAllBytes();
                }
            }
            if (part.isMimeType("multipart/*")) {
                return find(part.getContent(), type);
            }
        }
        throw new IllegalStateException("No part of type " + type);
    }

    private static List<String> parts(MimeMessage mail) throws MessagingException, IOException {
        List<String> types = new ArrayList<>();
        types((Multipart) mail.getContent(), types);
        return types;
    }

    private static void types(Multipart all, List<String> types) throws MessagingException, IOException {
        for (int i = 0; i < all.getCount(); i++) {
            BodyPart part = all.getBodyPart(i);
            types.add(part.getContentType());
            if (part.isMimeType("multipart/*")) {
                types((Multipart) part.getContent(), types);
            }
        }
    }
}

class WeeklyMailOnH2Test extends WeeklyMailContract {}

@OnPostgres
class WeeklyMailOnPostgresTest extends WeeklyMailContract {}
