package dev.baton.bench.whatif;

import dev.baton.engine.Deployments;
import dev.baton.engine.FormField;
import dev.baton.models.Workflows;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.Answer;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Task;
import dev.baton.tasks.TaskReply;
import dev.baton.tasks.Tasks;
import dev.baton.testkit.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** Makes a past: requests that were asked for and answered by the real parts. */
public final class Pasts {

    /** Whoever asks. */
    public static final EmailAddress PETRA = EmailAddress.of("petra@customer.example");

    /** Content production, under another name. */
    public static final String CONTENT = "what-if-content";

    /** Money that is spent: a decision table says whether legal is asked, a person which team spends it. */
    public static final String SPEND = "spend";

    static final String FOLDER = "src/test/resources/models/what-if/";

    private final Requests requests;
    private final Tasks tasks;
    private final Workflows workflows;
    private final Deployments deployments;
    private final SettableClock clock;

    public Pasts(ApplicationContext baton) {
        requests = baton.getBean(Requests.class);
        tasks = baton.getBean(Tasks.class);
        workflows = baton.getBean(Workflows.class);
        deployments = baton.getBean(Deployments.class);
        clock = baton.getBean(SettableClock.class);
    }

    /** Ten requests of the one workflow and twelve of the other have ended, unless they have already. */
    public void happens() {
        if (workflows.byKey(CONTENT).isEmpty()) {
            deployments.deploy(Map.of("what-if-content.bpmn", bytes(content())));
            deployments.deploy(Map.of(
                    "spend.bpmn", bytes(read(FOLDER + "spend.bpmn")),
                    "spend-level.dmn", bytes(read(FOLDER + "spend-level.dmn"))));
            tenOfContent();
            twelveOfSpend();
        }
    }

    /** Six plain ones, two that needed an answer first, one withdrawn, one that its owner closed; and one runs. */
    private void tenOfContent() {
        Map<String, Object> article = Map.of("kind", "article", "message", "Remember this");
        Map<String, Object> other = Map.of("kind", "other", "message", "And this", "audience", "Everybody");
        for (int i = 0; i < 6; i++) {
            request(
                    CONTENT,
                    i == 0 ? other : article,
                    "outline.done",
                    "approveOutline.approve",
                    "write.done",
                    "illustrate.done",
                    "look.approve",
                    "look.approve",
                    "publish.done");
        }
        for (int i = 0; i < 2; i++) {
            request(
                    CONTENT,
                    article,
                    "outline.ask",
                    "answerQuestion.done",
                    "outline.done",
                    "approveOutline.approve",
                    "illustrate.done",
                    "write.done",
                    "look.changes",
                    "look.approve",
                    "makeChanges.done",
                    "look.approve",
                    "look.approve",
                    "publish.done");
        }
        request(CONTENT, article, "outline.done", "approveOutline.withdraw");
        close(request(CONTENT, article, "outline.done"));
        request(CONTENT, article, "outline.done");
    }

    /** Amounts from 1,000 to 12,000, of which two were much; every third for another team. */
    private void twelveOfSpend() {
        for (long thousand = 1; thousand <= 12; thousand++) {
            Map<String, Object> brief = Map.of("topic", "Thing " + thousand, "budget", thousand * 1000);
            String sort = "sort.done:doers=" + (thousand % 3 == 0 ? "audience" : "web");
            if (thousand == 12) {
                request(SPEND, brief, sort, "legal.no");
            } else if (thousand == 11) {
                request(SPEND, brief, sort, "legal.fine", "work.done");
            } else {
                request(SPEND, brief, sort, "work.done");
            }
        }
    }

    /**
     * Somebody asks, and the tasks are answered in this order.
     *
     * @param answers such as {@code outline.done}, with a form as {@code sort.done:doers=web}
     */
    public RequestRef request(String workflow, Map<String, Object> brief, String... answers) {
        RequestRef ref = requests.open(NewRequest.of(workflows.byKey(workflow).orElseThrow(), "A", PETRA, "Petra Klein")
                        .with(brief, List.<FormField>of()))
                .ref();
        Arrays.stream(answers).forEach(answer -> {
            clock.jump(Duration.ofMinutes(1));
            answer(ref, answer);
        });
        return ref;
    }

    private void answer(RequestRef ref, String answer) {
        String[] parts = answer.split("[.:=]");
        Task task = tasks.open(ref).stream()
                .filter(open -> open.key().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer + " of " + tasks.open(ref)));
        HandOver holder = tasks.holders(task.id()).get(0);
        Map<String, String> form = parts.length > 3 ? Map.of(parts[2], parts[3]) : Map.of();
        TaskReply reply = tasks.decide(
                holder, new Answer(parts[1], "so", form, holder.person(), null, "pressed", List.of(), false));
        if (!reply.decided()) {
            throw new AssertionError(answer + ": " + reply);
        }
    }

    /** The owner ends the request. */
    public void close(RequestRef ref) {
        requests.close(ref, EmailAddress.of("nadia@example.com"), "not needed any more");
    }

    /** The example's content production as a workflow of another name, with nothing that routes mail to it. */
    public static String content() {
        return read("bpmn/content-production.bpmn")
                .replace(
                        "process id=\"content-production\" name=\"Content production\"",
                        "process id=\"what-if-content\" name=\"Content tried\"")
                .replace("name=\"prefix\" value=\"CONTENT\"", "name=\"prefix\" value=\"TRIED\"")
                .replace("value=\"content, editorial\"", "value=\"tried\"")
                .replaceAll("value=\"article, blog[^\"]*\"", "value=\"tryitout\"")
                .replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");
    }

    /** What is in the file. */
    public static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As a file has it. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
