package dev.baton.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.requests.Decision;
import dev.baton.requests.RequestState;
import dev.baton.requests.StoredFile;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.ChosenFile;
import dev.baton.testkit.OnPostgres;
import dev.baton.testkit.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of an action link, opened and pressed over HTTP without JavaScript. */
abstract class TaskPageContract extends TasksTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void thePageSaysWhatTheMailSays() {
        RequestRef ref = asked("Spring flyer").ref();

        Visitor.Answer page = visitor().opens(links.url(held(ref, TOM)));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading())
                .isEqualTo(
                        "Nadia asks you to sign off the flyer for “Spring flyer” by Wednesday 4 March, 17:00 (Berlin).");
        assertThat(page.page().select(".outcomes button").eachText())
                .containsExactly("Approve", "Request changes", "Reject");
        assertThat(page.page().text()).contains("Look at the flyer as a customer would.", "What is it about?");
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    @Test
    void aRobotThatOpensEveryLinkTenTimesChangesNothing() {
        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);
        List<String> addresses = List.of(links.url(toTom), links.url(toTom, "approve"), links.url(toTom, "reject"));
        Map<String, List<String>> before = everything();

        for (int i = 0; i < 10; i++) {
            for (String address : addresses) {
                assertThat(visitor().opens(address).status()).isEqualTo(200);
                assertThat(visitor().peeks(address).status()).isEqualTo(200);
            }
        }

        assertThat(everything()).isEqualTo(before);
        assertThat(pressed("Approve", toTom, Map.of()).heading()).startsWith("Recorded: Tom Keller approved this");
    }

    @Test
    void aPressDecidesAndSaysWhatComesNext() {
        RequestRef ref = asked("Spring flyer").ref();

        Visitor.Answer after = pressed("Request changes", held(ref, TOM), Map.of("comment", "The price is wrong."));

        assertThat(after.heading())
                .isEqualTo(
                        "Recorded: Tom Keller answered this with “Request changes” on Monday 2 March, 09:00 (Berlin).");
        assertThat(after.page().text()).contains("The price is wrong.", "Next: Mend the flyer, with Ines Roth.");
        assertThat(decisions.of(ref).get(0).evidence()).contains("link in the mail of Monday 2 March");
        assertThat(tasks.usualOutcomes(requests.get(ref).workflow()))
                .containsKey(tasks.find(decisions.of(ref).get(0).taskId())
                        .orElseThrow()
                        .key());
    }

    @Test
    void aSecondPressShowsTheFirstDecision() {
        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);
        Visitor tom = visitor();
        Visitor.Answer first = tom.opens(links.url(toTom));
        tom.presses("Approve", first);

        Visitor.Answer second = tom.presses("Reject", first, Map.of("comment", "No."));

        assertThat(second.heading()).isEqualTo("Tom Keller approved this on Monday 2 March, 09:00 (Berlin).");
        assertThat(second.page().text()).contains("Your press changed nothing");
        assertThat(decisions.of(ref)).extracting(Decision::outcome).containsExactly("approve");
    }

    @Test
    void ofTwoPressesOfOneLinkAtOnceOneCountsAndTheOtherIsToldSo() throws Exception {
        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);

        Visitor tom = visitor();
        Visitor colleague = visitor();
        Visitor.Answer seen = tom.opens(links.url(toTom));
        Visitor.Answer seenToo = colleague.opens(links.url(toTom));

        List<Visitor.Answer> answers = atOnce(
                () -> tom.presses("Approve", seen),
                () -> colleague.presses("Reject", seenToo, Map.of("comment", "No.")));

        assertThat(answers).extracting(Visitor.Answer::status).containsOnly(200);
        assertThat(answers)
                .filteredOn(page -> page.heading().startsWith("Recorded: "))
                .hasSize(1);
        assertThat(answers)
                .filteredOn(page -> page.page().text().contains("Your press changed nothing"))
                .hasSize(1);
        assertThat(decisions.of(ref)).hasSize(1);
    }

    @Test
    void anOldLinkShowsWhatWasDecided() {
        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);
        press(toTom, "approve", "");

        assertThat(visitor().opens(links.url(toTom, "reject")).heading()).startsWith("Tom Keller approved this on");
    }

    @Test
    void anOutcomeInTheLinkOnlyPointsAtItsButton() {
        RequestRef ref = asked("Spring flyer").ref();

        Visitor.Answer page = visitor().opens(links.url(held(ref, TOM), "reject"));

        assertThat(page.page().select("button[autofocus]").eachText()).containsExactly("Reject");
        assertThat(page.page().select(".outcomes button:not(.outline)").eachText())
                .containsExactly("Reject");
        assertThat(decisions.of(ref)).isEmpty();
    }

    @Test
    void aLinkThatIsCutOrForgedIsExplained() {
        RequestRef ref = asked("Spring flyer").ref();
        String link = links.url(held(ref, TOM));

        for (String broken : List.of(
                link.substring(0, link.length() - 3),
                link.substring(0, link.indexOf('.', link.indexOf("/t/"))),
                link + "x",
                link.replace("/t/", "/t/MTIz"),
                link.substring(0, link.indexOf("/t/")) + "/t/nonsense")) {
            Visitor.Answer page = visitor().opens(broken);
            assertThat(page.status()).as(broken).isEqualTo(404);
            assertThat(page.heading()).isEqualTo("This link does not work");
            assertThat(page.page().text()).contains("Nothing was decided");
        }
    }

    @Test
    void aLinkOfAnotherPurposeIsNotTaken() {
        RequestRef ref = asked("Spring flyer").ref();
        String status =
                requests.find(ref).map(request -> mailTo(TOM, ref).html()).orElseThrow();
        String token = status.replaceAll("(?s).*?/s/([A-Za-z0-9_.-]+).*", "$1");

        assertThat(visitor().opens("/t/" + token).status()).isEqualTo(404);
    }

    @Test
    void missingWordsAreAskedForBesideWhatWasEntered() {
        RequestRef ref = asked("Spring flyer").ref();

        Visitor.Answer again = pressed("Reject", held(ref, TOM), Map.of());

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select("#problems a").eachText())
                .containsExactly("“Reject” needs a few words: what should happen, or what is ready.");
        assertThat(decisions.of(ref)).isEmpty();
    }

    @Test
    void enterInAFieldDecidesNothing() {
        RequestRef ref = asked("Spring flyer").ref();

        Visitor.Answer again = pressed("Please press one of the buttons.", held(ref, TOM), Map.of("comment", "Hm"));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select("#comment").text()).isEqualTo("Hm");
        assertThat(decisions.of(ref)).isEmpty();
    }

    @Test
    void theFormOfATaskIsCheckedAndKeepsWhatWasEntered() {
        RequestRef ref = asked("Spring flyer").ref();
        press(held(ref, TOM), "approve", "");
        HandOver toLea = held(ref, LEA);

        Visitor.Answer again = pressed(
                "It is printed", toLea, Map.of("f.copies", "many", "f.remarks", "Two boxes", "f.pickUp", "soon"));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select(".field-error").eachText())
                .containsExactly(
                        "“How many copies” takes a whole number, such as 5000.",
                        "“Pick-up day” takes a date, such as 2026-12-01.");
        assertThat(again.page().getElementById("f-remarks").text()).isEqualTo("Two boxes");
        assertThat(again.page().getElementById("f-copies").val()).isEqualTo("many");
        assertThat(again.page().getElementById("f-copies").attr("aria-describedby"))
                .isEqualTo("f-copies-help f-copies-problem");

        Visitor.Answer tooLong = pressed(
                "It is printed",
                toLea,
                Map.of(
                        "f.copies",
                        "5000000000000000000000",
                        "f.pickUp",
                        "+999999999-12-31",
                        "f.remarks",
                        "x".repeat(4001)));
        assertThat(tooLong.page().select(".field-error").eachText())
                .containsExactly(
                        "“How many copies” takes a whole number, such as 5000.",
                        "“Anything to know” takes at most 4000 characters; please shorten it.",
                        "“Pick-up day” takes a date, such as 2026-12-01.");

        Visitor.Answer done =
                pressed("It is printed", toLea, Map.of("f.copies", "500", "f.folded", "true", "f.paper", "gloss"));
        assertThat(done.page().text()).contains("“Spring flyer” is delivered");
        assertThat(requests.get(ref).state()).isEqualTo(RequestState.DELIVERED);
    }

    @Test
    void filesThatComeWithAnAnswerAreKept() {
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);
        RequestRef ref = asked("Spring flyer").ref();
        press(held(ref, TOM), "approve", "");
        HandOver toLea = held(ref, LEA);

        Visitor lea = visitor();
        Visitor.Answer after = lea.presses(
                "It is printed",
                lea.opens(links.url(toLea)),
                Map.of("f.copies", "500"),
                List.of(
                        new ChosenFile("f.proof", "proof.jpg", "image/jpeg", content),
                        new ChosenFile("files", "C:\\bills\\bill.pdf", "application/pdf", content)));

        assertThat(after.heading()).startsWith("Recorded: Lea Winter did this");
        assertThat(files.of(ref)).extracting(StoredFile::name).containsExactlyInAnyOrder("proof.jpg", "bill.pdf");
        assertThat(files.of(ref)).extracting(StoredFile::addedBy).containsOnly(LEA);
        assertThat(files.content(files.of(ref).get(0).id())).hasContent("content");
    }

    @Test
    void aCharacterThatNoDatabaseKeepsIsLeftOut() {
        RequestRef ref = asked("Spring flyer").ref();

        pressed("Request changes", held(ref, TOM), Map.of("comment", "The \0price is wrong."));
        Visitor ines = visitor();
        ines.presses(
                "It is mended",
                ines.opens(links.url(held(ref, INES))),
                Map.of("comment", "Now \0right."),
                List.of(new ChosenFile("files", "bill.pdf", "application/pdf", new byte[1])));

        assertThat(decisions.of(ref)).extracting(Decision::remark).containsExactly("The price is wrong.", "Now right.");
    }

    @Test
    void pagesOfWhatIsNotTheirsAnyMoreSayWhy() {
        RequestRef voted = votedOn("Spring flyer");
        HandOver toLea = vote(voted, LEA);
        press(vote(voted, INES), "reject", "The logo is old.");
        assertThat(visitor().opens(links.url(toLea)).heading()).isEqualTo("This is no longer needed");

        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);
        requests.close(ref, NADIA, "Not needed any more.");
        assertThat(visitor().opens(links.url(toTom)).page().text())
                .contains(
                        "The request has ended", "was closed on Monday 2 March, 09:00 (Berlin): Not needed any more.");
        assertThat(pressedAnyway(toTom).page().text()).contains("The request has ended");
    }

    private Visitor.Answer pressedAnyway(HandOver handOver) {
        return posted(handOver, Map.of("outcome", "approve"));
    }

    /** Posts what no button of the page would send; the token against forgery comes from any page of ours. */
    private Visitor.Answer posted(HandOver handOver, Map<String, String> fields) {
        Visitor person = visitor();
        person.opens(links.url(handOver));
        Map<String, String> all = new TreeMap<>(fields);
        all.put(
                "_csrf",
                person.opens("/sign-in").page().select("input[name=_csrf]").val());
        return person.posts(links.url(handOver), all);
    }

    Visitor.Answer pressed(String button, HandOver handOver, Map<String, String> fields) {
        Visitor person = visitor();
        return person.presses(button, person.opens(links.url(handOver)), fields);
    }

    /** Every row of every table. */
    private Map<String, List<String>> everything() {
        List<String> tables = jdbc.sql(
                        "select table_name from information_schema.tables where upper(table_schema) = 'PUBLIC'")
                .query(String.class)
                .list();
        return tables.stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> jdbc.sql("select * from \"" + table + "\"").query().listOfRows().stream()
                                .map(row -> new TreeMap<>(row).toString().replaceAll("\\[B@\\w+|conn\\d+.*?blob", ""))
                                .sorted()
                                .toList(),
                        (one, other) -> one,
                        TreeMap::new));
    }
}

class TaskPageOnH2Test extends TaskPageContract {}

@OnPostgres
class TaskPageOnPostgresTest extends TaskPageContract {}
