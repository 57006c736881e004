package dev.baton.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.FormField;
import dev.baton.engine.Forms;
import dev.baton.engine.Processes;
import dev.baton.engine.Step;
import dev.baton.engine.UserTasks;
import dev.baton.models.Deployed;
import dev.baton.models.Finding;
import dev.baton.models.Models;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.QueuedMail;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.Dropped;
import dev.baton.testkit.OnPostgres;
import dev.baton.testkit.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@BatonTest
@TestPropertySource(properties = "baton.models=src/test/resources/models/flyer")
abstract class RequestsContract {

    private static final EmailAddress PETRA = EmailAddress.of("petra@customer.example");
    private static final EmailAddress NADIA = EmailAddress.of("nadia@example.com");

    @Autowired
    Requests requests;

    @Autowired
    Models models;

    @Autowired
    Workflows workflows;

    @Autowired
    Forms forms;

    @Autowired
    Processes processes;

    @Autowired
    UserTasks tasks;

    @Autowired
    Promises promises;

    @Autowired
    Conversation conversation;

    @Autowired
    RequestLinks links;

    @Autowired
    Outbox outbox;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void monday() {
        clock.set(SettableClock.START);
    }

    @Test
    void aCompleteBriefOpensStartsPromisesAndAcknowledgesAtOnce() {
        Request request = requests.open(complete("Spring flyer"));

        assertThat(request.state()).isEqualTo(RequestState.OPEN);
        assertThat(request.definitionId()).startsWith("flyer:");
        assertThat(request.owner()).isEqualTo(NADIA);
        assertThat(request.promisedAt()).isEqualTo(Instant.parse("2026-03-05T16:00:00Z"));
        assertThat(processes.waitingSteps(request.ref())).extracting(Step::name).containsExactly("Draw the flyer");
        QueuedMail mail = acknowledgement(request);
        assertThat(mail.to()).isEqualTo(PETRA);
        assertThat(mail.subject()).contains("[" + request.ref() + "]");
        assertThat(mail.text())
                .contains("Thursday 5 March, 17:00 (Berlin)", "Spring", links.status(request, request.requester()));
        assertThat(mail.replyTo()).isEqualTo(links.answerTo(request.ref()));
    }

    @Test
    void anIncompleteBriefIsAskedForAndWorkWaits() {
        Request request = requests.open(incomplete());

        assertThat(request.waitsForBrief()).isTrue();
        assertThat(request.promisedAt()).isNull();
        assertThat(processes.isRunning(request.ref())).isFalse();
        assertThat(acknowledgement(request).text()).contains("What is it about?", links.brief(request));
    }

    @Test
    void theAnswerToAnIncompleteBriefStartsTheWork() {
        RequestRef ref = requests.open(incomplete()).ref();

        Request started = requests.completeBrief(ref, Map.of("topic", "Spring"), List.of());

        assertThat(started.waitsForBrief()).isFalse();
        assertThat(started.brief()).containsEntry("topic", "Spring").containsEntry("size", "a4");
        assertThat(started.askedAt()).isEqualTo(SettableClock.START);
        assertThat(processes.variables(ref)).containsEntry("topic", "Spring").containsEntry("size", "a4");
        assertThat(outbox.of(ref)).filteredOn(mail -> mail.to().equals(PETRA)).hasSize(2);
    }

    @Test
    void twoAnswersToOneBriefStartOneProcess() throws Exception {
        RequestRef ref = requests.open(incomplete()).ref();
        Callable<Request> answer = () -> requests.completeBrief(ref, Map.of("topic", "Spring"), List.of());

        ExecutorService both = Executors.newFixedThreadPool(2);
        for (Future<Request> done : both.invokeAll(List.of(answer, answer))) {
            assertThat(done.get().waitsForBrief()).isFalse();
        }
        both.shutdown();

        assertThat(processes.waitingSteps(ref)).hasSize(1);
    }

    @Test
    void whatIsUndoneLeavesNoTraceAndItsNumberIsGivenAgain() {
        Request before = requests.open(complete("One"));
        transaction.executeWithoutResult(status -> {
            requests.open(complete("Undone"));
            status.setRollbackOnly();
        });
        Request after = requests.open(complete("Two"));

        assertThat(after.ref().number()).isEqualTo(before.ref().number() + 1);
    }

    @Test
    void twoWorkflowsThatShareAPrefixGiveNoTwoRequestsTheSameReference() throws IOException {
        String other = Files.readString(Path.of("src/test/resources/models/question.bpmn"))
                .replace("id=\"question\"", "id=\"other-flyers\"")
                .replace("value=\"ASK\"", "value=\"FLYER\"")
                .replace("value=\"question\"", "value=\"other-flyers\"");
        Deployed deployed = Dropped.into(models, "other-flyers.bpmn", other.getBytes(StandardCharsets.UTF_8));
        assertThat(deployed.isDone()).isTrue();
        assertThat(deployed.report().findings()).extracting(Finding::message).anyMatch(said -> said.contains("FLYER"));

        Request flyer = requests.open(complete("One"));
        Request others = requests.open(
                NewRequest.of(workflows.byKey("other-flyers").orElseThrow(), "Two", PETRA, "Petra Klein"));

        assertThat(others.ref().prefix()).isEqualTo(flyer.ref().prefix());
        assertThat(others.ref()).isNotEqualTo(flyer.ref());
    }

    @Test
    void aDeliveredRequestSaysSoToItsRequester() {
        Request request = requests.open(complete("Spring flyer"));

        decide(request, "done");

        Request ended = requests.get(request.ref());
        assertThat(ended.state()).isEqualTo(RequestState.DELIVERED);
        assertThat(ended.late(clock.instant())).isFalse();
        assertThat(outbox.of(request.ref())).extracting(QueuedMail::template).contains("delivered");
    }

    @Test
    void aModelMayCloseARequestWithItsReason() {
        Request request = requests.open(complete("Spring flyer"));

        decide(request, "drop");

        assertThat(requests.get(request.ref()).closedBecause()).isEqualTo("dropped by the designer");
        assertThat(outbox.of(request.ref())).extracting(QueuedMail::template).contains("closed");
    }

    @Test
    void closingEndsTheWorkAndTellsWhy() {
        Request request = requests.open(complete("Spring flyer"));

        Request closed = requests.close(request.ref(), NADIA, "The fair was cancelled");

        assertThat(closed.state()).isEqualTo(RequestState.CLOSED);
        assertThat(processes.isRunning(request.ref())).isFalse();
        assertThat(outbox.of(request.ref()))
                .filteredOn(mail -> mail.template().equals("closed"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("The fair was cancelled"));
    }

    @Test
    void openLateWorkIsLate() {
        Request request = requests.open(complete("Spring flyer"));

        assertThat(request.late(Instant.parse("2026-03-05T15:59:00Z"))).isFalse();
        assertThat(request.late(Instant.parse("2026-03-05T16:01:00Z"))).isTrue();
    }

    @Test
    void aMovedPromiseKeepsTheFirst() {
        Request request = requests.open(complete("Spring flyer"));

        promises.make(request.ref(), null, Instant.parse("2026-03-09T16:00:00Z"), NADIA, "The printer is ill");

        Request moved = requests.get(request.ref());
        assertThat(moved.promisedAt()).isEqualTo(Instant.parse("2026-03-09T16:00:00Z"));
        assertThat(moved.firstPromisedAt()).isEqualTo(Instant.parse("2026-03-05T16:00:00Z"));
        assertThat(promises.of(request.ref())).hasSize(2);
    }

    @Test
    void anAnswerJoinsTheConversationAndReachesTheOwner() {
        Request request = requests.open(complete("Spring flyer"));

        requests.join(request.ref(), message("Any news?", "<q1@customer.example>"), Set.of());

        assertThat(conversation.written(request.ref()))
                .extracting(IncomingMessage::text)
                .containsExactly("Any news?");
        assertThat(outbox.of(request.ref()))
                .filteredOn(mail -> mail.template().equals("message"))
                .extracting(QueuedMail::to)
                .containsExactly(NADIA);
        assertThat(conversation.requestOf(List.of("<unknown@x>", "<q1@customer.example>")))
                .contains(request.ref());
        assertThat(conversation.requestOf(List.of(acknowledgement(request).messageId())))
                .contains(request.ref());
    }

    @Test
    void aStepThatWaitsForTheAnswerGoesOnWithTheRequestersAndWithNobodyElses() throws IOException {
        Dropped.into(models, "question.bpmn", Files.readAllBytes(Path.of("src/test/resources/models/question.bpmn")));
        Workflow question = workflows.byKey("question").orElseThrow();
        Request request = requests.open(NewRequest.of(question, "Which colour?", PETRA, "Petra Klein"));
        IncomingMessage owners =
                new IncomingMessage(NADIA, "Nadia Brandt", "Which one?", "", SettableClock.START, null, null);

        requests.reply(request.ref(), owners, owners, Set.of(PETRA, NADIA));

        assertThat(requests.get(request.ref()).isOpen()).isTrue();
        assertThat(outbox.of(request.ref()))
                .filteredOn(mail -> mail.template().equals("message"))
                .extracting(QueuedMail::to)
                .containsExactly(PETRA);

        IncomingMessage others = new IncomingMessage(
                EmailAddress.of("jan@customer.example"), "Jan", "Red", "", SettableClock.START, null, null);
        requests.reply(request.ref(), others, others, Set.of());
        IncomingMessage blue = message("Blue", "<q2@customer.example>");
        requests.join(request.ref(), blue, Set.of());

        assertThat(requests.get(request.ref()).isOpen()).isTrue();

        requests.reply(request.ref(), blue, blue, Set.of());

        assertThat(requests.get(request.ref()).state()).isEqualTo(RequestState.DELIVERED);
    }

    @Test
    void aListGoesOnWhereItsPageEnded() {
        requests.open(complete("One"));
        requests.open(complete("Two"));
        requests.open(complete("Three"));

        var first = requests.list(RequestFilter.ALL, null, 2);
        var second = requests.list(RequestFilter.ALL, first.next(), 2);

        assertThat(first.items()).extracting(Request::title).containsExactly("Three", "Two");
        assertThat(second.items().get(0).title()).isEqualTo("One");
    }

    @Test
    void aForgedAddressOrTokenLeadsNowhere() {
        Request request = requests.open(complete("Spring flyer"));
        String tag = links.answerTo(request.ref()).tag().orElseThrow();

        assertThat(links.ofAnswer(tag)).contains(request.ref());
        assertThat(links.ofAnswer(tag.replace("flyer-" + request.ref().number(), "flyer-99999")))
                .isEmpty();
        assertThat(links.ofAnswer("flyer-1")).isEmpty();
        assertThat(links.ofStatus("nonsense")).isEmpty();
        String status = links.status(request.ref());
        assertThat(links.ofBrief(status.substring(status.lastIndexOf('/') + 1))).isEmpty();
    }

    private void decide(Request request, String outcome) {
        String task =
                String.valueOf(processes.waitingSteps(request.ref()).get(0).taskId());
        tasks.complete(task, NADIA, Map.of("outcome", outcome));
    }

    private NewRequest complete(String title) {
        return asked(title).with(Map.of("topic", "Spring", "size", "a4"), List.of());
    }

    private NewRequest incomplete() {
        List<FormField> brief = forms.brief(flyer().definitionId());
        return asked("Something").with(Map.of("size", "a4"), List.of(brief.get(0)));
    }

    private NewRequest asked(String title) {
        return NewRequest.of(flyer(), title, PETRA, "Petra Klein");
    }

    private Workflow flyer() {
        return workflows.byKey("flyer").orElseThrow();
    }

    private static IncomingMessage message(String text, String messageId) {
        return new IncomingMessage(PETRA, "Petra Klein", text, "", SettableClock.START, null, messageId);
    }

    private QueuedMail acknowledgement(Request request) {
        return outbox.of(request.ref()).stream()
                .filter(mail -> mail.template().equals("acknowledgement"))
                .findFirst()
                .orElseThrow();
    }
}

class RequestsOnH2Test extends RequestsContract {}

@OnPostgres
class RequestsOnPostgresTest extends RequestsContract {}
