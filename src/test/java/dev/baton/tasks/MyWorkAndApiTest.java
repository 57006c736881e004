package dev.baton.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shared.RequestRef;
import dev.baton.testkit.Visitor;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One's own work on one page, and tasks for other programs. */
class MyWorkAndApiTest extends TasksTest {

    @Autowired
    JsonMapper json;

    @Autowired
    NotNow notNow;

    @Test
    void whatWaitsForMeComesWithTheSoonestFirstAndSaysWhatIsLate() {
        RequestRef late = asked("Late flyer").ref();
        clock.set(Instant.parse("2026-03-04T08:00:00Z"));
        RequestRef later = asked("Later flyer").ref();
        clock.set(Instant.parse("2026-03-05T08:00:00Z"));

        Visitor tom = signedIn(TOM);
        Visitor.Answer page = tom.opens("/my");

        assertThat(page.heading()).isEqualTo("My work");
        assertThat(page.page().select("section[aria-labelledby=waiting] li").eachText())
                .filteredOn(line -> line.contains(late.toString()) || line.contains(later.toString()))
                .containsExactly(
                        "Sign off the flyer: Late flyer " + late + ", late, was due Wednesday 4 March, 17:00 (Berlin)",
                        "Sign off the flyer: Later flyer " + later + ", by Friday 6 March, 17:00 (Berlin)");
        String taskId = openTask(later).id();
        assertThat(tom.opens("/my/tasks/" + taskId).heading()).contains("sign off the flyer for “Later flyer”");
        assertThat(signedIn(INES).opens("/my/tasks/" + taskId).page().text()).contains("The task is with Tom Keller");
    }

    @Test
    void theOwnerSeesWhatStandsStill() {
        RequestRef ref = asked("Blocked flyer").ref();
        blockers.raise(ref, openTask(ref).id(), "the printer", "No paper.", TOM);

        assertThat(signedIn(NADIA)
                        .opens("/my")
                        .page()
                        .select("section[aria-labelledby=owned]")
                        .text())
                .contains("Blocked flyer", "Sign off the flyer, with Tom Keller", "blocked by the printer");
    }

    @Test
    void myWorkNeedsASignIn() {
        assertThat(visitor().opens("/my").at().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void programsSeeOpenTasksWithTheirLinks() {
        RequestRef ref = asked("Flyer for programs").ref();

        JsonNode page = json.readTree(
                visitor().calls("/api/tasks?request=" + ref, "secret").body());

        assertThat(page.get("items")).hasSize(1);
        JsonNode task = page.get("items").get(0);
        assertThat(task.get("id").asString()).isEqualTo(openTask(ref).id());
        assertThat(task.get("request").asString()).isEqualTo(ref.toString());
        assertThat(task.get("name").asString()).isEqualTo("Sign off the flyer");
        assertThat(task.get("person").asString()).isEqualTo("tom@example.com");
        assertThat(task.get("dueAt").asString()).isEqualTo("2026-03-04T16:00:00Z");
        assertThat(task.get("openedAt").asString()).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(task.get("late").asBoolean()).isFalse();
        assertThat(task.get("outcomes").get(1).get("value").asString()).isEqualTo("changes");
        assertThat(task.get("outcomes").get(1).get("asksComment").asBoolean()).isTrue();
        assertThat(task.get("url").asString()).isEqualTo(links.url(held(ref, TOM)));
    }

    @Test
    void aPersonsTasksAreThoseThePersonHasNow() {
        RequestRef ref = asked("Team flyer").ref();
        press(held(ref, TOM), "approve", "");

        JsonNode page = json.readTree(visitor()
                .calls("/api/tasks?person=lea@example.com&request=" + ref, "secret")
                .body());

        assertThat(page.get("items").get(0).get("person").asString()).isEqualTo("lea@example.com");
        assertThat(page.get("items").get(0).get("people")).hasSize(2);
        notNow.handOver(held(ref, INES), "ines@example.com", "");
        notNow.handOver(held(ref, LEA), "ines@example.com", "");
        assertThat(json.readTree(visitor()
                                .calls("/api/tasks?person=lea@example.com&request=" + ref, "secret")
                                .body())
                        .get("items"))
                .isEmpty();
    }

    @Test
    void pagesOfTasksFollowEachOther() {
        asked("One");
        asked("Two");

        JsonNode first =
                json.readTree(visitor().calls("/api/tasks?size=1", "secret").body());
        JsonNode second = json.readTree(visitor()
                .calls("/api/tasks?size=1&after=" + first.get("next").asString(), "secret")
                .body());

        assertThat(first.get("items").get(0).get("id"))
                .isNotEqualTo(second.get("items").get(0).get("id"));
    }

    @Test
    void whatCannotBeReadIsRefusedWithAReason() {
        for (String query : new String[] {"request=nonsense", "person=nobody", "after=x"}) {
            Visitor.Answer answer = visitor().calls("/api/tasks?" + query, "secret");
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(json.readTree(answer.body()).get("detail").asString()).contains("cannot be read");
        }
        assertThat(visitor().calls("/api/tasks", "wrong").status()).isEqualTo(401);
    }
}
