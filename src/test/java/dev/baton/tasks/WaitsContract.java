package dev.baton.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.outbox.QueuedMail;
import dev.baton.people.People;
import dev.baton.requests.Blocker;
import dev.baton.requests.Dependencies;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.RequestState;
import dev.baton.requests.Wait;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import dev.baton.testkit.OnPostgres;
import dev.baton.testkit.Visitor;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests that wait for each other. */
abstract class WaitsContract extends TasksTest {

    @Autowired
    Dependencies dependencies;

    @Autowired
    Blocking blocking;

    @Autowired
    RequestLinks requestLinks;

    @Autowired
    TaskDigest digest;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Test
    void aWaitEndsWithTheDeliveryAndWhoWaitedIsTold() {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef prices = asked("Price list").ref();

        Visitor.Answer after = fillsIn(held(flyer, TOM), prices.toString().toLowerCase(Locale.ROOT));

        assertThat(after.page().text()).contains("This waits for " + prices, "The prices.");
        assertThat(blockers.of(flyer)).extracting(Blocker::waitsFor).containsExactly(prices);
        assertThat(mailTo(NADIA, flyer).text())
                .contains("Tom Keller cannot go on", "It waits for " + prices + " “Price list”, which you own.");
        assertThat(mailTo(NADIA, flyer).problem()).isNull();

        clock.jump(Duration.ofHours(2));
        deliver(prices);

        assertThat(blockers.of(flyer)).isEmpty();
        assertThat(howLifted(flyer)).containsExactly("delivered by nadia@example.com at " + clock.instant());
        QueuedMail toTom = mailTo(TOM, flyer);
        assertThat(toTom.text())
                .startsWith(prices + " is delivered, so you can go on with “Sign off the flyer” for “Spring flyer”.")
                .contains(links.url(held(flyer, TOM)));
        assertThat(toTom.problem()).isNull();
        assertThat(mailTo(NADIA, flyer).text())
                .startsWith(prices + " “Price list” is delivered, for which “Spring flyer” waited. It goes on.");
        assertThat(mailTo(NADIA, flyer).problem()).isNull();
        assertThat(mailsTo(PETRA, flyer)).hasSize(1);
    }

    @Test
    void anAnswerToTheMailThatItCanGoOnDecidesTheTask() {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef prices = asked("Price list").ref();
        fillsIn(held(flyer, TOM), prices.toString());

        deliver(prices);

        String tag = mailTo(TOM, flyer).replyTo().tag().orElseThrow();
        assertThat(tasks.byReplyTag(tag)).contains(held(flyer, TOM));
    }

    @Test
    void aDeliveryThatIsUndoneLiftsNothing() {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef prices = asked("Price list").ref();
        fillsIn(held(flyer, TOM), prices.toString());
        int mails = outbox.of(flyer).size();

        transaction.executeWithoutResult(status -> {
            deliver(prices);
            assertThat(blockers.of(flyer)).isEmpty();
            status.setRollbackOnly();
        });

        assertThat(blockers.of(flyer)).hasSize(1);
        assertThat(outbox.of(flyer)).hasSize(mails);
    }

    @Test
    void whatStillHoldsTheTaskUpIsSaid() {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef prices = asked("Price list").ref();
        fillsIn(held(flyer, TOM), prices.toString());
        fillsIn(held(flyer, TOM), "Ines Roth");

        deliver(prices);

        assertThat(blockers.of(flyer)).extracting(Blocker::waitsOn).containsExactly("Ines Roth");
        assertThat(mailTo(TOM, flyer).text()).contains("still waits for Ines Roth");
    }

    @Test
    void whatIsClosedWillNotComeSoWhoWaitsIsAskedToDecide() {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef prices = asked("Price list").ref();
        fillsIn(held(flyer, TOM), prices.toString());

        requests.close(prices, NADIA, "No fair this year.");

        assertThat(blockers.of(flyer)).extracting(Blocker::waitsFor).containsExactly(prices);
        assertThat(mailTo(TOM, flyer).text())
                .contains(prices + " was closed and will not be delivered", "Nadia Brandt, who owns the request")
                .doesNotContain("No fair this year.");
        assertThat(mailTo(TOM, flyer).problem()).isNull();
        assertThat(mailTo(NADIA, flyer).text()).contains("No fair this year.", "/requests/" + flyer);
        assertThat(mailTo(NADIA, flyer).problem()).isNull();

        Visitor nadia = signedIn(NADIA);
        Visitor.Answer page = nadia.opens("/requests/" + flyer);
        assertThat(page.page().text()).contains("which was closed and will not be delivered");
        nadia.presses("It can go on without it", page);

        assertThat(blockers.of(flyer)).isEmpty();
        assertThat(howLifted(flyer)).containsExactly("said by nadia@example.com at " + clock.instant());
        assertThat(mailTo(TOM, flyer).text()).contains("It is out of the way, you can go on: The prices.");
    }

    @Test
    void onlyWhoAnswersForTheRequestLiftsItsBlockersThere() {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef prices = asked("Price list").ref();
        fillsIn(held(flyer, TOM), prices.toString());
        Visitor tom = signedIn(TOM);
        String csrf = tom.opens("/my").page().select("input[name=_csrf]").val();

        Visitor.Answer refused = tom.posts(
                "/requests/" + flyer + "/lift",
                Map.of(
                        "_csrf",
                        csrf,
                        "blocker",
                        String.valueOf(blockers.of(flyer).get(0).id())));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(blockers.of(flyer)).hasSize(1);
    }

    @Test
    void aRequestThatEndsWaitsForNothingAnyMore() {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef prices = asked("Price list").ref();
        fillsIn(held(flyer, TOM), prices.toString());

        press(held(flyer, TOM), "approve", "");

        assertThat(blockers.of(flyer)).isEmpty();
        assertThat(dependencies.waitsFor(flyer)).isEmpty();
        int mails = outbox.of(flyer).size();
        deliver(prices);
        assertThat(outbox.of(flyer)).hasSize(mails);
    }

    @Test
    void whatNobodyCanWaitForIsRefusedWithTheReason() {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef delivered = asked("Price list").ref();
        RequestRef closed = asked("Fair").ref();
        RequestRef open = asked("Logo").ref();
        deliver(delivered);
        requests.close(closed, NADIA, "No fair this year.");
        HandOver toTom = held(flyer, TOM);

        assertThat(refused(toTom, "NOPE-4711")).startsWith("There is no request NOPE-4711.");
        assertThat(refused(toTom, flyer.toString())).startsWith(flyer + " is the request that this task is part of.");
        assertThat(refused(toTom, delivered.toString()))
                .startsWith(delivered + " was delivered on Monday 2 March, 09:00 (Berlin), so there is nothing");
        assertThat(refused(toTom, "[" + closed + "]")).startsWith(closed + " was closed on Monday 2 March");
        assertThat(refused(toTom, open + " and " + delivered)).startsWith("Please name one request at a time");
        assertThat(blockers.of(flyer)).isEmpty();
        assertThat(fillsIn(toTom, "NOPE-4711 the printer").status()).isEqualTo(200);
        assertThat(blockers.of(flyer)).extracting(Blocker::waitsFor).containsOnlyNulls();
    }

    @Test
    void aReferenceWithItsTitleAndALinkNameTheRequestToo() {
        RequestRef prices = asked("Price list").ref();

        for (String words : List.of(
                prices + " Price list",
                "[" + prices + "] Price list",
                requestLinks.status(prices),
                requestLinks.page(prices))) {
            RequestRef flyer = asked("Flyer").ref();
            fillsIn(held(flyer, TOM), words);
            assertThat(blockers.of(flyer))
                    .as(words)
                    .extracting(Blocker::waitsFor)
                    .containsExactly(prices);
        }
    }

    @Test
    void aCircleIsRefusedAndNamed() {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef prices = asked("Price list").ref();
        RequestRef logo = asked("Logo").ref();
        fillsIn(held(flyer, TOM), prices.toString());
        fillsIn(held(prices, TOM), logo.toString());

        assertThat(refused(held(logo, TOM), flyer.toString()))
                .startsWith(flyer + " waits for ")
                .contains(logo + " → " + flyer + " → " + prices + " → " + logo);
        assertThat(refused(held(prices, TOM), flyer.toString())).contains(prices + " → " + flyer + " → " + prices);

        assertThat(blockers.of(logo)).isEmpty();
        deliver(logo);
        assertThat(fillsIn(held(prices, TOM), "the printer").status()).isEqualTo(200);
    }

    @Test
    void whatIsWaitedForIsFoundOverAllSteps() {
        RequestRef flyer = asked("Flyer").ref();
        RequestRef text = asked("Text").ref();
        RequestRef picture = asked("Picture").ref();
        RequestRef logo = asked("Logo").ref();
        waitFor(flyer, text);
        waitFor(flyer, picture);
        waitFor(text, logo);
        waitFor(picture, logo);

        assertThat(dependencies.waitsFor(flyer)).containsExactly(text, picture, logo);
        assertThat(dependencies.holdsUp(logo)).containsExactly(text, picture, flyer);
        assertThat(dependencies.waitsFor(logo)).isEmpty();
        deliver(text);
        assertThat(dependencies.waitsFor(flyer)).containsExactly(picture, logo);
    }

    /** Every wish is compared with a search through the waits that were kept, which knows nothing of the database. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aWaitIsRefusedExactlyWhereItWouldCloseACircle(long seed) {
        Random random = new Random(seed);
        List<RequestRef> all = IntStream.range(0, 6)
                .mapToObj(each -> asked("Flyer " + each).ref())
                .toList();
        Map<RequestRef, Set<RequestRef>> kept = new HashMap<>();
        all.forEach(ref -> kept.put(ref, new HashSet<>()));
        for (int i = 0; i < 60; i++) {
            RequestRef from = all.get(random.nextInt(all.size()));
            RequestRef to = all.get(random.nextInt(all.size()));
            if (random.nextInt(4) == 0 && kept.get(from).remove(to)) {
                blockers.of(from).stream()
                        .filter(blocker -> to.equals(blocker.waitsFor()))
                        .forEach(blocker -> blockers.lift(blocker.id(), TOM));
            }
            boolean circle = !from.equals(to) && reaches(to, from, kept);
            Wait wait = Objects.requireNonNull(transaction.execute(
                    status -> dependencies.raise(from, openTask(from).id(), to, "It.", TOM)));

            assertThat(wait)
                    .as("%s for %s in %s", from, to, kept)
                    .isInstanceOf(from.equals(to) ? Wait.Itself.class : circle ? Wait.Circle.class : Wait.Kept.class);
            if (wait instanceof Wait.Circle named) {
                assertThat(named.way()).startsWith(from, to).endsWith(from);
                IntStream.range(1, named.way().size() - 1)
                        .forEach(at -> assertThat(kept.get(named.way().get(at)))
                                .contains(named.way().get(at + 1)));
            } else if (wait instanceof Wait.Kept) {
                kept.get(from).add(to);
            }
            assertThat(dependencies.waitsFor(from))
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .filter(each -> !each.equals(from) && reaches(from, each, kept))
                            .toList());
        }
    }

    private static boolean reaches(RequestRef from, RequestRef to, Map<RequestRef, Set<RequestRef>> kept) {
        return from.equals(to) || kept.get(from).stream().anyMatch(next -> reaches(next, to, kept));
    }

    @Test
    void theSameWaitIsKeptOnce() {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef prices = asked("Price list").ref();
        fillsIn(held(flyer, TOM), prices.toString());
        int mails = outbox.of(flyer).size();

        fillsIn(held(flyer, TOM), prices.toString());

        assertThat(blockers.of(flyer)).hasSize(1);
        assertThat(outbox.of(flyer)).hasSize(mails);
    }

    @Test
    void whatWasMergedStandsForWhereItGoesOn() {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef twice = asked("Price list").ref();
        RequestRef prices = asked("Price list").ref();
        requests.merge(twice, prices, NADIA, "Asked twice.");

        fillsIn(held(flyer, TOM), twice.toString());

        assertThat(blockers.of(flyer)).extracting(Blocker::waitsFor).containsExactly(prices);
    }

    @Test
    void whoWaitsForWhatIsMergedIsToldWhereItGoesOn() {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef twice = asked("Price list").ref();
        RequestRef prices = asked("Price list").ref();
        fillsIn(held(flyer, TOM), twice.toString());

        requests.merge(twice, prices, NADIA, "Asked twice.");

        assertThat(mailTo(TOM, flyer).text()).contains("Its work goes on in " + prices + ";");
        assertThat(mailTo(TOM, flyer).problem()).isNull();
        fillsIn(held(flyer, TOM), prices.toString());
        deliver(prices);
        assertThat(blockers.of(flyer)).extracting(Blocker::waitsFor).containsExactly(twice);
    }

    @RepeatedTest(5)
    void ofTwoHalvesOfACircleAtTheSameMomentOneIsRefused() throws Exception {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef prices = asked("Price list").ref();
        HandOver onFlyer = held(flyer, TOM);
        HandOver onPrices = held(prices, TOM);

        List<Optional<Refusal>> replies = atOnce(
                () -> blocking.raise(onFlyer, prices.toString(), "The prices."),
                () -> blocking.raise(onPrices, flyer.toString(), "The flyer."));

        assertThat(replies.stream().flatMap(Optional::stream))
                .extracting(Refusal::problem)
                .containsExactly("waits-on-circle");
        assertThat(blockers.of(flyer).size() + blockers.of(prices).size()).isEqualTo(1);
    }

    @RepeatedTest(5)
    void ofThreePartsOfACircleAtTheSameMomentOneIsRefused() throws Exception {
        List<RequestRef> refs = Stream.of("Spring flyer", "Price list", "Fair stand")
                .map(title -> asked(title).ref())
                .toList();
        List<HandOver> held = refs.stream().map(ref -> held(ref, TOM)).toList();

        List<Optional<Refusal>> replies = atOnce(
                () -> blocking.raise(held.get(0), refs.get(1).toString(), "The second."),
                () -> blocking.raise(held.get(1), refs.get(2).toString(), "The third."),
                () -> blocking.raise(held.get(2), refs.get(0).toString(), "The first."));

        assertThat(replies.stream().flatMap(Optional::stream))
                .extracting(Refusal::problem)
                .containsExactly("waits-on-circle");
        assertThat(refs.stream().mapToInt(ref -> blockers.of(ref).size()).sum()).isEqualTo(2);
    }

    @RepeatedTest(5)
    void nobodyWaitsForWhatIsDeliveredAtTheSameMoment() throws Exception {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef prices = asked("Price list").ref();
        press(held(prices, TOM), "approve", "");
        HandOver onFlyer = held(flyer, TOM);
        HandOver last = held(prices, LEA);

        atOnce(() -> blocking.raise(onFlyer, prices.toString(), "The prices."), () -> tasks.decide(last, printed()));

        assertThat(requests.get(prices).state()).isEqualTo(RequestState.DELIVERED);
        assertThat(blockers.of(flyer)).isEmpty();
    }

    @Test
    void anAnswerByMailSaysThatItWaits() {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef prices = asked("Price list").ref();

        TaskReply reply = answers(TOM, held(flyer, TOM), "Hi Nadia,\nwe are still waiting for " + prices + ".\nTom");

        assertThat(reply).isEqualTo(new TaskReply.Waits(prices));
        assertThat(blockers.of(flyer)).extracting(Blocker::waitsFor).containsExactly(prices);
        QueuedMail toTom = mailTo(TOM, flyer);
        assertThat(toTom.text())
                .startsWith("It is written down that “Sign off the flyer” for “Spring flyer” waits for " + prices);
        assertThat(toTom.problem()).isNull();
        assertThat(answers(TOM, held(flyer, TOM), "Approved").decided()).isTrue();
    }

    @Test
    void anAnswerThatCannotWaitIsToldWhy() {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef prices = asked("Price list").ref();
        fillsIn(held(prices, TOM), flyer.toString());

        assertThat(answers(TOM, held(flyer, TOM), "Waiting for " + prices)).isInstanceOf(TaskReply.Incomplete.class);

        assertThat(mailTo(TOM, flyer).text()).contains(flyer + " → " + prices + " → " + flyer);
        assertThat(blockers.of(flyer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I wait for %s",
                "Sorry, this is blocked by %s at the moment",
                "Ich warte auf %s.",
                "J'attends %s",
                "Depends on [%s].",
                "No copy yet: waiting on request %s"
            })
    void waitingIsUnderstood(String words) {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef prices = asked("Price list").ref();

        assertThat(answers(TOM, held(flyer, TOM), words.formatted(prices))).isInstanceOf(TaskReply.Waits.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Are we waiting for %s?",
                "Not waiting for %s any more",
                "%s is wonderful",
                "If you wait for %s I can sign it off later",
                "Look at %s while waiting for me"
            })
    void whatLeavesItOpenIsAskedAbout(String words) {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef prices = asked("Price list").ref();

        assertThat(answers(TOM, held(flyer, TOM), words.formatted(prices))).isInstanceOf(TaskReply.Incomplete.class);
        assertThat(blockers.of(flyer)).isEmpty();
    }

    @Test
    void ofWhoeverItIsNotSureNothingIsKept() {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef prices = asked("Price list").ref();

        answers(TOM, held(flyer, TOM), "Waiting for " + prices, Trust.WEAK);

        assertThat(blockers.of(flyer)).isEmpty();
    }

    @Test
    void bothPagesNameTheOtherAndOnlyWhoMayReadItSeesMore() {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef prices = asked("Price list").ref();
        fillsIn(held(flyer, TOM), prices.toString());

        Visitor nadia = signedIn(NADIA);
        Visitor.Answer waits = nadia.opens("/requests/" + flyer);
        assertThat(waits.page().select("a[href=/requests/" + prices + "]").text())
                .isEqualTo(prices + " Price list");
        Visitor.Answer holds = nadia.opens("/requests/" + prices);
        assertThat(holds.page().text()).contains("What waits for this");
        assertThat(holds.page().select("a[href=/requests/" + flyer + "]").text())
                .isEqualTo(flyer + " Spring flyer");

        Visitor.Answer byLink = visitor().opens(requestLinks.status(flyer));
        assertThat(byLink.page().text())
                .contains("It waits for " + prices + ", promised for Monday 9 March, 17:00 (Berlin).", "The prices.")
                .doesNotContain("Price list");
        assertThat(byLink.page().select("a[href=/requests/" + prices + "]")).isEmpty();
    }

    @Test
    void programsSeeWhatWaitsForWhat() {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef prices = asked("Price list").ref();
        fillsIn(held(flyer, TOM), prices.toString());

        JsonNode waits = json.readTree(
                visitor().calls("/api/requests/" + flyer, "secret").body());
        JsonNode holds = json.readTree(
                visitor().calls("/api/requests/" + prices, "secret").body());

        JsonNode other = waits.get("blockers").get(0).get("waitsFor");
        assertThat(other.get("ref").asString()).isEqualTo(prices.toString());
        assertThat(other.get("state").asString()).isEqualTo("open");
        assertThat(waits.get("holdsUp")).isEmpty();
        assertThat(holds.get("holdsUp").get(0).get("ref").asString()).isEqualTo(flyer.toString());
    }

    @Test
    void theTaskSuggestsWhatItsReaderMayRead() {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef prices = asked("Price list").ref();
        requests.owner(prices, TOM);

        Visitor.Answer page = visitor().opens(links.url(held(flyer, TOM)));

        assertThat(page.page().select("#waited-for option").eachAttr("value"))
                .contains(prices.toString())
                .doesNotContain(flyer.toString());
    }

    @Test
    void aDigestSaysThatItCanGoOnBesideTheTask() {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef prices = asked("Price list").ref();
        fillsIn(held(flyer, TOM), prices.toString());
        deliver(prices);

        MailModels.DigestMail mail = (MailModels.DigestMail)
                Objects.requireNonNull(digest.write(people.personOrStranger(TOM), List.of(mailTo(TOM, flyer)))
                        .model());

        assertThat(mail.asked())
                .extracting(MailModels.ListedNews::sentence)
                .containsExactly(
                        prices + " is delivered, so you can go on with “Sign off the flyer”" + " for “Spring flyer”.");
    }

    private void waitFor(RequestRef request, RequestRef other) {
        transaction.executeWithoutResult(status -> assertThat(
                        dependencies.raise(request, openTask(request).id(), other, "It.", TOM))
                .isInstanceOf(Wait.Kept.class));
    }

    private Visitor.Answer fillsIn(HandOver handOver, String waitsOn) {
        Visitor person = visitor();
        return person.presses(
                "Say that I’m blocked",
                person.opens(links.url(handOver)),
                Map.of("waitsOn", waitsOn, "what", "The prices."));
    }

    private String refused(HandOver handOver, String waitsOn) {
        Visitor.Answer answer = fillsIn(handOver, waitsOn);
        assertThat(answer.status()).as(waitsOn).isEqualTo(422);
        return answer.page().select(".field-error").text();
    }

    private void deliver(RequestRef ref) {
        press(held(ref, TOM), "approve", "");
        tasks.decide(held(ref, LEA), printed());
        assertThat(requests.get(ref).state()).isEqualTo(RequestState.DELIVERED);
    }

    private static Answer printed() {
        return new Answer("done", "", Map.of("copies", "500"), LEA, null, "pressed", List.of(), false);
    }

    private List<String> howLifted(RequestRef request) {
        return jdbc.sql("select lifted_because, lifted_by, lifted_at from blocker where ref = ? order by id")
                .param(request.toString())
                .query((row, number) -> row.getString("lifted_because") + " by "
                        + EmailAddress.of(row.getString("lifted_by")) + " at "
                        + Rows.instant(row, "lifted_at"))
                .list();
    }
}

class WaitsOnH2Test extends WaitsContract {}

@OnPostgres
class WaitsOnPostgresTest extends WaitsContract {}
