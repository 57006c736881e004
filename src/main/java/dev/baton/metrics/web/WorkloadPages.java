package dev.baton.metrics.web;

import static dev.baton.metrics.web.QuestionParams.said;

import dev.baton.metrics.Lasting;
import dev.baton.metrics.MailCounter;
import dev.baton.metrics.MailsPerWeek;
import dev.baton.metrics.Measures;
import dev.baton.metrics.OpenRequest;
import dev.baton.metrics.Question;
import dev.baton.metrics.RequestFact;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Team;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.TaskWords;
import dev.baton.tasks.Tasks;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How much waits with which team and at which step, and how many mails people of a team get. Never by person. */
@Controller
class WorkloadPages {

    private static final int LINES = 200;

    private static final List<String> TASKS = List.of(
            "metrics.rows.request",
            "metrics.csv.title",
            "metrics.csv.example",
            "metrics.workload.step",
            "metrics.workload.team",
            "metrics.workload.with",
            "metrics.column.now");

    private static final List<String> MAILS = List.of(
            "metrics.workload.team",
            "metrics.workload.half",
            "metrics.csv.half-low",
            "metrics.csv.half-high",
            "metrics.workload.nine",
            "metrics.csv.nine-low",
            "metrics.csv.nine-high",
            "metrics.workload.people",
            "metrics.workload.weeks");

    private final QuestionOnPage questions;
    private final Measures measures;
    private final MailCounter mails;
    private final Tasks tasks;
    private final TaskWords words;
    private final Workflows workflows;
    private final People people;
    private final Moments moments;
    private final MessageSource messages;
    private final CsvFiles files;

    WorkloadPages(
            QuestionOnPage questions,
            Measures measures,
            MailCounter mails,
            Tasks tasks,
            TaskWords words,
            Workflows workflows,
            People people,
            Moments moments,
            MessageSource messages,
            CsvFiles files) {
        this.questions = questions;
        this.measures = measures;
        this.mails = mails;
        this.tasks = tasks;
        this.words = words;
        this.workflows = workflows;
        this.people = people;
        this.moments = moments;
        this.messages = messages;
        this.files = files;
    }

    /**
     * A task that waits, ready to be read.
     *
     * @param who with whom it is; null where it is with nobody
     * @param due the day it is promised for; null where it is for none
     */
    record Line(
            Workload.Waiting waiting,
            @Nullable String who,
            @Nullable String due) {

        public boolean late() {
            return waiting.due() == Workload.Due.LATE;
        }
    }

    /** @param name of the team, or of everybody */
    record Mails(String name, MailsPerWeek mails) {}

    @GetMapping("/dashboard/workload")
    String workload(
            @RequestParam(name = "with", required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @Nullable String due,
            QuestionParams params,
            Principal principal,
            Model model) {
        Question question = questions.read(params, principal, model);
        List<OpenRequest> open = measures.answer(question).open();
        Map<String, List<HandOver>> holders = tasks.holders(question.asOf());
        Workload load = Workload.of(open, holders, people, question.asOf(), question.zone());
        model.addAttribute(
                "madeUp", open.stream().filter(each -> each.request().madeUp()).count());
        if (said(team).isPresent() || said(step).isPresent()) {
            return rows(load, said(team), said(step), said(due), holders, question, model);
        }
        model.addAttribute("all", load.all().size());
        model.addAttribute("byTeam", load.byTeam(people, this::team));
        model.addAttribute("byStep", load.byStep(this::step));
        if (question.live()) {
            model.addAttribute(
                    "mails",
                    mails.perWeek(question).stream()
                            .map(each -> new Mails(mailsOf(each), each))
                            .toList());
        }
        model.addAttribute("enough", MailsPerWeek.ENOUGH_PEOPLE);
        return "metrics/workload";
    }

    @GetMapping(path = "/dashboard/workload", params = "format=csv")
    void csv(
            @RequestParam(name = "with", required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(defaultValue = "tasks") String table,
            QuestionParams params,
            Principal principal,
            HttpServletResponse response)
            throws IOException {
        Question question = questions.exactlyLive(params, principal);
        List<OpenRequest> open = measures.answer(question).open();
        Map<String, List<HandOver>> holders = tasks.holders(question.asOf());
        Workload load = Workload.of(open, holders, people, question.asOf(), question.zone());
        files.give(
                switch (table) {
                    case "tasks" ->
                        CsvTable.of("workload", TASKS, load.wanted(said(team), said(step), said(due)), each -> {
                            RequestFact request = each.open().request();
                            return CsvTable.row(
                                    request.ref(),
                                    request.title(),
                                    request.madeUp(),
                                    step(each),
                                    each.teams().stream().map(this::team).collect(Collectors.joining("; ")),
                                    line(each, holders, question).who(),
                                    each.task().promised().orElse(null));
                        });
                    case "team" -> Workload.csv(table, load.byTeam(people, this::team));
                    case "step" -> Workload.csv(table, load.byStep(this::step));
                    case "mails" -> CsvTable.of("mails-a-week", MAILS, mails.perWeek(question), this::cells);
                    default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                },
                question,
                response);
    }

    private List<@Nullable Object> cells(MailsPerWeek mails) {
        Lasting.Range half = mails.p50Range();
        Lasting.Range nine = mails.p90Range();
        return CsvTable.row(
                mailsOf(mails),
                mails.p50(),
                half == null ? null : half.low(),
                half == null ? null : half.high(),
                mails.p90(),
                nine == null ? null : nine.low(),
                nine == null ? null : nine.high(),
                mails.people(),
                mails.personWeeks());
    }

    private String rows(
            Workload load,
            Optional<String> team,
            Optional<String> step,
            Optional<String> due,
            Map<String, List<HandOver>> holders,
            Question question,
            Model model) {
        List<Workload.Waiting> wanted = load.wanted(team, step, due);
        Map<String, String> kept = new TreeMap<>();
        team.ifPresent(key -> kept.put("with", key));
        step.ifPresent(key -> kept.put("step", key));
        due.ifPresent(key -> kept.put("due", key));
        model.addAttribute("kept", kept);
        model.addAttribute(
                "of",
                team.map(this::team)
                        .or(() -> wanted.stream().findFirst().map(this::step))
                        .orElse(""));
        model.addAttribute("all", wanted.size());
        model.addAttribute("more", Math.max(0, wanted.size() - LINES));
        model.addAttribute(
                "lines",
                wanted.stream()
                        .limit(LINES)
                        .map(each -> line(each, holders, question))
                        .toList());
        return "metrics/workload-rows";
    }

    private Line line(Workload.Waiting waiting, Map<String, List<HandOver>> holders, Question question) {
        List<HandOver> with = holders.getOrDefault(waiting.task().id().toString(), List.of());
        return new Line(
                waiting,
                with.isEmpty() ? null : words.names(with),
                waiting.task()
                        .promised()
                        .map(due -> moments.brief(due, question.zone()))
                        .orElse(null));
    }

    private String mailsOf(MailsPerWeek mails) {
        String key = mails.team();
        return key == null ? text("metrics.workload.everybody") : team(key);
    }

    private String team(String key) {
        return switch (key) {
            case Workload.NO_TEAM -> text("metrics.workload.no-team");
            case Workload.NOBODY -> text("metrics.workload.nobody");
            default -> people.team(key).map(Team::name).orElse(key);
        };
    }

    private String step(Workload.Waiting waiting) {
        String workflow = waiting.task().request().workflow();
        return messages.getMessage(
                "metrics.workload.step-of",
                new Object[] {
                    workflows.byKey(workflow).map(Workflow::name).orElse(workflow),
                    waiting.task().name()
                },
                Locale.ENGLISH);
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }
}
