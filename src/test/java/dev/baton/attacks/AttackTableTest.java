package dev.baton.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.CodeRefused;
import dev.baton.engine.Deployments;
import dev.baton.engine.Forms;
import dev.baton.engine.UserTasks;
import dev.baton.engine.WorkflowFailed;
import dev.baton.models.CheckReport;
import dev.baton.models.Finding;
import dev.baton.models.ModelCheck;
import dev.baton.models.Severity;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.outbox.Outbox;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Request;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.Task;
import dev.baton.tasks.Tasks;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.SettableClock;
import dev.baton.testkit.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.TestPropertySource;

/**
 * Models that attack, in the whole house: each is refused by the check, and each is harmless with the check off, deployed
 * straight into the engine, asked for, its task answered and its timers run. Printed as a table.
 */
@BatonTest
@TestPropertySource(
        properties = {
            "baton.models=src/test/resources/no-models",
            "baton.people=src/test/resources/people-of-tasks.yaml",
            "baton.outbox.sending=false"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 3, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = java.util.concurrent.TimeUnit.MINUTES)
class AttackTableTest {

    private static final EmailAddress NADIA = EmailAddress.of("nadia@example.com");
    private static final EmailAddress PETRA = EmailAddress.of("petra@customer.example");
    private static final String ANOTHERS = "what Petra keeps to herself";

    /** In which the engine is driven by hand; a timer that comes every second rings some times. */
    private static final int ROUNDS = 4;

    @TestConfiguration(proxyBeanMethods = false)
    static class Bait {
        @Bean
        Canary canary() {
            return new Canary();
        }
    }

    @TempDir
    static Path folder;

    private Canary.Cage cage;
    private List<Attack> attacks = List.of();
    private final List<String> table = new ArrayList<>();
    private RequestRef other = RequestRef.of("GOOD-1");

    @Autowired
    ModelCheck check;

    @Autowired
    Deployments deployments;

    @Autowired
    Workflows workflows;

    @Autowired
    Requests requests;

    @Autowired
    Tasks tasks;

    @Autowired
    UserTasks userTasks;

    @Autowired
    Forms forms;

    @Autowired
    Outbox outbox;

    @Autowired
    ProcessEngine engine;

    @Autowired
    SettableClock clock;

    @LocalServerPort
    int port;

    @BeforeAll
    void anotherRequestIsUnderWay() {
        cage = new Canary.Cage(folder);
        attacks = Attacks.on(cage);
        clock.set(SettableClock.START);
        deployments.deploy(Map.of("goodwork.bpmn", Attack.good()));
        other = ask("goodwork", ANOTHERS).ref();
        Canary.quiet();
    }

    @BeforeEach
    void monday() {
        clock.set(SettableClock.START);
    }

    @AfterAll
    void printed() {
        cage.close();
        System.out.println("\n| what it tries | | the check says | with the check off |\n| --- | --- | --- | --- |");
        table.forEach(System.out::println);
    }

    Stream<Attack> attacks() {
        return attacks.stream();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefusedByTheCheckAndHarmlessWithoutIt(Attack attack) {
        CheckReport report = check.check(attack.last().name(), attack.last().bytes());
        String said = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::message)
                .findFirst()
                .orElse("nothing");
        String happened = unchecked(attack);
        table.add("| " + attack.kind() + " | " + attack.name() + " | " + shortened(said) + " | " + shortened(happened)
                + " |");

        assertThat(cage.songs()).as(happened).isEmpty();
        assertThat(shownIn(attack)).doesNotContain(Canary.SECRET, ANOTHERS);
        assertThat(requests.get(other).title()).isEqualTo(ANOTHERS);
        assertThat(tasks.open(other)).extracting(Task::name).containsExactly("Look at it");
        assertThat(report.deployable()).as(happened).isFalse();
    }

    @Test
    void thereAreEnough() {
        assertThat(attacks).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    @Test
    void theHouseGoesOn() {
        assertThat(Visitor.of(port).opens("/").status()).isEqualTo(200);
        Request next = ask("goodwork", "Something else");
        assertThat(tasks.open(next.ref())).hasSize(1);
    }

    private Request ask(String workflow, String title) {
        Workflow asked = workflows.byKey(workflow).orElseThrow();
        return requests.open(NewRequest.of(asked, title, PETRA, "Petra Klein").with(Map.of("title", title), List.of()));
    }

    /** What comes of the model where nobody checks it. */
    private String unchecked(Attack attack) {
        try {
            attack.files().forEach(file -> deployments.deploy(Map.of(file.name(), file.bytes())));
        } catch (WorkflowFailed | CodeRefused refused) {
            return "not taken: " + innermost(refused);
        }
        Request request;
        try {
            request = ask(attack.key(), "News");
            forms.brief(workflows.byKey(attack.key()).orElseThrow().definitionId());
        } catch (WorkflowFailed failed) {
            return "no request began: " + innermost(failed);
        }
        List<String> events = new ArrayList<>();
        for (int round = 0; round < ROUNDS && requests.get(request.ref()).isOpen(); round++) {
            clock.jump(Duration.ofSeconds(1));
            runJobs(attack.key(), events);
            answer(request.ref(), round, events);
        }
        events.add(requests.get(request.ref()).isOpen() ? "it waits" : "it ended");
        return String.join("; ", events.stream().distinct().toList());
    }

    private void runJobs(String key, List<String> events) {
        for (Job job : engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey(key)
                .executable()
                .list()) {
            try {
                engine.getManagementService().executeJob(job.getId());
            } catch (RuntimeException failed) {
                events.add("a step by itself failed: " + innermost(failed));
            }
        }
    }

    private void answer(RequestRef ref, int round, List<String> events) {
        for (Task task : tasks.open(ref)) {
            try {
                tasks.holders(task.id()).forEach(tasks::sheet);
                forms.ofTask(task.id());
                userTasks.complete(task.id(), NADIA, Map.of("outcome", round == 0 ? "no" : "yes"));
            } catch (WorkflowFailed failed) {
                events.add("the task stays open: " + innermost(failed));
            }
        }
    }

    /** Everything that people could read of the attacker's requests, and that their models could. */
    private String shownIn(Attack attack) {
        Stream<String> variables = engine
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processDefinitionKey(attack.key())
                .disableCustomObjectDeserialization()
                .list()
                .stream()
                .map(variable -> variable.getName() + "=" + variable.getValue());
        String prefix = attack.key().toUpperCase(java.util.Locale.ROOT) + "-1";
        RequestRef ref = RequestRef.of(prefix);
        Stream<String> mails = requests.find(ref).stream()
                .flatMap(request -> outbox.of(ref).stream())
                .map(mail -> mail.subject() + mail.text());
        Stream<String> open = tasks.open(ref).stream().map(Task::toString);
        return Stream.of(variables, mails, open).flatMap(all -> all).reduce("", (one, two) -> one + "\n" + two);
    }

    private static String innermost(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + " " + cause.getMessage();
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").replace("|", "/");
        return line.length() <= 140 ? line : line.substring(0, 140) + "…";
    }
}
