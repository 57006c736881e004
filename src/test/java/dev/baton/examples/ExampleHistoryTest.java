package dev.baton.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.baton.metrics.Measures;
import dev.baton.metrics.Period;
import dev.baton.metrics.Question;
import dev.baton.metrics.Report;
import dev.baton.metrics.Scope;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.outbox.MailState;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.QueuedMail;
import dev.baton.requests.Blockers;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFilter;
import dev.baton.requests.RequestState;
import dev.baton.requests.Requests;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Task;
import dev.baton.tasks.TaskFilter;
import dev.baton.tasks.Tasks;
import dev.baton.testkit.BatonProcess;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The first start of the embedded profile, with nothing that sends or reminds by itself. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:examples;DB_CLOSE_DELAY=-1",
            "db-scheduler.enabled=false",
            "baton.outbox.sending=false",
            "spring.main.banner-mode=off"
        })
@ActiveProfiles("embedded")
class ExampleHistoryTest {

    @DynamicPropertySource
    static void ports(DynamicPropertyRegistry properties) {
        properties.add("baton.embedded.smtp-port", BatonProcess::freePort);
        properties.add("baton.embedded.imap-port", BatonProcess::freePort);
    }

    @Autowired
    Requests requests;

    @Autowired
    Tasks tasks;

    @Autowired
    Blockers blockers;

    @Autowired
    Workflows workflows;

    @Autowired
    Outbox outbox;

    @Autowired
    Measures measures;

    @Autowired
    ExampleHistory history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void everyWorkflowHasExamplesAndAllAreMarked() {
        assertThat(all()).hasSizeGreaterThan(25).allMatch(Request::madeUp);
        assertThat(all().stream().map(Request::workflow).collect(Collectors.toSet()))
                .containsAll(workflows.all().stream().map(Workflow::key).toList());
    }

    @Test
    void someAreOpenInDifferentStepsAndSomeLateBlockedClosedOrWithoutABrief() {
        Instant now = clock.instant();
        List<Request> open = all().stream().filter(Request::isOpen).toList();
        List<Task> openTasks = tasks.open(TaskFilter.ALL, null, 200).items();
        assertThat(open).hasSizeBetween(7, 18);
        assertThat(openTasks.stream().map(Task::key).distinct()).hasSizeGreaterThan(4);
        assertThat(openTasks).anyMatch(task -> task.late(now));
        assertThat(open).anyMatch(Request::waitsForBrief);
        assertThat(blockers.all()).isNotEmpty();
        assertThat(blockers.all()).anyMatch(blocker -> blocker.waitsFor() != null);
        assertThat(all())
                .filteredOn(request -> request.state() == RequestState.DELIVERED)
                .hasSizeGreaterThan(10);
        assertThat(all())
                .filteredOn(request -> request.state() == RequestState.CLOSED)
                .isNotEmpty();
        assertThat(all()).anyMatch(request -> !request.isOpen() && request.late(now));
        assertThat(all()).anyMatch(request -> request.campaign() != null);
    }

    @Test
    void itHappenedInWorkingHoursOfTheLastWeeks() {
        Instant now = clock.instant();
        assertThat(all()).allSatisfy(request -> {
            assertThat(request.openedAt()).isBetween(now.minus(Duration.ofDays(50)), now);
            assertThat(request.openedAt().atZone(ZoneOffset.UTC).getHour()).isBetween(6, 17);
        });
        assertThat(jdbc.sql("select count(*) from decision where decided_at > ?")
                        .param(now.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theMeasuresHaveNumbers() {
        Instant now = clock.instant();
        Period period = new Period(now.minus(Duration.ofDays(42)), now);
        Report report = measures.answer(new Question(Scope.ALL, period, now, ZoneOffset.UTC, true))
                .report();
        assertThat(report.madeUp()).isPositive();
        assertThat(report.reliability().isKnown()).isTrue();
        assertThat(report.slipRate().isKnown()).isTrue();
        assertThat(report.reviewRounds().isKnown()).isTrue();
        assertThat(report.intakeClarity().isKnown()).isTrue();
        assertThat(report.visibility().isKnown()).isTrue();
    }

    @Test
    void allClocksShowTheMachinesTimeAgain() {
        assertThat(ClockUtil.getCurrentTime().toInstant()).isCloseTo(clock.instant(), within(1, ChronoUnit.MINUTES));
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void onlyMailsThatSomebodyCanActOnWait() {
        List<QueuedMail> waiting = outbox.list(MailState.QUEUED, null, 200).items();
        assertThat(waiting).isNotEmpty().allMatch(this::canBeActedOn);
        assertThat(outbox.list(MailState.SENT, null, 200).items())
                .isNotEmpty()
                .allMatch(mail -> mail.queuedAt().equals(mail.sentAt()));
    }

    private boolean canBeActedOn(QueuedMail mail) {
        if (mail.template().equals("acknowledgement")) {
            return requests.get(Objects.requireNonNull(mail.request())).isOpen();
        }
        return mail.replyTo()
                .tag()
                .flatMap(tasks::byReplyTag)
                .map(HandOver::taskId)
                .flatMap(tasks::find)
                .filter(Task::isOpen)
                .isPresent();
    }

    @Test
    void noReminderIsOverdue() {
        assertThat(jdbc.sql("select count(*) from task where ended_at is null and next_nudge_at < ?")
                        .param(clock.instant().minus(Duration.ofHours(2)).atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aSecondStartMakesNothing() {
        assertThat(history.isFree()).isFalse();
    }

    private List<Request> all() {
        return requests.list(RequestFilter.ALL, null, 200).items();
    }
}
