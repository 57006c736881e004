package dev.baton.metrics.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.models.Workflows;
import dev.baton.outbox.Outbox;
import dev.baton.requests.Blockers;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Promises;
import dev.baton.requests.RequestFilter;
import dev.baton.requests.RequestState;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.Task;
import dev.baton.tasks.Tasks;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.OnPostgres;
import dev.baton.testkit.SettableClock;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Calendars as a program reads them, with nothing but their address. */
@BatonTest
@TestPropertySource(
        properties = {
            "baton.models=src/test/resources/models/poster",
            "baton.people=people.yaml",
            "baton.api.tokens.tests=the-token",
            "baton.outbox.sending=false"
        })
abstract class CalendarsContract {

    private static final EmailAddress PETRA = EmailAddress.of("petra@customer.example");
    private static final EmailAddress NADIA = EmailAddress.of("nadia@example.com");

    /** The Wednesday before clocks go forward in Berlin. */
    private static final Instant WEDNESDAY = Instant.parse("2020-03-25T08:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Requests requests;

    @Autowired
    Workflows workflows;

    @Autowired
    Promises promises;

    @Autowired
    Blockers blockers;

    @Autowired
    Tasks tasks;

    @Autowired
    CalendarAddresses addresses;

    @Autowired
    Outbox outbox;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothingIsOpen() {
        clock.set(WEDNESDAY);
        closeAll();
    }

    @AfterEach
    void closeAll() {
        jdbc.sql("delete from calendar_code").update();
        requests.list(new RequestFilter(RequestState.OPEN, null, null, null, null), null, 200)
                .items()
                .forEach(left -> requests.close(left.ref(), NADIA, "Left over by a test"));
    }

    @Test
    void aPersonMakesAddressesThatAProgramReadsWithoutSigningIn() throws Exception {
        RequestRef ref = open("Spring fair", "Fairs");
        promise(ref, "2020-03-27T16:00:00Z");
        Visitor nadia = signedIn("nadia@example.com");
        Answer none = nadia.opens("/my/calendars");
        assertThat(none.page().select("input[readonly]")).isEmpty();

        String address = ownAddress(nadia.presses("Make my addresses", none, Map.of()));
        Answer file = Visitor.of(port).opens(address);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(file.header("Cache-Control")).contains("private").contains("max-age=900");
        assertThat(file.header("Set-Cookie")).isEmpty();
        assertThat(address).doesNotContain("nadia");
        VEvent delivery = delivery(read(file), ref);
        assertThat(value(delivery, "SUMMARY")).isEqualTo("[" + ref + "] Delivery: Spring fair");
        assertThat(value(delivery, "URL")).endsWith("/requests/" + ref);
        assertThat(Visitor.of(port).peeks(address).status()).isEqualTo(200);
    }

    @Test
    void datesStandInTheReadersZoneBeforeAndAfterClocksGoForward() throws Exception {
        RequestRef before = open("Before", null);
        RequestRef after = open("After", null);
        RequestRef allDay = open("All day", null);
        promise(before, "2020-03-27T16:00:00Z");
        promise(after, "2020-03-30T15:00:00Z");
        promise(allDay, "2020-03-29T22:00:00Z");

        Answer file = read(NADIA, CalendarOf.OWN);
        Calendar calendar = read(file);

        assertThat(file.body()).contains("DTSTART;TZID=Europe/Berlin:20200327T170000");
        assertThat(file.body()).contains("DTSTART;TZID=Europe/Berlin:20200330T170000");
        assertThat(file.body()).contains("DTSTART;VALUE=DATE:20200329");
        assertThat(calendar.getComponents("VTIMEZONE")).hasSize(1);
        assertThat(begin(delivery(calendar, before))).isEqualTo(Instant.parse("2020-03-27T16:00:00Z"));
        assertThat(begin(delivery(calendar, after))).isEqualTo(Instant.parse("2020-03-30T15:00:00Z"));
        assertThat(date(delivery(calendar, allDay))).isEqualTo(LocalDate.of(2020, 3, 29));
    }

    @Test
    void anEventFollowsItsPromiseAndGoesWhenThereIsNoneLeft() throws Exception {
        RequestRef ref = open("Spring fair", null);
        promise(ref, "2020-03-27T16:00:00Z");
        VEvent first = delivery(read(read(NADIA, CalendarOf.OWN)), ref);
        promise(ref, "2020-04-03T15:00:00Z");
        clock.jump(Duration.ofDays(12));
        blockers.raise(ref, null, "maria@example.com", "The contract\nis not signed.", NADIA);
        VEvent moved = delivery(read(read(NADIA, CalendarOf.OWN)), ref);

        assertThat(moved.getUid()).isEqualTo(first.getUid());
        assertThat(Integer.parseInt(value(moved, "SEQUENCE")))
                .isEqualTo(Integer.parseInt(value(first, "SEQUENCE")) + 1);
        assertThat(begin(moved)).isEqualTo(Instant.parse("2020-04-03T15:00:00Z"));
        assertThat(value(moved, "SUMMARY")).isEqualTo("Late: [" + ref + "] Delivery: Spring fair");
        assertThat(value(moved, "DESCRIPTION"))
                .contains("Was promised for Fri")
                .contains("First promised for ")
                .contains("Waits on Maria Holt: The contract is not signed.");

        clock.jump(Duration.ofDays(7 * CalendarWriter.WEEKS_BACK));
        assertThat(read(NADIA, CalendarOf.OWN).body())
                .contains("weeks ago are left out: ")
                .doesNotContain("request-" + ref);

        clock.set(WEDNESDAY.plus(Duration.ofDays(13)));
        requests.close(ref, NADIA, "Not needed");
        assertThat(read(NADIA, CalendarOf.OWN).body()).doesNotContain(ref.toString());
    }

    @Test
    void tasksStandInTheCalendarOfWhoHasThemAndOfTheirTeam() throws Exception {
        RequestRef ref = open("Spring fair, \\ and; more", "Fairs");
        Task task = tasks.open(ref).get(0);
        String holder = tasks.holders(task.id()).get(0).person().value();
        String uid = "task-" + task.id() + "@";

        assertThat(holder).isEqualTo(NADIA.value());
        VEvent mine = event(read(read(NADIA, CalendarOf.OWN)), uid);
        assertThat(value(mine, "SUMMARY")).isEqualTo("[" + ref + "] " + task.name() + ": Spring fair, \\ and; more");
        assertThat(begin(mine)).isEqualTo(task.dueAt());
        EmailAddress leader = EmailAddress.of("priya@example.com");
        assertThat(read(leader, CalendarOf.team("marketing")).body()).contains(uid);
        assertThat(read(leader, CalendarOf.team("design")).body()).doesNotContain(uid);
        assertThat(read(leader, CalendarOf.campaign("fairs")).body()).contains(uid);
        assertThat(read(leader, CalendarOf.campaign("others")).body()).doesNotContain(uid);
        assertThat(read(leader, CalendarOf.OWN).body()).doesNotContain(uid);
    }

    @Test
    void nobodySeesMoreThereThanOnPages() throws Exception {
        open("Spring fair", "Fairs");

        assertThat(read(EmailAddress.of("oliver@example.com"), CalendarOf.campaign("Fairs"))
                        .body())
                .contains("BEGIN:VCALENDAR")
                .doesNotContain("Spring fair");
        assertThat(read(EmailAddress.of("maria@example.com"), CalendarOf.campaign("Fairs"))
                        .status())
                .isEqualTo(410);
        assertThat(read(EmailAddress.of("maria@example.com"), CalendarOf.team("legal"))
                        .status())
                .isEqualTo(410);
        assertThat(read(PETRA, CalendarOf.OWN).status()).isEqualTo(410);
        assertThat(read(EmailAddress.of("priya@example.com"), CalendarOf.team("nobody"))
                        .status())
                .isEqualTo(410);
    }

    @Test
    void newAddressesEndTheOldOnesAndForgedOnesTellNothing() throws Exception {
        Visitor priya = signedIn("priya@example.com");
        String old = ownAddress(priya.presses("Make my addresses", priya.opens("/my/calendars"), Map.of()));
        Answer page = priya.presses("Make new addresses", priya.opens("/my/calendars"), Map.of());

        assertThat(Visitor.of(port).opens(old).status()).isEqualTo(410);
        assertThat(Visitor.of(port).opens(ownAddress(page)).status()).isEqualTo(200);
        assertThat(page.page().text()).contains("All earlier ones have ended").contains("Baton: Marketing");
        for (String forged : List.of(old + "x", "/calendar/x", "/calendar/eA.eA", old.replaceFirst("\\..*", ".AAAA"))) {
            Answer answer = Visitor.of(port).opens(forged);
            assertThat(answer.status()).as(forged).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("priya");
        }
    }

    private RequestRef open(String title, String campaign) {
        return requests.open(NewRequest.of(workflows.byKey("poster").orElseThrow(), title, PETRA, "Petra Klein")
                        .inCampaign(campaign))
                .ref();
    }

    private void promise(RequestRef ref, String due) {
        transaction.executeWithoutResult(
                status -> promises.make(ref, null, Instant.parse(due), NADIA, "As a test wants it."));
    }

    private Answer read(EmailAddress reader, CalendarOf what) {
        if (addresses.of(reader, what).isEmpty()) {
            addresses.renew(reader);
        }
        return Visitor.of(port).opens(addresses.of(reader, what).orElseThrow().getPath());
    }

    private static Calendar read(Answer file) throws Exception {
        assertThat(file.status()).as(file.body()).isEqualTo(200);
        Calendar calendar = new CalendarBuilder().build(new StringReader(file.body()));
        assertThat(calendar.validate().getEntries()).isEmpty();
        assertThat(file.body().lines())
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        return calendar;
    }

    private static VEvent delivery(Calendar calendar, RequestRef ref) {
        return event(calendar, "request-" + ref + "@");
    }

    private static VEvent event(Calendar calendar, String uid) {
        return calendar.<VEvent>getComponents("VEVENT").stream()
                .filter(event -> event.getUid().orElseThrow().getValue().startsWith(uid))
                .findFirst()
                .orElseThrow();
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    private static Instant begin(VEvent event) {
        return ZonedDateTime.from(start(event)).toInstant();
    }

    private static LocalDate date(VEvent event) {
        return LocalDate.from(start(event));
    }

    private static Temporal start(VEvent event) {
        return event.<Temporal>getStartDate().map(DtStart::getDate).orElseThrow();
    }

    private static String ownAddress(Answer page) {
        return page.page().select("input[readonly]").first().val().replaceFirst("https?://[^/]+", "");
    }

    private Visitor signedIn(String address) {
        return Visitor.of(port).signsIn(address, () -> linkMailedTo(address));
    }

    private String linkMailedTo(String address) {
        String text = outbox.list(null, null, 20).items().stream()
                .filter(mail -> mail.to().value().equals(address))
                .findFirst()
                .orElseThrow()
                .text();
        Matcher link = Pattern.compile("/sign-in/link\\?token=[0-9a-f-]{36}").matcher(text);
        assertThat(link.find()).isTrue();
        return link.group();
    }
}

class CalendarsOnH2Test extends CalendarsContract {}

@OnPostgres
class CalendarsOnPostgresTest extends CalendarsContract {}
