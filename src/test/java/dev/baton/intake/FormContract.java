package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.outbox.QueuedMail;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFilter;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.ChosenFile;
import dev.baton.testkit.SignInLink;
import dev.baton.testkit.TestMail;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a form or a call of the API leads to, whatever database is below. */
abstract class FormContract extends IntakeTest {

    private static final String SEND = "Send the request";

    @Autowired
    JdbcClient jdbc;

    private static Map<String, String> poster(String... more) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "title", "Poster for the fair",
                "name", "Petra Vogel",
                "address", "petra@customer.example",
                "f.kind", "print",
                "f.copies", "20"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private static String csrf(Visitor visitor) {
        return visitor.opens("/new/poster").page().select("input[name=_csrf]").val();
    }

    private Request newest() {
        return requests.list(RequestFilter.ALL, null, 1).items().get(0);
    }

    private int opened() {
        return jdbc.sql("select count(*) from request").query(Integer.class).single();
    }

    private static String problem(Answer answer, String field) {
        Element input = answer.page().getElementById(field);
        assertThat(input).as(field + " on " + answer.body()).isNotNull();
        assertThat(input.attr("aria-describedby")).contains(field + "-problem");
        return answer.page().getElementById(field + "-problem").text();
    }

    @Test
    void everyWorkflowHasAFormAndSaysWhatItIsFor() {
        Document page = visitor().opens("/new").page();

        assertThat(page.select(".ways a").eachText()).contains("Campaign launch", "Anything else", "Poster");
        assertThat(page.select(".ways span").eachText()).contains("A poster, printed or for the web.");
    }

    @Test
    void anUnknownFormShowsThoseThatThereAre() {
        Answer answer = visitor().opens("/new/lunch");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.page().select("[role=alert]").text()).contains("There is no form “lunch”");
        assertThat(answer.page().select(".ways a").eachText()).contains("Campaign launch");
    }

    @Test
    void aFormIsFoundByTheAddressOfItsWorkflowToo() {
        assertThat(visitor().opens("/new/launch").heading()).isEqualTo("Campaign launch");
    }

    @Test
    void openingAFormChangesNothing() {
        int before = opened();
        for (int i = 0; i < 10; i++) {
            visitor().opens("/new/poster");
            visitor().peeks("/new/poster");
        }
        assertThat(opened()).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from form_submission where ref is null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aFilledInFormOpensTheRequestAndShowsHowItStands() {
        Visitor petra = visitor();
        Answer status = petra.presses(
                SEND,
                petra.opens("/new/poster"),
                poster("f.hangs", "2026-05-14", "f.glossy", "true", "campaign", "Fair 26", "f.text", "A robot."));

        Request request = newest();
        assertThat(status.status()).isEqualTo(200);
        assertThat(status.at().getPath()).startsWith("/s/");
        assertThat(status.body()).contains("Poster for the fair");
        assertThat(request.ref().prefix()).isEqualTo("POSTER");
        assertThat(request.requesterName()).isEqualTo("Petra Vogel");
        assertThat(request.campaign()).isEqualTo("Fair 26");
        assertThat(request.startedAt()).isNotNull();
        assertThat(request.brief())
                .containsEntry("kind", "print")
                .containsEntry("hangs", "2026-05-14")
                .containsEntry("glossy", true);
        assertThat(mailsTo("petra@customer.example", request.ref())).hasSize(1);
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndInASummaryAndNothingIsLost() {
        int before = opened();
        Visitor petra = visitor();
        Answer answer = petra.presses(
                SEND,
                petra.opens("/new/poster"),
                poster(
                        "title", "",
                        "address", "petra at customer",
                        "f.copies", "many",
                        "f.slogan", "x".repeat(41),
                        "f.hangs", "soon",
                        "f.text", "Keep <b>this</b>"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(problem(answer, "title")).isEqualTo("Please fill this in.");
        assertThat(problem(answer, "address")).contains("nadia@example.com");
        assertThat(problem(answer, "f-copies")).isNotEmpty();
        assertThat(problem(answer, "f-slogan")).contains("40");
        assertThat(problem(answer, "f-hangs")).isNotEmpty();
        assertThat(answer.page().select("#problems[role=alert][autofocus] a").eachAttr("href"))
                .containsExactly("#title", "#f-copies", "#f-slogan", "#f-hangs", "#address");
        assertThat(answer.page().getElementById("f-text").text()).isEqualTo("Keep <b>this</b>");
        assertThat(answer.page().getElementById("f-copies").val()).isEqualTo("many");
        assertThat(opened()).isEqualTo(before);

        petra.presses(SEND, answer, poster("f.copies", "10", "f.slogan", "Short", "f.hangs", "2026-05-14"));
        assertThat(opened()).isEqualTo(before + 1);
    }

    @Test
    void whatIsTooLongOrBeyondAllNumbersIsSaidWithItsLimit() {
        int before = opened();
        Visitor petra = visitor();
        Answer answer = petra.presses(
                SEND,
                petra.opens("/new/poster"),
                poster(
                        "title", "t".repeat(301),
                        "name", "n".repeat(201),
                        "address", "p".repeat(330) + "@customer.example",
                        "campaign", "c".repeat(201),
                        "f.copies", "99999999999999999999",
                        "f.hangs", "+999999999-12-31",
                        "f.text", "x".repeat(4001)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(problem(answer, "title")).contains("300");
        assertThat(problem(answer, "name")).contains("200");
        assertThat(problem(answer, "address")).contains("320");
        assertThat(problem(answer, "campaign")).contains("200");
        assertThat(problem(answer, "f-copies")).contains("whole number");
        assertThat(problem(answer, "f-hangs")).contains("date");
        assertThat(problem(answer, "f-text")).contains("4000");
        assertThat(answer.page().getElementById("f-text").wholeText()).hasSize(4001);
        assertThat(opened()).isEqualTo(before);
    }

    @Test
    void everythingMissingIsSaidAtOnce() {
        Visitor petra = visitor();
        Answer answer = petra.presses(SEND, petra.opens("/new/launch"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#problems a").eachText())
                .containsExactly(
                        "What is it about? Please fill this in.",
                        "Please fill in “What kind of campaign is it?”.",
                        "Please fill in “What should it achieve?”.",
                        "Please fill in “When should it go out?”.",
                        "Your name Please fill this in.",
                        "Your mail address Please fill this in.");
    }

    @Test
    void aFieldThatDoesNotApplyIsNotAskedFor() {
        Visitor petra = visitor();
        petra.presses(
                SEND,
                petra.opens("/new/poster"),
                poster("f.kind", "web", "f.copies", "", "f.page", "https://example.com/fair"));

        assertThat(newest().brief())
                .containsEntry("page", "https://example.com/fair")
                .doesNotContainKey("copies");
    }

    @Test
    void withoutScriptsEveryFieldIsThereAndSaysThatItMayNotApply() {
        Document page = visitor().opens("/new/poster").page();

        assertThat(page.getElementById("f-copies")).isNotNull();
        assertThat(page.getElementById("f-page")).isNotNull();
        assertThat(page.select("#brief").attr("hx-post")).isEqualTo("/new/poster/fields");
        assertThat(visitor().opens("/new/launch").page().select("#brief").hasAttr("hx-post"))
                .isFalse();
    }

    @Test
    void withScriptsOnlyTheFieldsThatApplyAre() {
        Visitor petra = visitor();

        Answer fields = petra.posts(
                "/new/poster/fields", Map.of("_csrf", csrf(petra), "f.kind", "web", "f.text", "Typed so far"));

        assertThat(fields.status()).isEqualTo(200);
        assertThat(fields.page().getElementById("f-page")).isNotNull();
        assertThat(fields.page().getElementById("f-copies")).isNull();
        assertThat(fields.page().getElementById("f-text").text()).isEqualTo("Typed so far");
        assertThat(fields.page().select(".field-error")).isEmpty();
    }

    /** What somebody types while the answer is on its way must not be replaced for nothing. */
    @Test
    void fieldsThatAreThereAlreadyAreNotReplaced() {
        Visitor petra = visitor();
        String csrf = csrf(petra);
        Answer web = petra.posts("/new/poster/fields", Map.of("_csrf", csrf, "f.kind", "web"));
        String shown = web.page().select("input[name=shown]").val();

        Answer same = petra.posts("/new/poster/fields", Map.of("_csrf", csrf, "f.kind", "web", "shown", shown));
        Answer other = petra.posts("/new/poster/fields", Map.of("_csrf", csrf, "f.kind", "print", "shown", shown));

        assertThat(web.status()).isEqualTo(200);
        assertThat(same.status()).isEqualTo(204);
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.page().getElementById("f-copies").hasAttr("hx-preserve"))
                .isTrue();
    }

    /** Where the model chooses beforehand, nothing else would know what no choice means. */
    @Test
    void aChoiceThatTheModelMadeCanBeChangedButNotTakenAway() {
        Document page = visitor().opens("/new/campaign-launch").page();

        assertThat(page.select("[name='f.region'] option[value='']")).isEmpty();
        assertThat(page.select("[name='f.kind'] option[value='']")).hasSize(1);
    }

    @Test
    void aModelThatCannotGoOnIsSaidAndNothingIsKept() {
        Visitor petra = visitor();
        int before = opened();

        Answer answer = petra.presses(
                SEND,
                petra.opens("/new/breaking"),
                Map.of("title", "Break it", "name", "Petra Vogel", "address", "petra@customer.example"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.heading()).isEqualTo("The workflow cannot go on with this");
        assertThat(answer.page().select("main strong").text()).hasSize(8);
        assertThat(opened()).isEqualTo(before);
    }

    @Test
    void theSameFormSentTwiceOpensOneRequest() {
        Visitor petra = visitor();
        Answer form = petra.opens("/new/poster");
        int before = opened();

        Answer first = petra.presses(SEND, form, poster());
        Answer second = petra.presses(SEND, form, poster());

        assertThat(opened()).isEqualTo(before + 1);
        assertThat(second.at()).isEqualTo(first.at());
        assertThat(mailsTo("petra@customer.example", newest().ref())).hasSize(1);
    }

    @Test
    void andSoDoesTheSameFormSentTwiceAtOnce() throws Exception {
        Visitor petra = visitor();
        Answer form = petra.opens("/new/poster");
        int before = opened();
        ExecutorService hands = Executors.newFixedThreadPool(4);

        Callable<Answer> press = () -> petra.presses(SEND, form, poster());
        for (Future<Answer> done : hands.invokeAll(List.of(press, press, press, press))) {
            assertThat(done.get().at().getPath()).startsWith("/s/");
        }
        hands.shutdown();

        assertThat(opened()).isEqualTo(before + 1);
    }

    @Test
    void whoeverIsSignedInFindsNameAndAddressFilledIn() {
        Visitor nadia = visitor().signsIn("nadia@example.com", () -> SignInLink.newestIn(outbox));

        Document form = nadia.opens("/new/poster").page();

        assertThat(form.getElementById("name").val()).startsWith("Nadia");
        assertThat(form.getElementById("address").val()).isEqualTo("nadia@example.com");
    }

    @Test
    void aFormFromAnotherSiteIsNotTaken() {
        int before = opened();
        assertThat(visitor().posts("/new/poster", poster()).status()).isEqualTo(403);
        assertThat(opened()).isEqualTo(before);
    }

    @Test
    void aFormWithAFileKeepsIt() {
        Visitor petra = visitor();

        Answer status = petra.presses(SEND, petra.opens("/new/poster"), poster(), robot(3));

        assertThat(status.status()).isEqualTo(200);
        assertThat(files.of(newest().ref()))
                .extracting(file -> file.name() + " " + file.size())
                .containsExactly("robot.png 3");
    }

    @Test
    void aFileThatIsTooLargeIsSaidInWords() {
        Visitor petra = visitor();

        Answer answer = petra.presses(SEND, petra.opens("/new/poster"), poster(), robot(27 * 1024 * 1024));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.heading()).isEqualTo("These files are too large");
    }

    private static List<ChosenFile> robot(int size) {
        return List.of(new ChosenFile("files", "robot.png", "image/png", new byte[size]));
    }

    @Test
    void anAddressThatSendsFormsLikeAMachineIsStopped() {
        for (int i = 0; i < 60; i++) {
            jdbc.sql("insert into form_submission (form_id, sender, sent_at) values (?, 'machine@customer.example', ?)")
                    .params(java.util.UUID.randomUUID().toString(), dev.baton.shared.Rows.at(clock.instant()))
                    .update();
        }
        Visitor machine = visitor();
        Answer answer =
                machine.presses(SEND, machine.opens("/new/poster"), poster("address", "machine@customer.example"));
        jdbc.sql("delete from form_submission where ref is null").update();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(problem(answer, "address")).contains("60 requests");
    }

    private Request incomplete() {
        return super.opened(TestMail.from(PETRA)
                .to("requests+poster@example.com")
                .about("Poster for the fair")
                .saying("Kind: print\n\nA robot with a flower."));
    }

    private String briefLink(Request request) {
        QueuedMail mail = lastMailTo("petra@customer.example", request.ref());
        return "/brief/" + mail.text().replaceAll("(?s).*/brief/([\\w.-]+).*", "$1");
    }

    @Test
    void theBriefLinkShowsWhatIsKnownAndBeginsTheWork() {
        Request request = incomplete();
        Visitor petra = visitor();

        Answer form = petra.opens(briefLink(request));
        assertThat(form.page().getElementById("f-text").text()).isEqualTo("A robot with a flower.");
        assertThat(form.page().select("#f-kind option[selected]").val()).isEqualTo("print");
        Answer status = petra.presses("Send and begin", form, Map.of("f.copies", "12", "f.text", ""));

        assertThat(status.at().getPath()).startsWith("/s/");
        assertThat(now(request).startedAt()).isNotNull();
        assertThat(now(request).brief()).containsEntry("copies", 12).containsEntry("kind", "print");
        assertThat(now(request).brief().get("text")).isNull();
        assertThat(mailsTo("petra@customer.example", request.ref())).hasSize(2);
    }

    @Test
    void theBriefLinkOpenedTenTimesChangesNothing() {
        Request request = incomplete();
        for (int i = 0; i < 10; i++) {
            visitor().opens(briefLink(request));
            visitor().peeks(briefLink(request));
        }
        assertThat(now(request)).isEqualTo(request);
    }

    @Test
    void aBriefThatStillLacksSomethingIsNotTaken() {
        Request request = incomplete();
        Visitor petra = visitor();

        Answer answer = petra.presses(
                "Send and begin", petra.opens(briefLink(request)), Map.of("f.copies", "501", "f.text", "Typed"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(problem(answer, "f-copies")).contains("500");
        assertThat(answer.page().getElementById("f-text").text()).isEqualTo("Typed");
        assertThat(now(request)).isEqualTo(request);
    }

    @Test
    void aBriefThatIsCompleteSaysSoAndLeadsToTheStatus() {
        Request request = incomplete();
        String link = briefLink(request);
        Visitor petra = visitor();
        Answer form = petra.opens(link);
        petra.presses("Send and begin", form, Map.of("f.copies", "12"));

        Answer again = petra.presses("Send and begin", form, Map.of("f.copies", "13"));
        assertThat(again.heading()).isEqualTo("Nothing is missing");
        assertThat(petra.opens(link).page().select("main a").attr("href")).startsWith("/s/");
        assertThat(now(request).brief()).containsEntry("copies", 12);
        assertThat(mailsTo("petra@customer.example", request.ref())).hasSize(2);
    }

    @Test
    void ofTwoBriefsSentAtOnceOneIsTakenAndTheOtherIsToldSo() throws Exception {
        Request request = incomplete();
        Visitor petra = visitor();
        Answer form = petra.opens(briefLink(request));
        ExecutorService hands = Executors.newFixedThreadPool(4);

        Callable<Answer> press = () -> petra.presses("Send and begin", form, Map.of("f.copies", "12"), robot(3));
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> done : hands.invokeAll(List.of(press, press, press, press))) {
            answers.add(done.get());
        }
        hands.shutdown();

        assertThat(answers)
                .filteredOn(answer -> answer.heading().equals("Nothing is missing"))
                .hasSize(3);
        assertThat(files.of(request.ref())).hasSize(1);
    }

    @Test
    void aForgedBriefLinkLeadsNowhere() {
        Request request = incomplete();
        String link = briefLink(request);
        assertThat(visitor().opens(link.substring(0, link.length() - 3)).status())
                .isEqualTo(404);
        assertThat(visitor()
                        .opens("/brief/" + links.status(request.ref()).replaceAll(".*/s/", ""))
                        .status())
                .isEqualTo(404);
    }

    private Answer calls(String json) {
        Visitor program = visitor();
        return program.send(program.request("/api/requests")
                .header("Authorization", "Bearer the-token")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    @Test
    void aProgramOpensARequest() {
        Answer answer = calls("""
                {"workflow": "poster", "title": "Poster", "requester": "petra@customer.example",
                 "requesterName": "Petra", "campaign": "Fair", "brief": {"kind": "print", "copies": 5, "glossy": false}}
                """);

        Request request = newest();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith("/api/requests/" + request.ref());
        assertThat(answer.body()).contains("\"ref\":\"" + request.ref() + "\"", "\"step\":\"Draw the poster\"");
        assertThat(request.brief()).containsEntry("copies", 5).containsEntry("glossy", false);
        assertThat(RequestRef.parse(request.ref().toString())).isPresent();
    }

    @Test
    void aProgramHearsOfEverythingThatIsWrong() {
        int before = opened();
        Answer answer = calls("""
                {"workflow": "poster", "requester": "nobody", "brief": {"kind": "sky", "slogann": "x", "copies": 5}}
                """);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"field\":\"title\",\"rule\":\"required\"")
                .contains("\"field\":\"requester\",\"rule\":\"type\"")
                .contains("\"field\":\"kind\",\"rule\":\"type\"")
                .contains("\"field\":\"slogann\",\"rule\":\"unknown\"");
        assertThat(opened()).isEqualTo(before);
    }

    @Test
    void aProgramThatNamesNoWorkflowOrAnUnknownOneHearsWhichThereAre() {
        assertThat(calls("{}").body()).contains("\"field\":\"workflow\",\"rule\":\"required\"", "campaign-launch");
        Answer unknown = calls("{\"workflow\": \"lunch\"}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("\"field\":\"workflow\",\"rule\":\"unknown\"");
        assertThat(calls("nonsense").status()).isEqualTo(400);
    }

    @Test
    void nobodyOpensRequestsOverTheApiWithoutAToken() {
        Visitor program = visitor();
        Answer answer = program.send(program.request("/api/requests")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(answer.status()).isEqualTo(401);
    }
}
