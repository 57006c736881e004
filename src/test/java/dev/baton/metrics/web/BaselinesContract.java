package dev.baton.metrics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.outbox.Outbox;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.ChosenFile;
import dev.baton.testkit.Corpus;
import dev.baton.testkit.OnPostgres;
import dev.baton.testkit.SettableClock;
import dev.baton.testkit.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Event logs of others over HTTP, and the numbers they give. */
@BatonTest
@TestPropertySource(
        properties = {
            "baton.models=src/test/resources/models/poster",
            "baton.people=people.yaml",
            "baton.api.tokens.tests=the-token",
            "baton.outbox.sending=false"
        })
abstract class BaselinesContract {

    private static final double DAY = 86_400;

    /** Two cases, made up: one of two days with a step done late, one of four days. */
    private static final String LOG = """
            case,what,state,when,until
            A,Write,start,2025-03-03T08:00:00Z,2025-03-04
            B,Write,start,2025-03-03T09:00:00Z,2025-03-10
            A,Write,complete,2025-03-05T07:00:00Z,
            A,Check,start,2025-03-05T07:30:00Z,
            A,Check,complete,2025-03-05T08:00:00Z,
            B,Write,complete,2025-03-07T09:00:00Z,
            """;

    private static final String COLUMNS =
            "&case=case&activity=what&lifecycle=state&time=when&due=until&zone=Europe/Berlin";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Outbox outbox;

    @Autowired
    SettableClock clock;

    /** Other tests may have worked in years before that of the log. */
    @BeforeEach
    void itIsTheYearAfterTheLog() {
        clock.set(SettableClock.START);
    }

    @AfterEach
    void nothingIsLeft() {
        jdbc.sql("delete from baseline").update();
        assertThat(events()).isZero();
    }

    @Test
    void theLogOfPatientsHasItsKnownMedianAndMean() throws Exception {
        Path log = Corpus.folder().resolveSibling("logs").resolve("patients.csv");
        assumeTrue(Files.exists(log), "There is no corpus of logs here");

        HttpResponse<String> imported = post(
                "name=patients&format=csv&case=patient&activity=handling&time=time&lifecycle=registration_type",
                Files.readAllBytes(log));

        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(201);
        assertThat(json(imported).path("cases").asInt()).isEqualTo(500);
        JsonNode completed =
                json(get("/api/metrics?source=patients")).path("cycleTime").path("completed");
        assertThat(completed.path("n").asInt()).isEqualTo(500);
        assertThat(completed.path("p50").asDouble() / DAY).isCloseTo(6.085509, within(5e-7));
        assertThat(completed.path("mean").asDouble() / DAY).isCloseTo(6.676308, within(5e-7));
    }

    @Test
    void aLogIsMeasuredLikeWorkHere() throws Exception {
        HttpResponse<String> imported = post("name=before" + COLUMNS, bytes(LOG));

        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(201);
        assertThat(json(imported).path("tasks").asInt()).isEqualTo(3);
        assertThat(json(imported).path("events").asInt()).isEqualTo(6);
        JsonNode numbers = json(get("/api/metrics?source=before"));
        assertThat(numbers.path("source").asString()).isEqualTo("before");
        JsonNode completed = numbers.path("cycleTime").path("completed");
        assertThat(completed.path("p50").asDouble()).isEqualTo(3 * DAY);
        assertThat(numbers.path("reliability").path("numerator").asInt()).isEqualTo(0);
        assertThat(numbers.path("reliability").path("denominator").asInt()).isEqualTo(1);
        assertThat(numbers.path("intakeClarity").path("value").isNull()).isTrue();
        assertThat(numbers.path("visibility").path("value").isNull()).isTrue();
        assertThat(json(get("/api/metrics")).path("source").asString()).isEqualTo("live");
    }

    @Test
    void whatWasOpenAtTheMomentLookedBackFromIsNotForgotten() throws Exception {
        post("name=before" + COLUMNS, bytes(LOG));

        JsonNode cycle = json(get("/api/metrics?source=before&asOf=2025-03-06T00:00:00Z"))
                .path("cycleTime");

        assertThat(cycle.path("completed").path("n").asInt()).isEqualTo(1);
        assertThat(cycle.path("estimated").path("open").asInt()).isEqualTo(1);
    }

    @Test
    void aCaseWithoutTheActivityThatEndsItIsOpen() throws Exception {
        post("name=before&closing=Check" + COLUMNS, bytes(LOG));

        JsonNode cycle = json(get("/api/metrics?source=before")).path("cycleTime");

        assertThat(cycle.path("completed").path("n").asInt()).isEqualTo(1);
        assertThat(cycle.path("estimated").path("open").asInt()).isEqualTo(1);
    }

    @Test
    void theSameInXesPackedGivesTheSameNumbers() throws Exception {
        post("name=csv" + COLUMNS, bytes(LOG));
        String events = LOG.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[0].equals("A"))
                .map(BaselinesContract::event)
                .reduce("", String::concat);
        String others = LOG.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[0].equals("B"))
                .map(BaselinesContract::event)
                .reduce("", String::concat);
        String xes = "<?xml version=\"1.0\"?><log xmlns=\"http://www.xes-standard.org/\">"
                + "<string key=\"concept:name\" value=\"made up\"/><trace><string key=\"concept:name\" value=\"A\"/>"
                + events + "</trace><trace>" + others + "</trace></log>";

        HttpResponse<String> imported = post("name=xes&due=until&zone=Europe/Berlin", packed(xes));

        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(201);
        assertThat(json(imported).path("format").asString()).isEqualTo("xes");
        assertThat(get("/api/metrics?source=xes").body().replace("\"xes\"", "\"csv\""))
                .isEqualTo(get("/api/metrics?source=csv&asOf="
                                + json(get("/api/metrics?source=xes"))
                                        .path("asOf")
                                        .asString())
                        .body()
                        .replaceAll("\"asOf\":\"[^\"]*\"", asOf("xes")));
    }

    private String asOf(String source) throws Exception {
        Matcher found = Pattern.compile("\"asOf\":\"[^\"]*\"")
                .matcher(get("/api/metrics?source=" + source).body());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static String event(String[] cells) {
        String due = cells[4].isEmpty() ? "" : "<string key=\"until\" value=\"" + cells[4] + "\"/>";
        return "<event><string key=\"concept:name\" value=\"" + cells[1]
                + "\"/><string key=\"lifecycle:transition\" value=\"" + cells[2]
                + "\"/><date key=\"time:timestamp\" value=\"" + cells[3] + "\"/>" + due + "</event>";
    }

    @Test
    void rowsThatSayTheSameCountOnce() throws Exception {
        String again = LOG + LOG.lines().skip(6).findFirst().orElseThrow() + "\n";

        HttpResponse<String> imported = post("name=twice" + COLUMNS, bytes(again));

        assertThat(json(imported).path("repeated").asInt()).isEqualTo(1);
        assertThat(json(imported).path("tasks").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "case;activity;time\\nA;Write;2025-03-03T08:00:00Z",
                "case\\tactivity\\ttime\\nA\\tWrite\\t2025-03-03T08:00:00Z",
                "\uFEFFcase,activity,time\\r\\nA,\"Write, \"\"check\"\"\\nand go\",2025-03-03T08:00:00Z\\r\\n",
                "case,activity,time\\nA,=HYPERLINK(1),1741000000"
            })
    void tablesAreReadAsOtherToolsWriteThem(String log) throws Exception {
        HttpResponse<String> imported = post(
                "name=table",
                bytes(log.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t")));

        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(201);
        assertThat(json(imported).path("events").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "case,activity\\nA,Write|422|The columns are: case, activity",
                "case,activity,time\\nA,Write,2025-03-03 08:00|422|Row 2, column \"time\"",
                "case,activity,time\\nA,Write,2025-03-03T08:00:00Z\\nA,Check,|422|Row 3, column \"time\": There is no time",
                "case,activity,time\\nA,Write,03/04/2025|422|nobody can tell the day from the month",
                "case,activity,time\\n,Write,2025-03-03T08:00:00Z|422|Row 2, column \"case\": The cell is empty",
                "case,activity,time\\nA,Write,2095-03-03T08:00:00Z|422|in the future",
                "case,activity,time,lifecycle\\nA,Write,2025-03-03T08:00:00Z,begun|422|\"begun\" is not known",
                "case,activity,time\\nA,\"Write,2025-03-03T08:00:00Z|422|quote",
                "case,activity,time|422|no events",
                "``|422|",
                "<log><trace>|422|breaks off",
                "<html/>|422|no XES log",
                "<!DOCTYPE log [<!ENTITY a 'aaaa'>]><log/>|422|DOCTYPE"
            })
    void whatIsWrongIsSaidAndNothingIsKept(String log, int status, String words) throws Exception {
        HttpResponse<String> refused = post("name=wrong", bytes(log.replace("\\n", "\n")));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(json(refused).path("detail").asString()).contains(words == null ? "" : words);
        assertThat(json(get("/api/baselines")).path("items").size()).isZero();
        assertThat(events()).isZero();
    }

    @Test
    void anEndBeforeItsStartIsRefusedWithRowAndColumn() throws Exception {
        HttpResponse<String> refused = post(
                "name=wrong&end=done",
                bytes("case,activity,time,done\nA,Write,2025-03-03T08:00:00Z,2025-03-02T08:00:00Z\n"));

        JsonNode problem = json(refused).path("problems").path(0);
        assertThat(problem.path("row").asInt()).isEqualTo(2);
        assertThat(problem.path("column").asString()).isEqualTo("done");
    }

    @Test
    void twentyProblemsAreToldAtOnce() throws Exception {
        String rows = "A,Write,never\n".repeat(1_000);

        HttpResponse<String> refused = post("name=wrong", bytes("case,activity,time\n" + rows));

        assertThat(json(refused).path("problems").size()).isEqualTo(20);
    }

    @Test
    void aBrokenPackedLogIsRefused() throws Exception {
        byte[] packed = packed(LOG);

        HttpResponse<String> refused = post("name=wrong", Arrays.copyOf(packed, packed.length - 20));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("detail").asString()).contains("Pack it again");
        assertThat(events()).isZero();
    }

    @Test
    void aNameIsTakenOnce() throws Exception {
        post("name=before" + COLUMNS, bytes(LOG));

        assertThat(post("name=before" + COLUMNS, bytes(LOG)).statusCode()).isEqualTo(409);
        assertThat(post("name=live" + COLUMNS, bytes(LOG)).statusCode()).isEqualTo(400);
        assertThat(post("name=" + URLEncoder.encode("../x", StandardCharsets.UTF_8), bytes(LOG))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("name=other&zone=Nowhere", bytes(LOG)).statusCode()).isEqualTo(400);
    }

    @Test
    void aLogIsRemovedWithItsNumbers() throws Exception {
        post("name=before" + COLUMNS, bytes(LOG));

        assertThat(send("DELETE", "/api/baselines/before", new byte[0]).statusCode())
                .isEqualTo(204);
        assertThat(send("DELETE", "/api/baselines/before", new byte[0]).statusCode())
                .isEqualTo(404);
        HttpResponse<String> gone = get("/api/metrics?source=before");
        assertThat(gone.statusCode()).isEqualTo(400);
        assertThat(gone.body()).contains("There is no source");
    }

    @Test
    void leadersSeeTheNumbersOfALogAndOthersDoNot() throws Exception {
        post("name=before" + COLUMNS, bytes(LOG));
        Visitor admin = signedIn("admin@example.com");

        assertThat(admin.opens("/dashboard/baselines").page().text()).contains("before", "How work went before");
        assertThat(admin.opens("/dashboard?source=before").page().text())
                .contains("These are the numbers of the imported log", "Time to delivery")
                .doesNotContain("What needs a decision");
        assertThat(admin.opens("/dashboard/cycle-time?source=before").page().text())
                .contains("Case first seen in row 2");
        assertThat(signedIn("tom@example.com").opens("/dashboard/baselines").status())
                .isIn(403, 404);
    }

    @Test
    void anAdminImportsALogOnThePageAndRemovesIt() {
        Visitor admin = signedIn("admin@example.com");
        Visitor.Answer page = admin.opens("/dashboard/baselines");

        Visitor.Answer refused = admin.presses(
                "Import a log",
                page,
                Map.of("name", "before", "time", "date"),
                List.of(chosen("case,activity,time\n")));
        assertThat(refused.page().text()).contains("There is no column \"date\"", "Nothing of this file was kept");
        assertThat(refused.page().select("input[name=time]").val()).isEqualTo("date");
        assertThat(refused.page().select("input[name=name]").val()).isEqualTo("before");

        Visitor.Answer imported = admin.presses(
                "Import a log",
                page,
                Map.of("name", "before", "activity", "what", "lifecycle", "state", "time", "when", "zone", "UTC"),
                List.of(chosen(LOG)));
        assertThat(imported.page().text()).contains("\"before\" is imported", "Remove before");

        assertThat(admin.presses("Remove before", imported).page().text()).contains("No log has been imported yet");
        assertThat(signedIn("priya@example.com")
                        .opens("/dashboard/baselines")
                        .page()
                        .text())
                .doesNotContain("Import a log");
    }

    private static ChosenFile chosen(String log) {
        return new ChosenFile("log", "log.csv", "text/csv", bytes(log));
    }

    private int events() {
        return jdbc.sql("select count(*) from baseline_event")
                .query(Integer.class)
                .single();
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

    private HttpResponse<String> post(String query, byte[] body) throws Exception {
        return send("POST", "/api/baselines?" + query, body);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, new byte[0]);
    }

    private HttpResponse<String> send(String method, String path, byte[] body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Bearer the-token")
                                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes(text));
        }
        return packed.toByteArray();
    }
}

class BaselinesOnH2Test extends BaselinesContract {}

@OnPostgres
class BaselinesOnPostgresTest extends BaselinesContract {}
