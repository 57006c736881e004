package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.spi.DueDates;
import dev.baton.engine.spi.ExpressionName;
import dev.baton.engine.spi.ExpressionScope;
import dev.baton.engine.spi.OpenTask;
import dev.baton.engine.spi.ProcessObserver;
import dev.baton.engine.spi.TaskObserver;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.OnPostgres;
import dev.baton.testkit.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

@BatonTest
@ContextConfiguration(classes = EngineContract.OnlyTheEngine.class)
abstract class EngineContract {

    private static final RequestRef REF = RequestRef.of("TEST-1");
    private static final EmailAddress NADIA = EmailAddress.of("nadia@example.com");

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan({"dev.baton.engine", "dev.baton.shared"})
    @ConfigurationPropertiesScan({"dev.baton.engine", "dev.baton.shared"})
    static class OnlyTheEngine {}

    /** Hears everything and settles due dates, as the modules above the engine do. */
    @org.springframework.stereotype.Component
    static class Listening implements TaskObserver, ProcessObserver, DueDates, ExpressionName {
        final List<OpenTask> opened = new ArrayList<>();
        final List<String> heard = new ArrayList<>();

        @Override
        public void opened(OpenTask task) {
            opened.add(task);
        }

        @Override
        public void completed(OpenTask task) {
            heard.add("completed " + task.name());
        }

        @Override
        public void withdrawn(OpenTask task) {
            heard.add("withdrawn " + task.name());
        }

        @Override
        public void ended(RequestRef request, Optional<String> closedBecause) {
            heard.add("ended " + request + " " + closedBecause.orElse("delivered"));
        }

        @Override
        public void settled(RequestRef request, String name, String value) {
            heard.add(name + " " + value);
        }

        @Override
        public Instant due(String text, @Nullable String assignee, List<String> groups, Instant from) {
            return from.plus(Duration.parse(text)).plusSeconds(1);
        }

        @Override
        public String name() {
            return "request";
        }

        @Override
        public Object valueFor(ExpressionScope scope) {
            return Map.of("ref", scope.request().map(RequestRef::toString).orElse("none"));
        }
    }

    @Autowired
    Deployments deployments;

    @Autowired
    Processes processes;

    @Autowired
    UserTasks tasks;

    @Autowired
    Forms forms;

    @Autowired
    Listening listening;

    @Autowired
    TransactionTemplate transaction;

    static void deployOnce(Deployments deployments, String... workflows) {
        Stream.of(workflows)
                .filter(workflow -> deployments.newestProcess(workflow).isEmpty())
                .forEach(workflow -> deployments.deploy(Map.of(workflow + ".bpmn", file(workflow + ".bpmn"))));
    }

    private String newest(String workflow) {
        return deployments.versionsOf(workflow).get(0).id();
    }

    @BeforeEach
    void deployBoth() {
        deployOnce(deployments, "votes-only", "two-steps");
        processes.close(REF, "Left over by another test");
        listening.opened.clear();
        listening.heard.clear();
    }

    @Test
    void aTaskReachesItsObserverWithItsDueDateSettledByUs() {
        processes.start(newest("two-steps"), REF, Map.of("title", "News", "kind", "mail"));

        OpenTask task = listening.opened.get(0);
        assertThat(task.name()).isEqualTo("Write News");
        assertThat(task.assignee()).isEqualTo("nadia@example.com");
        assertThat(task.request()).isEqualTo(REF);
        assertThat(task.dueAt())
                .isEqualTo(SettableClock.START.plus(Duration.ofDays(2)).plusSeconds(1));
        assertThat(task.round()).isNull();
    }

    @Test
    void aCalledProcessBelongsToTheSameRequestAndItsVotesToOneRound() {
        processes.start(newest("two-steps"), REF, Map.of("title", "News", "kind", "mail"));
        tasks.complete(listening.opened.get(0).id(), NADIA, Map.of("outcome", "done"));

        List<OpenTask> votes = listening.opened.subList(1, 3);
        assertThat(votes).allSatisfy(vote -> {
            assertThat(vote.request()).isEqualTo(REF);
            assertThat(vote.groups()).containsExactlyInAnyOrder("legal", "brand");
            assertThat(vote.round()).isNotNull();
        });
        assertThat(votes).extracting(OpenTask::round).containsOnly(votes.get(0).round());

        votes.forEach(vote -> tasks.complete(vote.id(), NADIA, Map.of()));
        assertThat(listening.heard).contains("completed Write News", "ended TEST-1 delivered");
        assertThat(processes.isRunning(REF)).isFalse();
        assertThat(processes.steps(REF)).extracting(Step::activity).contains("write", "vote");
    }

    @Test
    void theEndEventSaysWhyARequestIsClosed() {
        processes.start(newest("two-steps"), REF, Map.of("title", "News", "kind", "mail"));
        tasks.complete(listening.opened.get(0).id(), NADIA, Map.of("outcome", "reject"));

        assertThat(listening.heard).contains("ended TEST-1 Not wanted");
    }

    @Test
    void closingWithdrawsTheTasksAndIsNoEndOfItsOwn() {
        processes.start(newest("two-steps"), REF, Map.of("title", "News", "kind", "mail"));
        processes.close(REF, "Not needed any more");

        assertThat(listening.heard).containsExactly("withdrawn Write News");
    }

    @Test
    void aStepThatSetsTheOwnerIsHeard() {
        processes.start(newest("two-steps"), REF, Map.of("title", "News", "kind", "mail", "owner", "ben@example.com"));

        assertThat(listening.heard).contains("owner ben@example.com");
    }

    @Test
    void whatTheTransactionUndoesNeverHappened() {
        transaction.executeWithoutResult(status -> {
            processes.start(newest("two-steps"), REF, Map.of("title", "News", "kind", "mail"));
            status.setRollbackOnly();
        });

        assertThat(processes.isRunning(REF)).isFalse();
    }

    @Test
    void aModelThatCannotGoOnSaysWhy() {
        assertThatThrownBy(() -> processes.start(newest("two-steps"), REF, Map.of()))
                .isInstanceOf(WorkflowFailed.class)
                .hasMessageContaining("title");
    }

    @Test
    void aTaskThatIsGoneHasNoForm() {
        assertThat(forms.ofTask("decided-meanwhile")).isEmpty();
    }

    @Test
    void theBriefIsReadFromTheModel() {
        List<FormField> brief =
                forms.brief(deployments.versionsOf("two-steps").get(0).id());

        assertThat(brief).extracting(FormField::id).containsExactly("title", "kind", "address", "budget", "day");
        assertThat(brief.get(0).required()).isTrue();
        assertThat(brief.get(0).help()).contains("In a few words");
        assertThat(brief.get(0).rule("maxlength")).contains("20");
        assertThat(brief.get(1).choices())
                .containsExactly(Map.entry("mail", "A mail"), Map.entry("page", "A page"), Map.entry("fax", "fax"));
        assertThat(brief.get(1).shown()).isEqualTo("A mail");
        assertThat(brief.get(3).properties()).isEmpty();
    }

    @Test
    void allProblemsOfAFormAreSaidAtOnce() {
        FormAnswers answers = check(Map.of(
                "title", "A title that is much too long", "kind", "leaflet", "budget", "99", "day", "2026-02-30"));

        assertThat(answers.problems())
                .extracting(problem -> problem.field().id() + " " + problem.rule())
                .containsExactly("title maxlength", "kind type", "budget min", "day type");
    }

    @Test
    void aFieldThatIsNotShownIsNotAskedFor() {
        assertThat(check(Map.of("title", "News", "kind", "mail")).valid()).isTrue();
        assertThat(check(Map.of("title", "News", "kind", "page")).missing())
                .extracting(FormField::id)
                .containsExactly("address");
    }

    @Test
    void answersTakeTheTypeOfTheirField() {
        assertThat(check(Map.of("title", " News ", "kind", "mail", "budget", "5 000", "day", "2026-12-01"))
                        .values())
                .isEqualTo(Map.of("title", "News", "kind", "mail", "budget", 5000L, "day", "2026-12-01"));
    }

    private FormAnswers check(Map<String, String> given) {
        return forms.check(
                forms.brief(deployments.versionsOf("two-steps").get(0).id()), given);
    }

    static byte[] file(String name) {
        try {
            return new ClassPathResource("models/" + name).getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}

class EngineOnH2Test extends EngineContract {}

@OnPostgres
class EngineOnPostgresTest extends EngineContract {}
