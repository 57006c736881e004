package dev.baton.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.Hindrance;
import dev.baton.engine.Migrations;
import dev.baton.engine.MovePlan;
import dev.baton.engine.Obstacle;
import dev.baton.engine.PastTask;
import dev.baton.engine.Place;
import dev.baton.engine.Standing;
import dev.baton.engine.WorkHistory;
import dev.baton.models.Models;
import dev.baton.models.Workflow;
import dev.baton.requests.BriefRows;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Request;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Retried;
import dev.baton.testkit.Dropped;
import dev.baton.testkit.OnPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests that go on in another version of their workflow, on both databases. */
abstract class MovedTasksContract extends TasksTest {

    @Autowired
    Models models;

    @Autowired
    Migrations migrations;

    @Autowired
    WorkHistory history;

    @Autowired
    BriefRows brief;

    @Autowired
    Retried retried;

    private String xml = "";
    private Workflow first;

    @BeforeEach
    void firstVersion() throws IOException {
        xml = Files.readString(Path.of("src/test/resources/models/sign-off/sign-off.bpmn"))
                .replace("id=\"sign-off\"", "id=\"moving\"")
                .replace("value=\"SIGN\"", "value=\"MOVING\"")
                .replace("name=\"addresses\" value=\"sign\"", "name=\"addresses\" value=\"moving\"")
                .replace("<camunda:property name=\"default\" value=\"true\" />", "");
        first = deployed(xml);
    }

    private Workflow deployed(String text) {
        assertThat(Dropped.into(models, "moving.bpmn", text.getBytes(StandardCharsets.UTF_8))
                        .report()
                        .deployable())
                .isTrue();
        return workflows.byKey("moving").orElseThrow();
    }

    private Workflow changed(String text, String instead) {
        assertThat(xml).contains(text);
        return deployed(xml.replace(text, instead));
    }

    private Request flyer() {
        return requests.open(NewRequest.of(first, "Spring flyer", PETRA, "Petra Klein")
                .with(Map.of("topic", "Spring flyer"), List.of()));
    }

    private Standing work(RequestRef ref) {
        return migrations.places(first.definitionId()).stream()
                .flatMap(place -> place.work().stream())
                .filter(work -> work.request().equals(ref))
                .findFirst()
                .orElseThrow();
    }

    private List<Obstacle> move(RequestRef ref, MovePlan plan) {
        return retried.run(() -> migrations.move(plan, work(ref), NADIA));
    }

    private MovePlan plan(Workflow to, Map<String, String> wanted) {
        return migrations.plan(first.definitionId(), to.definitionId(), wanted);
    }

    @Test
    void aTaskMailSentBeforeIsAnsweredAfterTheMove() {
        RequestRef ref = flyer().ref();
        HandOver toTom = held(ref, TOM);
        Instant due = openTask(ref).dueAt();
        Workflow second = changed("dueDate=\"P1D\"", "dueDate=\"P3D\"");

        assertThat(move(ref, plan(second, Map.of()))).isEmpty();

        assertThat(openTask(ref).dueAt()).isEqualTo(due);
        assertThat(openTask(ref).definitionId()).isEqualTo(second.definitionId());
        assertThat(requests.get(ref).definitionId()).isEqualTo(second.definitionId());
        assertThat(visitor().opens(links.url(toTom, "approve")).status()).isEqualTo(200);
        assertThat(answers(TOM, toTom, "Request changes\n\nThe price is wrong.").decided())
                .isTrue();
        assertThat(openTask(ref).definitionId()).isEqualTo(second.definitionId());
        assertThat(openTask(ref).dueAt()).isEqualTo(Instant.parse("2026-03-05T16:00:00Z"));
    }

    @Test
    void aStepWithAnotherIdTakesItsWorkWhereThePlanSaysSo() {
        RequestRef ref = flyer().ref();
        HandOver toTom = held(ref, TOM);
        Workflow second = changed("\"sign\"", "\"signOff\"");

        assertThat(migrations.obstacles(plan(second, Map.of()), work(ref).processId()))
                .containsExactly(new Obstacle("sign", Hindrance.NO_STEP));
        assertThat(move(ref, plan(second, Map.of()))).isNotEmpty();
        assertThat(requests.get(ref).definitionId()).isEqualTo(first.definitionId());

        assertThat(move(ref, plan(second, Map.of("sign", "signOff")))).isEmpty();
        assertThat(openTask(ref).key()).isEqualTo("signOff");
        assertThat(answers(TOM, toTom, "Approve").decided()).isTrue();
    }

    @Test
    void aStepOfAnotherKindTakesNoWork() {
        RequestRef ref = flyer().ref();
        Workflow second = changed("\"sign\"", "\"signOff\"");

        MovePlan plan = plan(second, Map.of("sign", "which", "mend", "delivered"));

        assertThat(plan.refused()).containsEntry("sign", Hindrance.OTHER_KIND).containsKey("mend");
        assertThat(migrations.obstacles(plan, work(ref).processId()))
                .containsExactly(new Obstacle("sign", Hindrance.NO_STEP));
    }

    @Test
    void whatTheNewBriefAsksForIsUnansweredAndWhatTheOldOneAskedForIsKept() {
        RequestRef ref = flyer().ref();
        String budget = "<camunda:formField id=\"budget\" label=\"Budget\" type=\"string\" />";
        Workflow second = deployed(
                xml.replace("<camunda:formField id=\"topic\" label=\"What is it about?\" type=\"string\" />", budget)
                        .replace("${verdict == 'changes'}", "${verdict == 'changes' and budget == null}"));

        assertThat(move(ref, plan(second, Map.of()))).isEmpty();

        assertThat(answers(TOM, held(ref, TOM), "Request changes\n\nThe price.").decided())
                .isTrue();
        assertThat(openTask(ref).key()).isEqualTo("mend");
        assertThat(brief.of(requests.get(ref))).extracting(BriefRows.Row::label).contains("What is it about?");
    }

    @Test
    void historyStaysInTheVersionItHappenedIn() {
        RequestRef ref = flyer().ref();
        press(held(ref, TOM), "changes", "The price.");
        Workflow second = changed("Look at the flyer as a customer would.", "Look at it twice.");

        move(ref, plan(second, Map.of()));

        List<String> versions = new ArrayList<>();
        history.tasks(clock.instant(), (PastTask task) -> {
            if (task.request().equals(ref)) {
                versions.add(task.definitionId());
            }
        });
        assertThat(versions).containsExactlyInAnyOrder(first.definitionId(), second.definitionId());
    }

    @Test
    void aVoteThatHasBegunGoesOnAmongTheSamePeople() throws IOException {
        String vote = Files.readString(Path.of("src/test/resources/models/sign-off/vote.bpmn"))
                .replace("id=\"vote\"", "id=\"moving-vote\"")
                .replace("value=\"VOTE\"", "value=\"MOVEVOTE\"")
                .replace("name=\"addresses\" value=\"vote\"", "name=\"addresses\" value=\"move-vote\"");
        Dropped.into(models, "moving-vote.bpmn", vote.getBytes(StandardCharsets.UTF_8));
        first = workflows.byKey("moving-vote").orElseThrow();
        RequestRef ref = flyer().ref();
        press(vote(ref, INES), "approve", "");
        Dropped.into(
                models,
                "moving-vote.bpmn",
                vote.replace("\"look\"", "\"voting\"")
                        .replace("Vote on the flyer", "Vote on it")
                        .getBytes(StandardCharsets.UTF_8));
        Workflow second = workflows.byKey("moving-vote").orElseThrow();

        assertThat(migrations.obstacles(plan(second, Map.of()), work(ref).processId()))
                .contains(new Obstacle("look", Hindrance.NO_STEP));
        assertThat(move(ref, plan(second, Map.of("look", "voting")))).isEmpty();
        press(vote(ref, LEA), "reject", "The logo is old.");

        assertThat(openTask(ref).name()).isEqualTo("Mend the flyer");
    }

    @Test
    void workIsCountedWhereItStands() {
        RequestRef signing = flyer().ref();
        RequestRef mending = flyer().ref();
        press(held(mending, TOM), "changes", "The price.");

        assertThat(migrations.places(first.definitionId()))
                .filteredOn(place -> place.work().stream()
                        .anyMatch(work -> List.of(signing, mending).contains(work.request())))
                .extracting(Place::steps)
                .containsExactlyInAnyOrder(Set.of("sign"), Set.of("mend"));
        assertThat(migrations.work("moving").get(first.definitionId()).running())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void anAnswerAndAMoveInTheSameMomentBothCount() throws Exception {
        RequestRef ref = flyer().ref();
        HandOver toTom = held(ref, TOM);
        Workflow second = changed("Look at the flyer as a customer would.", "Look at it with care.");
        MovePlan plan = plan(second, Map.of());
        Standing work = work(ref);

        List<Boolean> both = atOnce(
                () -> answers(TOM, toTom, "Approve").decided(),
                () -> retried.run(() -> migrations.move(plan, work, NADIA)).isEmpty());

        assertThat(both).containsExactly(true, true);
        assertThat(openTask(ref).name()).isEqualTo("Print the flyer");
        assertThat(openTask(ref).definitionId()).isEqualTo(second.definitionId());
    }
}

class MovedTasksOnH2Test extends MovedTasksContract {}

@OnPostgres
class MovedTasksOnPostgresTest extends MovedTasksContract {}
