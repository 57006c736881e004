package dev.baton.tasks;

import dev.baton.models.Workflows;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.QueuedMail;
import dev.baton.requests.Blockers;
import dev.baton.requests.Conversation;
import dev.baton.requests.Decisions;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Promises;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFiles;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.PostOffice;
import dev.baton.testkit.SettableClock;
import dev.baton.testkit.SignInLink;
import dev.baton.testkit.Visitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A team in which Tom signs flyers off, Ines mends them, and the design team, Ines and Lea, prints them. */
@BatonTest
@TestPropertySource(
        properties = {
            "baton.models=src/test/resources/models/sign-off",
            "baton.people=src/test/resources/people-of-tasks.yaml",
            "baton.mail-templates=src/test/resources/mail-templates-of-tasks",
            "baton.outbox.sending=false",
            "baton.api.tokens.test=secret"
        })
abstract class TasksTest {

    static final EmailAddress PETRA = EmailAddress.of("petra@customer.example");
    static final EmailAddress NADIA = EmailAddress.of("nadia@example.com");
    static final EmailAddress TOM = EmailAddress.of("tom@example.com");
    static final EmailAddress INES = EmailAddress.of("ines@example.com");
    static final EmailAddress LEA = EmailAddress.of("lea@example.com");

    /** Where mails go for a test that sends the postman. */
    static final PostOffice OFFICE = PostOffice.opened();

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        OFFICE.takesOutgoing(properties);
    }

    @Autowired
    Requests requests;

    @Autowired
    Tasks tasks;

    @Autowired
    ActionLinks links;

    @Autowired
    Workflows workflows;

    @Autowired
    Promises promises;

    @Autowired
    Decisions decisions;

    @Autowired
    Blockers blockers;

    @Autowired
    Conversation conversation;

    @Autowired
    RequestFiles files;

    @Autowired
    Outbox outbox;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient leftovers;

    /** Nobody is to be reminded and no mail waits of what another test left: both are done some dozens at a time. */
    @BeforeEach
    void mondayWithNothingDue() {
        clock.set(SettableClock.START);
        leftovers.sql("update task set next_nudge_at = null").update();
        leftovers
                .sql("update outbox_mail set state = 'dropped' where state in ('queued', 'held')")
                .update();
    }

    /** Petra asks for a sign-off of this; Tom gets it. */
    Request asked(String title) {
        return asked(title, Map.of());
    }

    Request asked(String title, Map<String, Object> brief) {
        Map<String, Object> known = new HashMap<>(Map.of("topic", title));
        known.putAll(brief);
        return requests.open(NewRequest.of(workflows.byKey("sign-off").orElseThrow(), title, PETRA, "Petra Klein")
                .with(known, List.of()));
    }

    /** Petra asks for a vote on this; Ines and Lea get it. */
    RequestRef votedOn(String title) {
        return requests.open(NewRequest.of(workflows.byKey("vote").orElseThrow(), title, PETRA, "Petra Klein")
                        .with(Map.of("topic", title), List.of()))
                .ref();
    }

    /** The hand-over to this person of whichever task of the request is theirs. */
    HandOver vote(RequestRef ref, EmailAddress person) {
        return tasks.open(ref).stream()
                .flatMap(task -> tasks.handOver(task.id(), person).stream())
                .findFirst()
                .orElseThrow();
    }

    /** The one open task of the request. */
    Task openTask(RequestRef ref) {
        List<Task> open = tasks.open(ref);
        if (open.size() != 1) {
            throw new AssertionError(ref + " has open: " + open);
        }
        return open.get(0);
    }

    HandOver held(RequestRef ref, EmailAddress person) {
        return tasks.handOver(openTask(ref).id(), person).orElseThrow();
    }

    /** The newest mail of the request to this person. */
    QueuedMail mailTo(EmailAddress person, RequestRef ref) {
        return mailsTo(person, ref).stream()
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("No mail about " + ref + " to " + person));
    }

    List<QueuedMail> mailsTo(EmailAddress person, RequestRef ref) {
        return outbox.of(ref).stream().filter(mail -> mail.to().equals(person)).toList();
    }

    /** Approves in the name of whoever holds the hand-over, as a press of the button does. */
    TaskReply press(HandOver handOver, String outcome, String comment) {
        return tasks.decide(
                handOver,
                new Answer(
                        outcome,
                        comment,
                        Map.of(),
                        handOver.person(),
                        handOver.inPlaceOf(),
                        "pressed",
                        List.of(),
                        false));
    }

    /** An answer to the task's mail. */
    TaskReply answers(EmailAddress from, HandOver handOver, String text) {
        return answers(from, handOver, text, Trust.FULL);
    }

    TaskReply answers(EmailAddress from, HandOver handOver, String text, Trust trust) {
        return tasks.answer(
                handOver,
                new IncomingMessage(
                        from, "", text, "", clock.instant(), null, "<" + text.hashCode() + "@mail.example>"),
                text,
                trust);
    }

    Visitor visitor() {
        return Visitor.of(port);
    }

    /** This person's browser, after they asked for a link and followed it. */
    Visitor signedIn(EmailAddress person) {
        return visitor().signsIn(person.value(), () -> SignInLink.newestIn(outbox));
    }

    /** What comes of things that people do in the same moment. */
    @SafeVarargs
    static <T> List<T> atOnce(Callable<T>... acts) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(acts.length);
        CountDownLatch ready = new CountDownLatch(acts.length);
        List<Future<T>> replies = Stream.of(acts)
                .map(act -> people.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return act.call();
                }))
                .toList();
        people.shutdown();
        List<T> all = new ArrayList<>();
        for (Future<T> reply : replies) {
            all.add(reply.get());
        }
        return all;
    }
}
