package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.OnPostgres;
import dev.baton.testkit.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

@BatonTest
@ContextConfiguration(classes = EngineContract.OnlyTheEngine.class)
abstract class WorkHistoryContract {

    private static final EmailAddress NADIA = EmailAddress.of("nadia@example.com");
    private static int number;

    @Autowired
    Deployments deployments;

    @Autowired
    Processes processes;

    @Autowired
    UserTasks tasks;

    @Autowired
    EngineContract.Listening listening;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private RequestRef ref;

    private String newest(String workflow) {
        return deployments.versionsOf(workflow).get(0).id();
    }

    @BeforeEach
    void anotherRequest() {
        EngineContract.deployOnce(deployments, "votes-only", "two-steps");
        listening.opened.clear();
        ref = new RequestRef("PAST", ++number);
        clock.set(SettableClock.START);
        processes.start(newest("two-steps"), ref, Map.of("title", "News", "kind", "mail"));
    }

    @Test
    void aTaskIsToldWithItsRequestAndTheWorkflowThatFollowsIt() {
        tasks.complete(listening.opened.get(0).id(), NADIA, Map.of("outcome", "done"));

        List<PastTask> past = past(10);
        assertThat(past).extracting(PastTask::name).containsExactly("Write News", "Vote", "Vote");
        assertThat(past).extracting(PastTask::workflow).containsOnly("two-steps");
        assertThat(past.get(0).assignee()).isEqualTo("nadia@example.com");
        assertThat(past.get(0).createdAt()).isEqualTo(clock.instant());
        assertThat(past.get(0).endedAt()).isEqualTo(clock.instant());
        assertThat(past.get(0).withdrawn()).isFalse();
        assertThat(past.get(0).dueAt()).isEqualTo(listening.opened.get(0).dueAt());
        assertThat(past.get(1).definitionId()).startsWith("votes-only:");
        assertThat(past.get(1).endedAt()).isNull();
    }

    @Test
    void smallPagesTellEachTaskOnceThoughAllBeganAtOnce() {
        tasks.complete(listening.opened.get(0).id(), NADIA, Map.of("outcome", "done"));

        assertThat(past(1)).isEqualTo(past(10_000)).hasSize(3);
        assertThat(past(2)).isEqualTo(past(3));
    }

    @Test
    void whateverReasonSomebodyGivesATaskOfAClosedRequestWasTakenAway() {
        processes.close(ref, "completed");

        assertThat(past(10)).extracting(PastTask::withdrawn).containsExactly(true);
        assertThat(listening.heard).contains("withdrawn Write News");
    }

    @Test
    void whatCameLaterIsNotTold() {
        List<PastTask> found = new ArrayList<>();
        new WorkHistory(jdbc, 10).tasks(clock.instant().minusMillis(1), found::add);

        assertThat(found).noneMatch(task -> task.request().equals(ref));
    }

    private List<PastTask> past(int page) {
        List<PastTask> found = new ArrayList<>();
        Instant now = clock.instant();
        new WorkHistory(jdbc, page).tasks(now, found::add);
        return found.stream().filter(task -> task.request().equals(ref)).toList();
    }
}

class WorkHistoryOnH2Test extends WorkHistoryContract {}

@OnPostgres
class WorkHistoryOnPostgresTest extends WorkHistoryContract {}
