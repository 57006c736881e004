package dev.baton.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.outbox.QueuedMail;
import dev.baton.requests.Blocker;
import dev.baton.requests.Decision;
import dev.baton.requests.Promise;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.OnPostgres;
import dev.baton.testkit.Visitor;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** "Not now?" on the page of a task. */
abstract class NotNowContract extends TasksTest {

    @Autowired
    dev.baton.engine.Processes processes;

    @Autowired
    Blocking blocking;

    @Test
    void aTaskHandedOverIsTheOthersAndTheOldLinkSaysWhose() {
        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);

        Visitor.Answer after = pressed("Hand over", toTom, Map.of("to", "ines@example.com", "note", "You know it."));

        assertThat(after.heading()).isEqualTo("This is with Ines Roth now");
        HandOver toInes = held(ref, INES);
        QueuedMail mail = mailTo(INES, ref);
        assertThat(mail.subject())
                .isEqualTo("[" + ref + "] From Tom Keller: Sign off the flyer: Spring flyer, by Wed 4 March");
        assertThat(mail.text()).contains("You know it.", links.url(toInes));
        assertThat(mail.problem()).isNull();
        assertThat(press(toTom, "approve", "")).isInstanceOf(TaskReply.TooLate.class);
        assertThat(answers(TOM, toTom, "Approve")).isInstanceOf(TaskReply.TooLate.class);
        assertThat(processes.waitingSteps(ref))
                .extracting(step -> step.assignee())
                .containsExactly("ines@example.com");
        assertThat(press(toInes, "approve", "").decided()).isTrue();
    }

    @Test
    void aTaskOfATeamHandedToOneIsNobodyElses() {
        RequestRef ref = asked("Spring flyer").ref();
        press(held(ref, TOM), "approve", "");
        HandOver toLea = held(ref, LEA);

        pressed("Hand over", held(ref, INES), Map.of("to", "freelancer@elsewhere.example"));

        assertThat(tasks.standing(toLea)).isInstanceOf(Standing.HandedOn.class);
        assertThat(tasks.holders(toLea.taskId()))
                .extracting(HandOver::person)
                .containsExactly(EmailAddress.of("freelancer@elsewhere.example"));
    }

    @Test
    void aPersonWhoIsAwayIsStoodInFor() {
        RequestRef ref = asked("Spring flyer").ref();

        pressed("Hand over", held(ref, TOM), Map.of("to", "maria@example.com"));

        assertThat(held(ref, EmailAddress.of("ben@example.com")).cause()).isEqualTo(Cause.SUBSTITUTE);
    }

    @Test
    void whatIsNoAddressIsSaidBesideTheField() {
        RequestRef ref = asked("Spring flyer").ref();

        Visitor.Answer again = pressed("Hand over", held(ref, TOM), Map.of("to", "Ines", "note", "You know it."));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select(".field-error").eachText())
                .containsExactly("This is no mail address. Write it like nadia@example.com.");
        assertThat(again.page().getElementById("note").text()).isEqualTo("You know it.");
        assertThat(again.page().select("details[open]")).hasSize(1);
        assertThat(held(ref, TOM).holds()).isTrue();
    }

    @Test
    void anotherDateIsANewPromiseBesideTheFirstAndTheOwnerIsTold() {
        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);

        Visitor.Answer after =
                pressed("Promise this date", toTom, Map.of("day", "2026-03-06", "reason", "I wait for the price."));

        assertThat(after.heading()).contains("by Friday 6 March, 17:00 (Berlin)");
        assertThat(promises.ofTask(ref, toTom.taskId()))
                .extracting(Promise::due, Promise::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Instant.parse("2026-03-04T16:00:00Z"), null),
                        org.assertj.core.groups.Tuple.tuple(
                                Instant.parse("2026-03-06T16:00:00Z"), "I wait for the price."));
        QueuedMail mail = mailTo(NADIA, ref);
        assertThat(mail.text())
                .contains(
                        "Tom Keller moved the promise for “Sign off the flyer: Spring flyer” from Wednesday 4 March,"
                                + " 17:00 (Berlin) to Friday 6 March, 17:00 (Berlin).",
                        "I wait for the price.");
        assertThat(mail.problem()).isNull();
    }

    @Test
    void aDateNeedsToComeAndAReason() {
        HandOver toTom = held(asked("Spring flyer").ref(), TOM);

        assertThat(pressed("Promise this date", toTom, Map.of("day", "2026-02-27", "reason", "Late"))
                        .page()
                        .select(".field-error")
                        .text())
                .contains("has passed");
        assertThat(pressed("Promise this date", toTom, Map.of("day", "2026-03-09"))
                        .page()
                        .select(".field-error")
                        .text())
                .contains("say why");
        assertThat(pressed("Promise this date", toTom, Map.of("day", "2026-03-09"))
                        .page()
                        .select("[autofocus]")
                        .attr("name"))
                .isEqualTo("reason");
        assertThat(pressed("Promise this date", toTom, Map.of("day", "soon", "reason", "Late"))
                        .page()
                        .select(".field-error")
                        .text())
                .contains("choose a day");
        assertThat(promises.ofTask(toTom.request(), toTom.taskId())).hasSize(1);
    }

    @Test
    void whoeverBlocksATaskIsToldAndCanSayThatItIsOutOfTheWay() {
        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);

        Visitor.Answer after = pressed(
                "Say that I’m blocked", toTom, Map.of("waitsOn", "Ines Roth", "what", "The picture is missing."));

        assertThat(after.page().text()).contains("This waits for Ines Roth", "The picture is missing.");
        Blocker blocker = blockers.of(ref).get(0);
        assertThat(blocker.taskId()).isEqualTo(toTom.taskId());
        QueuedMail mail = mailTo(INES, ref);
        assertThat(mail.text())
                .contains("Tom Keller cannot go on with “Sign off the flyer”", "The picture is missing.");
        assertThat(mail.problem()).isNull();

        String link = mail.text().replaceAll("(?s).*It is out of the way: (\\S+).*", "$1");
        Visitor ines = visitor();
        Visitor.Answer page = ines.opens(link);
        assertThat(page.heading()).isEqualTo("Tom Keller waits for you");
        assertThat(blockers.of(ref)).hasSize(1);
        assertThat(ines.presses("It is out of the way", page).heading()).isEqualTo("This is out of the way");

        assertThat(blockers.of(ref)).isEmpty();
        assertThat(mailTo(TOM, ref).text()).contains("Ines Roth wrote", "The picture is missing.");
        assertThat(mailTo(TOM, ref).problem()).isNull();
    }

    @Test
    void whatIsOutOfTheWayIsToldOnceHoweverOftenItIsSaid() {
        RequestRef ref = asked("Spring flyer").ref();
        pressed("Say that I’m blocked", held(ref, TOM), Map.of("waitsOn", "Ines Roth", "what", "No picture."));
        Blocker blocker = blockers.of(ref).get(0);
        int before = mailsTo(TOM, ref).size();

        blocking.outOfTheWay(blocker);
        blocking.outOfTheWay(blocker);

        assertThat(mailsTo(TOM, ref)).hasSize(before + 1);
    }

    @Test
    void theOneWhoIsBlockedCanLiftIt() {
        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);
        pressed("Say that I’m blocked", toTom, Map.of("waitsOn", "the printer", "what", "No paper."));
        assertThat(mailTo(NADIA, ref).text()).contains("No paper.");

        pressed("It can go on", toTom, Map.of());

        assertThat(blockers.of(ref)).isEmpty();
    }

    @Test
    void aLinkDoesNothingToTheTaskOfAnotherLink() {
        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);
        HandOver ofAnother = held(asked("Summer flyer").ref(), TOM);
        pressed("Say that I’m blocked", toTom, Map.of("waitsOn", "the printer", "what", "No paper."));
        Visitor.Answer page = visitor().opens(links.url(toTom));
        String blocker = page.page().select("input[name=blocker]").val();
        Visitor tom = visitor();
        String csrf = tom.opens(links.url(ofAnother))
                .page()
                .select("input[name=_csrf]")
                .val();

        tom.posts(links.url(ofAnother) + "/lift", Map.of("_csrf", csrf, "blocker", blocker));

        assertThat(blockers.of(ref)).hasSize(1);
    }

    @Test
    void longWordsAreKeptWhole() {
        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);
        String words = "Because. ".repeat(1000).strip();

        pressed("Promise this date", toTom, Map.of("day", "2026-03-06", "reason", words));
        pressed("Say that I’m blocked", toTom, Map.of("waitsOn", "the printer " + words, "what", words));
        press(toTom, "changes", words);

        assertThat(promises.ofTask(ref, toTom.taskId()))
                .last()
                .extracting(Promise::reason)
                .isEqualTo(words);
        assertThat(mailTo(NADIA, ref).text()).isNotEmpty();
        assertThat(decisions.of(ref)).extracting(Decision::remark).containsExactly(words);
        requests.close(ref, NADIA, words);
        assertThat(requests.get(ref).closedBecause()).isEqualTo(words);
    }

    @Test
    void aDayBeyondAllCalendarsIsNoDay() {
        HandOver toTom = held(asked("Spring flyer").ref(), TOM);

        Visitor.Answer again =
                pressed("Promise this date", toTom, Map.of("day", "+999999999-12-31", "reason", "Later"));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select(".field-error").text()).contains("choose a day");
    }

    @Test
    void aBlockerOfADecidedTaskIsLiftedWithIt() {
        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);
        pressed("Say that I’m blocked", toTom, Map.of("waitsOn", "nadia@example.com", "what", "A word."));

        press(toTom, "approve", "");

        assertThat(blockers.of(ref)).isEmpty();
    }

    private Visitor.Answer pressed(String button, HandOver handOver, Map<String, String> fields) {
        Visitor person = visitor();
        return person.presses(button, person.opens(links.url(handOver)), fields);
    }
}

class NotNowOnH2Test extends NotNowContract {}

@OnPostgres
class NotNowOnPostgresTest extends NotNowContract {}
