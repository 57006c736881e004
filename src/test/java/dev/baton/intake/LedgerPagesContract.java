package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inbox.Arrival;
import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerState;
import dev.baton.requests.Request;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Tasks;
import dev.baton.testkit.TestMail;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ledger over HTTP, for people and for programs, whatever database is below. */
abstract class LedgerPagesContract extends IntakeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Tasks tasks;

    @Autowired
    Corrections corrections;

    @Autowired
    QuarantineMails quarantine;

    @Autowired
    JsonMapper json;

    private LedgerEntry launched(String subject) {
        return arrives(TestMail.from(PETRA)
                .to("requests+launch@example.com")
                .about(subject)
                .saying(COMPLETE));
    }

    private LedgerEntry ofNobodysWorkflow(String subject) {
        LedgerEntry entry = arrives(TestMail.from(PETRA)
                .to("requests+t.00000000000000000000@example.com")
                .about(subject)
                .saying("Please make it blue."));
        assertThat(entry.state()).isEqualTo(LedgerState.QUARANTINED);
        return entry;
    }

    private LedgerEntry ignored(String subject) {
        return arrives(TestMail.from(PETRA)
                .about(subject)
                .saying("I am back on Monday.")
                .with("Auto-Submitted", "auto-replied"));
    }

    private static String at(LedgerEntry entry) {
        return "/ledger/" + entry.id();
    }

    @Test
    void anOwnerSeesTheMailsOfOwnWorkflowsAndThoseOfNobodysThatWait() {
        LedgerEntry own = launched("Owners see this");
        LedgerEntry waiting = ofNobodysWorkflow("Owners see this too");
        LedgerEntry nobodys = ignored("Owners see this not");
        Visitor nadia = signedIn("nadia@example.com");
        Visitor tom = signedIn("tom@example.com");

        assertThat(nadia.opens("/ledger").body())
                .contains("Owners see this<", "Owners see this too")
                .doesNotContain("Owners see this not");
        assertThat(tom.opens("/ledger").body())
                .contains("Owners see this too")
                .doesNotContain("Owners see this<", "Owners see this not");
        Answer page = nadia.opens(at(own));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select(".diagram-paper").attr("aria-label"))
                .contains("From left to right: ", "The work is at: Check the brief.");
        for (String part : List.of("", "/raw", "/source", "/html", "/files/0")) {
            assertThat(tom.opens(at(own) + part).status()).as(part).isEqualTo(403);
            assertThat(tom.opens(at(nobodys) + part).status()).as(part).isEqualTo(403);
        }
        Answer nowhere = tom.opens(at(waiting));
        assertThat(nowhere.status()).isEqualTo(200);
        assertThat(nowhere.page().select("details.diagram")).isEmpty();
        assertThat(signedIn("admin@example.com").opens(at(nobodys)).status()).isEqualTo(200);
        assertThat(signedIn("lea@example.com").opens("/ledger").status()).isEqualTo(403);
        assertThat(signedIn("lea@example.com").opens(at(waiting)).status()).isEqualTo(403);
    }

    @Test
    void whoDoesNotSeeAMailCannotCorrectIt() {
        LedgerEntry own = launched("Not Tom's");
        Visitor tom = signedIn("tom@example.com");
        String form = tom.opens("/ledger").page().select("input[name=_csrf]").val();

        Answer refused = tom.posts(at(own) + "/discard", Map.of("reason", "mine now", "_csrf", form));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(corrections.of(own.id())).isEmpty();
    }

    @Test
    void nobodyFindsALinkThereWithWhichTheyCouldActForSomebodyElse() {
        Request request =
                requests.get(Objects.requireNonNull(launched("Four eyes").request()));
        HandOver handOver = tasks.holders(tasks.open(request.ref()).get(0).id()).get(0);
        String asked = lastMailTo(handOver.person().value(), request.ref()).text();
        String token = asked.replaceAll("(?s).*?/t/([\\w.-]+).*", "$1");
        String quote = "> Accept: http://localhost:8080/t/" + token + "?outcome=accept";
        String html = "<p>Which one?</p><blockquote><a href=\"http://localhost:8080/t/" + token
                + "?outcome=accept\">Accept</a> or http://localhost:8080/t/" + token + "</blockquote>";
        String attached = "From: a@b.example\r\n\r\n" + quote + "\r\n";
        LedgerEntry entry = arrives(TestMail.from(handOver.person().value())
                .to("requests+t.00000000000000000000@example.com")
                .about("Re: Four eyes")
                .with("X-Forwarded-To", "requests+t." + handOver.replyCode() + "@example.com")
                .with("Delivered-To", "requests+t." + handOver.replyCode().toUpperCase(Locale.ROOT) + "@example.com")
                .with("Content-Type", "multipart/mixed; boundary=m")
                .saying(("--m\nContent-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain\n"
                                + "Content-Transfer-Encoding: quoted-printable\n\nWhich one?\n\nOn Monday Baton wrote:\n"
                                + quote.replace("=", "=3D").replaceFirst("(?<=/t/.{20})", "=\n")
                                + "\n--a\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
                                + coded(html) + "\n--a--\n--m\nContent-Type: message/rfc822; name=mail.eml\n"
                                + "Content-Transfer-Encoding: base64\n\n" + coded(attached) + "\n--m--\n")
                        .replaceAll("\r?\n", "\r\n")));
        jdbc.sql("update ledger set state = 'quarantined', workflow = null where id = ?")
                .param(entry.id())
                .update();

        for (String reader : List.of("tom@example.com", "admin@example.com")) {
            Visitor visitor = signedIn(reader);
            for (String part : List.of("", "/source", "/html", "/raw", "/files/0")) {
                Answer page = visitor.opens(at(entry) + part);
                assertThat(page.status()).as(part).isEqualTo(200);
                assertThat(decoded(page.body()))
                        .as(part + " for " + reader)
                        .doesNotContainIgnoringCase(token.substring(token.indexOf('.')), handOver.replyCode());
                assertThat(decoded(page.body())).as(part).contains(part.isEmpty() ? "Which one?" : "Accept");
            }
            assertThat(visitor.opens(at(entry)).body()).contains("(personal link)");
        }
    }

    @Test
    void aMailOfOursThatIsAttachedToARequestIsSavedWithoutItsLinks() {
        Request request =
                requests.get(Objects.requireNonNull(launched("With a mail").request()));
        HandOver handOver = tasks.holders(tasks.open(request.ref()).get(0).id()).get(0);
        String asked = lastMailTo(handOver.person().value(), request.ref()).text();
        String token = asked.replaceAll("(?s).*?/t/([\\w.-]+).*", "$1");
        byte[] mail = ("From: a@b.example\r\n\r\n" + asked).getBytes(StandardCharsets.UTF_8);
        arrives(TestMail.from(PETRA)
                .to(links.answerTo(request.ref()).value())
                .about("Re: it")
                .saying("See the mail.")
                .attaching("asked.eml", "message/rfc822", mail)
                .attaching("ASKED.EML", "application/octet-stream", mail)
                .attaching("asked.txt", "text/plain", asked.getBytes(StandardCharsets.UTF_16LE)));

        List<String> saved = files.of(request.ref()).stream()
                .filter(file -> file.name().toLowerCase(Locale.ROOT).startsWith("asked."))
                .map(file -> visitor().downloads(links.file(file)))
                .map(bytes -> new String(bytes, bytes[1] == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8))
                .toList();

        assertThat(saved)
                .hasSize(3)
                .allSatisfy(text -> assertThat(text)
                        .contains("(personal link)", "asks you to check the brief")
                        .doesNotContain(token));
    }

    private static String coded(String text) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** With its soft line breaks joined, and with what is in base64 both as it is and decoded. */
    private static String decoded(String body) {
        String joined = body.replaceAll("=\r?\n", "");
        return joined
                + Pattern.compile("(?m)^(?:[A-Za-z0-9+/]{60,}={0,2}\\s+)+[A-Za-z0-9+/]*={0,2}$")
                        .matcher(joined)
                        .results()
                        .map(found -> found.group().replaceAll("[^A-Za-z0-9+/]", ""))
                        .map(code -> Base64.getDecoder().decode(code.substring(0, code.length() / 4 * 4)))
                        .map(content -> new String(content, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("\n"));
    }

    @Test
    void aLongAnswerStaysOutOfTheAddress() {
        LedgerEntry entry = ofNobodysWorkflow("A question");
        Visitor admin = signedIn("admin@example.com");
        String text = "words ".repeat(3_300);

        Answer after = admin.presses("Send the answer", admin.opens(at(entry)), Map.of("text", text));

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.at().getQuery()).isEqualTo("done=1");
        assertThat(after.body()).contains("Your answer is on its way.");
        Answer again = admin.presses("Send the answer", after, Map.of("text", " "));
        assertThat(again.status()).isEqualTo(422);
    }

    @ParameterizedTest
    @EnumSource(LedgerState.class)
    void theListShowsTheMailsOfOneStateAndNoOthers(LedgerState state) {
        List<LedgerEntry> entries = oneOfEachState();
        Visitor admin = signedIn("admin@example.com");

        Answer list = admin.opens("/ledger?words=each+state&state=" + state.word());

        assertThat(list.page().select("tbody tr"))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.select("th a").attr("href")).isEqualTo(at(entries.get(state.ordinal()))));
        assertThat(list.page().select("nav a[aria-current=page]").text()).contains("(1)");
        assertThat(admin.opens("/ledger?words=each+state").page().select("tbody tr"))
                .hasSize(LedgerState.values().length);
    }

    /** In the order of the states; those of earlier calls say something else by then. */
    private List<LedgerEntry> oneOfEachState() {
        jdbc.sql("update ledger set subject = 'before' where subject like '%each state%'")
                .update();
        List<LedgerEntry> entries = new ArrayList<>();
        LedgerEntry opened = launched("each state: opened");
        Request request = requests.get(Objects.requireNonNull(opened.request()));
        entries.add(opened);
        entries.add(arrives(TestMail.from(PETRA)
                .to(links.answerTo(request.ref()).value())
                .about("each state: joined")
                .saying("And a poster.")));
        HandOver handOver = tasks.holders(tasks.open(request.ref()).get(0).id()).get(0);
        entries.add(arrives(TestMail.from(handOver.person().value())
                .to("requests+t." + handOver.replyCode() + "@example.com")
                .about("each state: answered")
                .saying("Accept")));
        entries.add(ignored("each state: ignored"));
        entries.add(ofNobodysWorkflow("each state: quarantined"));
        entries.add(
                0,
                ledger.accept(
                        TestMail.from(PETRA).about("each state: received").raw(), Arrival.posted(clock.instant())));
        return entries;
    }

    @ParameterizedTest
    @CsvSource({"state=lost", "request=nothing", "from=yesterday", "until=2026-02-30"})
    void whatNobodyCanAskForIsRefused(String query) {
        assertThat(signedIn("admin@example.com").opens("/ledger?" + query).status())
                .isEqualTo(400);
    }

    @Test
    void whatWaitsIsToldOnceADayWhilePeopleWork() {
        clock.set(workingDay(6));
        jdbc.sql("update ledger set state = 'ignored' where state = 'quarantined'")
                .update();
        jdbc.sql("delete from outbox_mail where template = 'quarantine'").update();
        LedgerEntry waiting = ofNobodysWorkflow("It waits");
        LedgerEntry ofALaunch = ofNobodysWorkflow("A launch waits");
        jdbc.sql("update ledger set workflow = 'campaign-launch' where id = ?")
                .param(ofALaunch.id())
                .update();

        quarantine.tell();
        assertThat(toldTo("admin@example.com")).as("before work").isEmpty();

        clock.jump(Duration.ofHours(4));
        quarantine.tell();
        quarantine.tell();
        assertThat(toldTo("admin@example.com"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("It waits", at(waiting), "/ledger?state=quarantined"));
        assertThat(toldTo("nadia@example.com"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("A launch waits").doesNotContain("It waits"));
        assertThat(toldTo("tom@example.com"))
                .as("nothing of Tom's workflows waits")
                .isEmpty();

        clock.jump(Duration.ofDays(1));
        quarantine.tell();
        assertThat(toldTo("admin@example.com")).as("the next day").hasSize(2);
    }

    @Test
    void whereNothingWaitsNobodyIsTold() {
        jdbc.sql("update ledger set state = 'ignored' where state = 'quarantined'")
                .update();
        jdbc.sql("delete from outbox_mail where template = 'quarantine'").update();
        jdbc.sql("delete from quarantine_told").update();
        clock.set(workingDay(10));

        quarantine.tell();

        assertThat(toldTo("admin@example.com")).isEmpty();
    }

    private Instant workingDay(int hour) {
        return LocalDate.ofInstant(clock.instant(), BERLIN)
                .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
                .atTime(hour, 0)
                .atZone(BERLIN)
                .toInstant();
    }

    private List<String> toldTo(String address) {
        return jdbc.sql("select body_text from outbox_mail where template = 'quarantine' and recipient = ? order by id")
                .param(address)
                .query(String.class)
                .list();
    }

    private Answer calls(LedgerEntry entry, String act, Map<String, String> body) {
        Visitor program = visitor();
        return program.send(program.request("/api/inbound/" + entry.id() + "/" + act)
                .header("Authorization", "Bearer the-token")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    private JsonNode made(LedgerEntry entry) {
        return json.readTree(visitor()
                .calls("/api/inbound/" + entry.id() + "/corrections", "the-token")
                .body());
    }

    @Test
    void aProgramMakesARequestOfAMailInTheNameOfAnOwner() {
        LedgerEntry entry = ofNobodysWorkflow("A launch");
        String seen = made(entry).get("seen").asString();

        Answer answer =
                calls(entry, "request", Map.of("by", "nadia@example.com", "seen", seen, "workflow", "campaign-launch"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode now = json.readTree(answer.body());
        assertThat(now.get("state").asString()).isEqualTo("opened");
        assertThat(now.get("request").asString()).startsWith("LAUNCH-");
        JsonNode item = made(entry).get("items").get(0);
        assertThat(item.get("act").asString()).isEqualTo("opened");
        assertThat(item.get("by").asString()).isEqualTo("nadia@example.com");

        Answer again =
                calls(entry, "request", Map.of("by", "nadia@example.com", "seen", seen, "workflow", "campaign-launch"));
        assertThat(again.status()).isEqualTo(409);
        assertProblem(again, "not any more as");
    }

    @Test
    void aProgramMovesAnswersAndDiscards() {
        LedgerEntry right = launched("The right one");
        LedgerEntry wrong = launched("The wrong one");
        String ref = String.valueOf(right.request());
        String by = "nadia@example.com";

        JsonNode merged = json.readTree(
                calls(wrong, "attach", Map.of("by", by, "request", ref)).body());
        assertThat(merged.get("state").asString()).isEqualTo("joined");
        assertThat(merged.get("request").asString()).isEqualTo(ref);
        assertThat(requests.get(Objects.requireNonNull(wrong.request())).isOpen())
                .isFalse();

        Answer blind = calls(wrong, "answer", Map.of("by", by, "text", "It goes on there."));
        assertThat(blind.status()).isEqualTo(422);
        assertProblem(blind, "Nothing was sent");
        Map<String, String> answer = Map.of(
                "by",
                by,
                "text",
                "It goes on there.",
                "seen",
                made(wrong).get("seen").asString());
        assertThat(calls(wrong, "answer", answer).status()).isEqualTo(200);
        assertThat(calls(wrong, "answer", answer).status()).as("once more").isEqualTo(409);
        assertThat(jdbc.sql(
                                "select count(*) from outbox_mail where request = ? and body_text like '%It goes on there.%'")
                        .param(ref)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(lastMailTo("petra@customer.example", Objects.requireNonNull(right.request()))
                        .text())
                .contains("It goes on there.");

        JsonNode split = json.readTree(calls(wrong, "request", Map.of("by", by, "workflow", "campaign-launch"))
                .body());
        assertThat(split.get("state").asString()).isEqualTo("opened");
        assertThat(split.get("request").asString()).isNotEqualTo(ref);

        JsonNode discarded = json.readTree(
                calls(wrong, "discard", Map.of("by", by, "reason", "twice")).body());
        assertThat(discarded.get("state").asString()).isEqualTo("ignored");
        assertThat(discarded.get("reason").asString()).contains("twice");
    }

    @Test
    void aProgramIsRefusedWhatThePersonWouldBe() {
        LedgerEntry own = launched("Nadia's alone");

        assertProblem(calls(own, "discard", Map.of("reason", "x")), "Say in \"by\"");
        Answer notTheirs = calls(own, "discard", Map.of("by", "tom@example.com", "reason", "x"));
        assertThat(notTheirs.status()).isEqualTo(403);
        assertProblem(notTheirs, "tom@example.com does not see entry " + own.id());
        Answer noReason = calls(own, "discard", Map.of("by", "nadia@example.com"));
        assertThat(noReason.status()).isEqualTo(422);
        assertProblem(noReason, "Say in a few words why");
        assertProblem(
                calls(own, "attach", Map.of("by", "nadia@example.com", "request", "LAUNCH-99999")),
                "There is no request “LAUNCH-99999”");
        assertProblem(
                calls(own, "request", Map.of("by", "nadia@example.com", "workflow", "none")),
                "There is no workflow “none”");
        assertThat(visitor()
                        .send(visitor()
                                .request("/api/inbound/" + own.id() + "/discard")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(401);
        assertThat(visitor()
                        .calls("/api/inbound/99999999/corrections", "the-token")
                        .status())
                .isEqualTo(404);
        assertThat(corrections.of(own.id())).isEmpty();
    }

    private void assertProblem(Answer answer, String detail) {
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(json.readTree(answer.body()).get("detail").asString()).contains(detail);
    }

    @Test
    void aLargeMailIsReadInPartAndSavedAsAWhole() {
        byte[] film = new byte[5 * 1024 * 1024];
        Arrays.fill(film, (byte) 'x');
        byte[] raw = TestMail.from(PETRA)
                .about("A film")
                .saying("Here it is.")
                .attaching("film.mp4", "video/mp4", film)
                .raw();
        LedgerEntry entry = ledger.accept(raw, Arrival.posted(clock.instant()));
        processing.processDue();
        Visitor admin = signedIn("admin@example.com");

        Answer source = admin.opens(at(entry) + "/source");
        assertThat(source.body().length()).isLessThan(300_000);
        assertThat(source.body()).contains("This is its beginning", "Here it is.");
        assertThat(admin.downloads(at(entry) + "/raw")).isEqualTo(raw);
        assertThat(admin.opens(at(entry)).body()).contains("film.mp4", "5 MB");
        assertThat(admin.downloads(at(entry) + "/files/0")).isEqualTo(film);
    }

    @Test
    void picturesInTheTextArePartOfItAndNoFiles() {
        LedgerEntry entry = arrives(TestMail.from(PETRA)
                .to("requests+launch@example.com")
                .about("With a picture")
                .with("Content-Type", "multipart/related; boundary=rel")
                .saying("""
                        --rel
                        Content-Type: text/html; charset=utf-8

                        <p>Kind: webinar<br>Goal: 200 registrations<br>Launch date: 14 May 2026</p><img src="cid:logo@x"><img src="cid:baton-picture.1.a@x">
                        --rel
                        Content-Type: image/png; name=logo.png
                        Content-ID: <logo@x>
                        Content-Disposition: inline; filename=logo.png

                        picture
                        --rel
                        Content-Type: image/png; name=diagram.png
                        Content-ID: <baton-picture.1.a@x>
                        Content-Disposition: inline; filename=diagram.png

                        a picture of ours that the answer brought back
                        --rel
                        Content-Type: application/pdf; name=brief.pdf
                        Content-Disposition: attachment; filename=brief.pdf

                        %PDF
                        --rel--
                        """.replace("\n", "\r\n")));
        Request request = requests.get(Objects.requireNonNull(entry.request()));

        var page = signedIn("admin@example.com").opens(at(entry)).page();
        assertThat(page.select("h2:contains(Attachments) + ul").text())
                .contains("brief.pdf")
                .doesNotContain("logo.png");
        assertThat(page.select("ul[aria-label=Pictures in the text]").text()).contains("logo.png", "diagram.png");

        var status = visitor().opens(links.status(request.ref())).page();
        assertThat(status.select("h2:contains(Files) + ul").text())
                .contains("brief.pdf")
                .doesNotContain("logo.png");
        assertThat(status.select("article.said ul[aria-label=Pictures in the text]")
                        .text())
                .contains("logo.png")
                .doesNotContain("diagram.png");
        HandOver handOver = tasks.holders(tasks.open(request.ref()).get(0).id()).get(0);
        assertThat(lastMailTo(handOver.person().value(), request.ref()).text())
                .contains("brief.pdf")
                .doesNotContain("logo.png");
    }
}
