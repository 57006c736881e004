package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.UserTasks;
import dev.baton.engine.spi.OpenTask;
import dev.baton.models.Workflows;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.OnPostgres;
import dev.baton.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

/** Facts and the engine's history are compared each night; what the engine forgets afterwards, the numbers keep. */
@BatonTest
@ContextConfiguration(classes = OnlyMetrics.class)
@TestPropertySource(properties = {"baton.models=src/test/resources/models/poster", "baton.people=people.yaml"})
abstract class ReconciliationContract {

    private static final EmailAddress NADIA = EmailAddress.of("nadia@example.com");
    private static Instant monday = Instant.parse("2061-01-03T08:00:00Z");

    @Autowired
    Requests requests;

    @Autowired
    Workflows workflows;

    @Autowired
    UserTasks tasks;

    @Autowired
    OnlyMetrics.Desk desk;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    StoredFacts stored;

    @Autowired
    HistoryFacts history;

    @Autowired
    RecordedRows rows;

    @Autowired
    ProcessEngine engine;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void laterThanOthers() {
        monday = monday.plus(Duration.ofDays(700));
        clock.set(monday);
        reconciliation.reconcile();
    }

    @Test
    void whatHappenedIsThereAlready() {
        accepted();
        clock.jump(Duration.ofHours(1));

        Reconciliation.Result result = reconciliation.reconcile();

        assertThat(result.compared()).isPositive();
        assertThat(result.added()).isZero();
        assertThat(result.different()).isZero();
        assertThat(reconciliation.last())
                .hasValueSatisfying(last -> assertThat(last.at()).isEqualTo(clock.instant()));
    }

    @Test
    void whatIsMissingIsAddedAndCounts() {
        RequestRef ref = accepted();
        clock.jump(Duration.ofHours(1));
        Report before = report(stored);
        jdbc.sql("delete from fact_task where request = ?")
                .param(ref.toString())
                .update();
        StoredFacts other = another();
        assertThat(report(other)).isNotEqualTo(before);

        assertThat(reconciliation.reconcile().added()).isEqualTo(2);

        assertThat(report(other)).isEqualTo(before);
        assertThat(reconciliation.reconcile().added()).isZero();
    }

    @Test
    void whatIsDifferentIsSaidAndKeepsTheHistory() {
        RequestRef ref = accepted();
        requests.close(ref, NADIA, "Not wanted");
        jdbc.sql("update fact_task set at = ? where request = ? and what = 'done'")
                .params(List.of(monday.minusSeconds(60).atOffset(ZoneOffset.UTC), ref.toString()))
                .update();
        clock.jump(Duration.ofDays(400));

        reconciliation.nightly();
        cleanedUp();

        assertThat(reconciliation.last())
                .hasValueSatisfying(last -> assertThat(last.different()).isEqualTo(1));
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(ref.toString())
                        .count())
                .isEqualTo(1);
        jdbc.sql("update fact_task set at = ? where request = ? and what = 'done'")
                .params(List.of(monday.atOffset(ZoneOffset.UTC), ref.toString()))
                .update();
    }

    @Test
    void numbersOutliveTheHistory() {
        RequestRef ref = accepted();
        clock.jump(Duration.ofDays(3));
        requests.close(ref, NADIA, "Not wanted");
        clock.jump(Duration.ofDays(10));
        Question question = question();
        Report before = new Answer(stored, question).report();
        assertThat(new Answer(history, question).report()).isEqualTo(before);
        clock.jump(Duration.ofDays(400));

        reconciliation.nightly();
        cleanedUp();

        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(ref.toString())
                        .count())
                .isZero();
        assertThat(new Answer(history, question).report()).isNotEqualTo(before);
        assertThat(new Answer(another(), question).report()).isEqualTo(before);
    }

    private void cleanedUp() {
        ManagementService management = engine.getManagementService();
        engine.getHistoryService().findHistoryCleanupJobs().forEach(job -> {
            if (!job.isSuspended() && job.getDuedate() != null) {
                management.executeJob(job.getId());
            }
        });
    }

    private RequestRef accepted() {
        RequestRef ref = requests.open(NewRequest.of(
                        workflows.byKey("poster").orElseThrow(),
                        "Poster",
                        EmailAddress.of("petra@customer.example"),
                        "Petra Klein"))
                .ref();
        OpenTask check = desk.open.values().stream()
                .filter(task -> task.request().equals(ref))
                .findFirst()
                .orElseThrow();
        tasks.complete(check.id(), NADIA, Map.of("checked", "accept"));
        return ref;
    }

    /** As another node would have them that starts now. */
    private StoredFacts another() {
        return new StoredFacts(jdbc, transactions, workflows, rows, workingDays, clock);
    }

    private Report report(StoredFacts facts) {
        Question question = question();
        return new Answer(facts, question).report();
    }

    private Question question() {
        return new Question(
                Scope.ALL,
                new Period(monday, monday.plus(Duration.ofDays(30))),
                clock.instant(),
                ZoneId.of("Europe/Berlin"),
                true);
    }
}

class ReconciliationOnH2Test extends ReconciliationContract {}

@OnPostgres
class ReconciliationOnPostgresTest extends ReconciliationContract {}
