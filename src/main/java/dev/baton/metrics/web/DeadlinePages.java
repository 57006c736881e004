package dev.baton.metrics.web;

import dev.baton.metrics.Measures;
import dev.baton.metrics.OpenRequest;
import dev.baton.metrics.Question;
import dev.baton.metrics.RequestFact;
import dev.baton.metrics.TaskFact;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.WorkingCalendar;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.TaskWords;
import dev.baton.tasks.Tasks;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is promised for when: what is late first, then day by day. */
@Controller
class DeadlinePages {

    private static final int LINES = 100;
    private static final int WEEKS = 5;
    private static final int DAYS = 7;

    private static final List<String> COLUMNS = List.of(
            "metrics.rows.request",
            "metrics.csv.title",
            "metrics.csv.example",
            "metrics.column.task",
            "metrics.csv.due",
            "metrics.open.late",
            "metrics.open.blocked",
            "metrics.workload.with");

    private final QuestionOnPage questions;
    private final Measures measures;
    private final Tasks tasks;
    private final TaskWords words;
    private final Moments moments;
    private final People people;
    private final CsvFiles files;

    DeadlinePages(
            QuestionOnPage questions,
            Measures measures,
            Tasks tasks,
            TaskWords words,
            Moments moments,
            People people,
            CsvFiles files) {
        this.questions = questions;
        this.measures = measures;
        this.tasks = tasks;
        this.words = words;
        this.moments = moments;
        this.people = people;
        this.files = files;
    }

    /**
     * @param who with whom it is; null where it is with nobody
     * @param off whether that is a day off for one of them
     */
    record Line(Deadline deadline, String day, @Nullable String who, boolean off) {}

    /** A day with what is promised for it; {@code more} of it no line tells of. */
    record Day(String name, LocalDate date, boolean off, List<Line> lines, long more) {}

    /**
     * A day in the calendar.
     *
     * @param off whether the organisation does not work then
     */
    record Cell(LocalDate date, String name, long count, boolean off, boolean today) {}

    @GetMapping("/dashboard/deadlines")
    String deadlines(
            @RequestParam(required = false) @Nullable String day,
            QuestionParams params,
            Principal principal,
            Model model) {
        Question question = questions.read(params, principal, model);
        List<OpenRequest> open = measures.answer(question).open();
        List<Deadline> all = Deadline.of(open);
        Optional<LocalDate> only = day(day, model);
        model.addAttribute(
                "madeUp", open.stream().filter(each -> each.request().madeUp()).count());
        model.addAttribute(
                "undated",
                open.stream()
                        .filter(each -> each.request().promised().isEmpty())
                        .count());
        List<Deadline> late = all.stream()
                .filter(each -> each.due().isBefore(question.asOf()))
                .toList();
        List<Deadline> ahead = all.subList(late.size(), all.size());
        model.addAttribute("lateAll", late.size());
        model.addAttribute("aheadAll", ahead.size());
        model.addAttribute("weeks", weeks(ahead, question));
        if (only.isPresent()) {
            LocalDate date = only.get();
            model.addAttribute("only", true);
            model.addAttribute("kept", Map.of("day", date.toString()));
            model.addAttribute("days", List.of(day(date, on(all, date, question), 5 * LINES, question)));
        } else {
            model.addAttribute("late", lines(late.stream().limit(LINES).toList(), question));
            model.addAttribute("lateMore", Math.max(0, late.size() - LINES));
            model.addAttribute("days", days(ahead, question));
            model.addAttribute("later", Math.max(0, ahead.size() - LINES));
        }
        return "metrics/deadlines";
    }

    @GetMapping(path = "/dashboard/deadlines", params = "format=csv")
    void csv(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            QuestionParams params,
            Principal principal,
            HttpServletResponse response)
            throws IOException {
        Question question = questions.exactlyLive(params, principal);
        List<Deadline> all = Deadline.of(measures.answer(question).open());
        Map<String, List<HandOver>> holders = tasks.holders(question.asOf());
        files.give(
                CsvTable.of("deadlines", COLUMNS, day == null ? all : on(all, day, question), each -> {
                    TaskFact task = each.task();
                    RequestFact request = each.open().request();
                    return CsvTable.row(
                            request.ref(),
                            request.title(),
                            request.madeUp(),
                            task == null ? null : task.name(),
                            each.due(),
                            each.due().isBefore(question.asOf()),
                            each.open().blocked(),
                            line(each, holders, question).who());
                }),
                question,
                response);
    }

    private static Optional<LocalDate> day(@Nullable String text, Model model) {
        try {
            return QuestionParams.said(text).map(LocalDate::parse);
        } catch (DateTimeParseException noDay) {
            model.addAttribute("noDay", text);
            return Optional.empty();
        }
    }

    private static List<Deadline> on(List<Deadline> all, LocalDate date, Question question) {
        return all.stream()
                .filter(each -> LocalDate.ofInstant(each.due(), question.zone()).equals(date))
                .toList();
    }

    /** As many of what comes next as one reads at once, by day. */
    private List<Day> days(List<Deadline> ahead, Question question) {
        Map<LocalDate, List<Deadline>> days = ahead.stream()
                .limit(LINES)
                .collect(Collectors.groupingBy(
                        each -> LocalDate.ofInstant(each.due(), question.zone()), TreeMap::new, Collectors.toList()));
        List<Day> shown = new ArrayList<>();
        days.forEach((date, some) -> shown.add(day(date, some, LINES, question)));
        return shown;
    }

    private Day day(LocalDate date, List<Deadline> all, int most, Question question) {
        return new Day(
                moments.day(date.atStartOfDay(question.zone()).toInstant(), question.zone()),
                date,
                !people.defaultCalendar().isWorkingDay(date),
                lines(all.stream().limit(most).toList(), question),
                Math.max(0, all.size() - most));
    }

    private List<Line> lines(List<Deadline> some, Question question) {
        Map<String, List<HandOver>> holders = tasks.holders(some.stream()
                .flatMap(each -> each.waiting().stream())
                .map(task -> task.id().toString())
                .distinct()
                .toList());
        return some.stream().map(each -> line(each, holders, question)).toList();
    }

    private Line line(Deadline deadline, Map<String, List<HandOver>> holders, Question question) {
        List<HandOver> with = deadline.waiting().stream()
                .map(TaskFact::id)
                .flatMap(id -> holders.getOrDefault(id.toString(), List.of()).stream())
                .toList();
        return new Line(
                deadline,
                moments.brief(deadline.due(), question.zone()),
                with.isEmpty() ? null : words.names(with),
                with.stream().anyMatch(one -> off(one, deadline.due())));
    }

    private boolean off(HandOver one, Instant due) {
        WorkingCalendar calendar = people.calendarOf(one.person());
        return !calendar.isWorkingDay(LocalDate.ofInstant(due, calendar.zone()));
    }

    /** This week and the next four, from Monday. */
    private List<List<Cell>> weeks(List<Deadline> ahead, Question question) {
        Map<LocalDate, Long> counts = ahead.stream()
                .collect(Collectors.groupingBy(
                        each -> LocalDate.ofInstant(each.due(), question.zone()), Collectors.counting()));
        LocalDate today = LocalDate.ofInstant(question.asOf(), question.zone());
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        WorkingCalendar calendar = people.defaultCalendar();
        return IntStream.range(0, WEEKS)
                .mapToObj(week -> IntStream.range(0, DAYS)
                        .mapToObj(day -> monday.plusDays((long) DAYS * week + day))
                        .map(date -> new Cell(
                                date,
                                moments.date(date.atStartOfDay(question.zone()).toInstant(), question.zone()),
                                counts.getOrDefault(date, 0L),
                                !calendar.isWorkingDay(date),
                                date.equals(today)))
                        .toList())
                .toList();
    }
}
