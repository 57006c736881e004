package dev.baton.metrics.web;

import static dev.baton.metrics.web.QuestionParams.said;

import dev.baton.metrics.MailCounter;
import dev.baton.metrics.MailsPerWeek;
import dev.baton.metrics.Measures;
import dev.baton.metrics.OpenRequest;
import dev.baton.metrics.Question;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Team;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.TaskWords;
import dev.baton.tasks.Tasks;
import java.security.Principal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How much waits with which team and at which step, and how many mails people of a team get. Never by person. */
@Controller
class WorkloadPages {

    private static final int LINES = 200;

    private final QuestionOnPage questions;
    private final Measures measures;
    private final MailCounter mails;
    private final Tasks tasks;
    private final TaskWords words;
    private final Workflows workflows;
    private final People people;
    private final Moments moments;
    private final MessageSource messages;

    WorkloadPages(
            QuestionOnPage questions,
            Measures measures,
            MailCounter mails,
            Tasks tasks,
            TaskWords words,
            Workflows workflows,
            People people,
            Moments moments,
            MessageSource messages) {
        this.questions = questions;
        this.measures = measures;
        this.mails = mails;
        this.tasks = tasks;
        this.words = words;
        this.workflows = workflows;
        this.people = people;
        this.moments = moments;
        this.messages = messages;
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
            @RequestParam(required = false) @Nullable String team,
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

    private String rows(
            Workload load,
            Optional<String> team,
            Optional<String> step,
            Optional<String> due,
            Map<String, List<HandOver>> holders,
            Question question,
            Model model) {
        List<Workload.Waiting> wanted = load.all().stream()
                .filter(each -> team.map(each.teams()::contains).orElse(true))
                .filter(each -> step.map(each.step()::equals).orElse(true))
                .filter(each -> due.map(word -> word.equals(word(each.due()))).orElse(true))
                .sorted(Comparator.comparing(each -> each.task().promised().orElse(Instant.MAX)))
                .toList();
        Map<String, String> kept = new TreeMap<>();
        team.ifPresent(key -> kept.put("team", key));
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

    private static String word(Workload.Due due) {
        return due.name().toLowerCase(Locale.ROOT).replace('_', '-');
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
