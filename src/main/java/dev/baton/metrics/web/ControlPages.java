package dev.baton.metrics.web;

import static dev.baton.metrics.web.QuestionParams.said;

import dev.baton.metrics.ControlChart;
import dev.baton.metrics.ControlChart.Limits;
import dev.baton.metrics.ControlChart.Signal;
import dev.baton.metrics.ControlChart.Stretch;
import dev.baton.metrics.Measures;
import dev.baton.metrics.Question;
import dev.baton.metrics.Weeks;
import dev.baton.metrics.Weeks.Week;
import dev.baton.metrics.Weeks.What;
import dev.baton.metrics.charts.Axis;
import dev.baton.metrics.charts.Chart;
import dev.baton.metrics.charts.Dot;
import dev.baton.metrics.charts.Ink;
import dev.baton.metrics.charts.Point;
import dev.baton.models.ModelVersion;
import dev.baton.models.ModelVersions;
import dev.baton.people.Moments;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether a number changed, or only varies as it always does: week by week, with limits. */
@Controller
class ControlPages {

    /** Limits want many weeks; the usual period of other pages would be too short. */
    private static final Duration USUAL = Duration.ofDays(364);

    private final QuestionOnPage questions;
    private final Measures measures;
    private final ModelVersions versions;
    private final Lengths lengths;
    private final Moments moments;
    private final Texts texts;
    private final CsvFiles files;

    ControlPages(
            QuestionOnPage questions,
            Measures measures,
            ModelVersions versions,
            Lengths lengths,
            Moments moments,
            Texts texts,
            CsvFiles files) {
        this.questions = questions;
        this.measures = measures;
        this.versions = versions;
        this.lengths = lengths;
        this.moments = moments;
        this.texts = texts;
        this.files = files;
    }

    /** A week, ready to be read. @param signals what of it is more than chance, in words; empty if nothing */
    record Line(Week week, String day, String value, String signals) {}

    /** What lies between two changes, in words. */
    record Part(String from, int weeks, boolean tooFew, String mean, String low, String high) {}

    /** A version of the workflow that came within the period. */
    record Changed(int version, String day, String comment) {}

    @GetMapping("/dashboard/control")
    String control(
            @RequestParam(required = false) @Nullable String what,
            QuestionParams params,
            Principal principal,
            Model model) {
        Question question = questions.read(params, principal, model);
        if (question.live() && said(params.from()).isEmpty()) {
            question = questions.read(params.since(question.passed().to().minus(USUAL)), principal, model);
        }
        What number = what(what);
        List<ModelVersion> changes = changes(question);
        Weeks weeks = measures.answer(question)
                .weeks(number, changes.stream().map(ModelVersion::deployedAt).toList());
        model.addAttribute("kept", Map.of("what", word(number)));
        model.addAttribute("what", word(number));
        model.addAttribute(
                "whats", Stream.of(What.values()).map(ControlPages::word).toList());
        model.addAttribute("rows", number == What.CYCLE_TIME ? "/dashboard/ended" : "/dashboard/" + word(number));
        model.addAttribute("madeUp", weeks.madeUp());
        model.addAttribute("weeks", weeks);
        model.addAttribute("enough", ControlChart.ENOUGH);
        model.addAttribute("changes", changed(changes, question));
        model.addAttribute("oneWorkflow", workflow(question) != null);
        model.addAttribute("parts", parts(weeks, question));
        List<Line> lines = lines(weeks, question);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "signals",
                lines.stream().filter(line -> !line.signals().isEmpty()).toList());
        if (!weeks.weeks().isEmpty()) {
            model.addAttribute("chart", chart(weeks, changes, question).svg());
        }
        return "metrics/control";
    }

    @GetMapping(path = "/dashboard/control", params = "format=csv")
    void csv(
            @RequestParam(required = false) @Nullable String what,
            QuestionParams params,
            Principal principal,
            HttpServletResponse response)
            throws IOException {
        Question question = questions.exactly(params, principal);
        What number = what(what);
        Weeks weeks = measures.answer(question)
                .weeks(
                        number,
                        changes(question).stream().map(ModelVersion::deployedAt).toList());
        List<String> columns = List.of(
                "metrics.control.week",
                "metrics.csv.to",
                "metrics.control.value." + word(number),
                "metrics.control.cases",
                "metrics.control.signals");
        files.give(
                CsvTable.of(word(number) + "-by-week", columns, lines(weeks, question), line -> {
                    Week week = line.week();
                    return CsvTable.row(week.from(), week.to(), week.value(), week.denominator(), line.signals());
                }),
                question,
                response);
    }

    private static What what(@Nullable String word) {
        return Stream.of(What.values())
                .filter(what -> word(what).equals(word))
                .findFirst()
                .orElse(What.LATE_WORK);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable String workflow(Question question) {
        Set<String> workflows = question.scope().workflows();
        return workflows != null && workflows.size() == 1 ? workflows.iterator().next() : null;
    }

    /** When the workflow was changed in the period, if the question is about one. */
    private List<ModelVersion> changes(Question question) {
        String workflow = workflow(question);
        return workflow == null
                ? List.of()
                : versions.of(workflow).stream()
                        .filter(version ->
                                version.version() > 1 && question.passed().has(version.deployedAt()))
                        .sorted(Comparator.comparing(ModelVersion::deployedAt))
                        .toList();
    }

    private List<Changed> changed(List<ModelVersion> changes, Question question) {
        return changes.stream()
                .map(version -> new Changed(
                        version.version(), moments.brief(version.deployedAt(), question.zone()), version.comment()))
                .toList();
    }

    private Chart chart(Weeks weeks, List<ModelVersion> changes, Question question) {
        boolean days = weeks.what() == What.CYCLE_TIME;
        double most = Stream.concat(
                        weeks.weeks().stream().map(ControlPages::value),
                        weeks.stretches().stream()
                                .map(Stretch::limits)
                                .flatMap(Stream::ofNullable)
                                .map(Limits::high))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        Chart chart = new Chart(
                "control",
                texts.of("control.title"),
                texts.of(
                        "control.chart",
                        texts.of(word(weeks.what())),
                        weeks.weeks().size()),
                Axis.time(question.passed().from(), question.passed().to(), question.zone()),
                days
                        ? Axis.numbers(texts.of("control.days"), most)
                        : Axis.shares(texts.of("control.share." + word(weeks.what())), most));
        List<Point> all = new ArrayList<>();
        List<Dot> usual = new ArrayList<>();
        List<Dot> signals = new ArrayList<>();
        for (Stretch stretch : weeks.stretches()) {
            List<Week> part = weeks.weeks()
                    .subList(stretch.from(), stretch.from() + stretch.values().size());
            limits(chart, stretch, part);
            for (int place = 0; place < part.size(); place++) {
                Week week = part.get(place);
                double middle = (week.from().toEpochMilli() + week.to().toEpochMilli()) / 2.0;
                all.add(new Point(middle, value(week)));
                (signals(stretch, place).isEmpty() ? usual : signals).add(new Dot(middle, value(week), 1));
            }
        }
        chart.line(Ink.MAIN, all).dots(Ink.MAIN, usual).rings(Ink.ALERT, signals);
        changes.forEach(change -> chart.mark(
                Ink.QUIET, change.deployedAt().toEpochMilli(), texts.of("control.version", change.version())));
        return chart;
    }

    private static void limits(Chart chart, Stretch stretch, List<Week> part) {
        Limits limits = stretch.limits();
        if (limits != null) {
            double from = part.get(0).from().toEpochMilli();
            double to = part.get(part.size() - 1).to().toEpochMilli();
            chart.line(Ink.QUIET, List.of(new Point(from, limits.mean()), new Point(to, limits.mean())));
            chart.dashed(Ink.QUIET, List.of(new Point(from, limits.high()), new Point(to, limits.high())));
            chart.dashed(Ink.QUIET, List.of(new Point(from, limits.low()), new Point(to, limits.low())));
        }
    }

    private static Set<Signal> signals(Stretch stretch, int place) {
        return stretch.tooFew() ? Set.of() : stretch.signals().get(place);
    }

    private static double value(Week week) {
        Double value = week.value();
        return value == null ? 0 : value;
    }

    private List<Line> lines(Weeks weeks, Question question) {
        List<Line> lines = new ArrayList<>();
        for (Stretch stretch : weeks.stretches()) {
            for (int place = 0; place < stretch.values().size(); place++) {
                Week week = weeks.weeks().get(stretch.from() + place);
                lines.add(
                        0,
                        new Line(
                                week,
                                moments.brief(week.from(), question.zone()),
                                written(value(week), weeks.what()),
                                signals(stretch, place).stream()
                                        .map(signal -> texts.of("control.signal." + word(signal)))
                                        .collect(Collectors.joining("; "))));
            }
        }
        return lines;
    }

    private List<Part> parts(Weeks weeks, Question question) {
        List<Part> parts = new ArrayList<>();
        for (Stretch stretch : weeks.stretches()) {
            Limits limits = stretch.limits();
            if (limits != null) {
                parts.add(new Part(
                        moments.brief(weeks.weeks().get(stretch.from()).from(), question.zone()),
                        stretch.values().size(),
                        stretch.tooFew(),
                        written(limits.mean(), weeks.what()),
                        written(Math.max(0, limits.low()), weeks.what()),
                        written(limits.high(), weeks.what())));
            }
        }
        return parts;
    }

    /** A share in per cent, which cannot be more than all; a length in words. */
    private String written(double value, What what) {
        return what == What.CYCLE_TIME
                ? lengths.of(value * ScatterPages.DAY)
                : texts.of("control.percent", Math.round(100 * Math.min(1, value)));
    }
}
