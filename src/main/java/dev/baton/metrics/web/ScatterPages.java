package dev.baton.metrics.web;

import dev.baton.metrics.Answer;
import dev.baton.metrics.Endings;
import dev.baton.metrics.Lasting;
import dev.baton.metrics.Measures;
import dev.baton.metrics.Period;
import dev.baton.metrics.Question;
import dev.baton.metrics.charts.Axis;
import dev.baton.metrics.charts.Chart;
import dev.baton.metrics.charts.Dot;
import dev.baton.metrics.charts.Ink;
import dev.baton.people.Moments;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When requests ended, and how long each had been open. */
@Controller
class ScatterPages {

    static final double DAY = 86_400;

    /** Requests within the same of so many places are one dot. */
    private static final int COLUMNS = 180;

    private static final int ROWS = 60;

    private final QuestionOnPage questions;
    private final Measures measures;
    private final RowTables tables;
    private final Lengths lengths;
    private final Moments moments;
    private final Texts texts;
    private final CsvFiles files;

    ScatterPages(
            QuestionOnPage questions,
            Measures measures,
            RowTables tables,
            Lengths lengths,
            Moments moments,
            Texts texts,
            CsvFiles files) {
        this.questions = questions;
        this.measures = measures;
        this.tables = tables;
        this.lengths = lengths;
        this.moments = moments;
        this.texts = texts;
        this.files = files;
    }

    /** What ended in a part of the period, with its first day in words. */
    record Part(Instant from, Instant to, String day, Lasting.Completed lengths) {}

    @GetMapping("/dashboard/scatter")
    String scatter(QuestionParams params, Principal principal, Model model) {
        Question question = questions.read(params, principal, model);
        Endings endings = measures.answer(question).endings();
        model.addAttribute("madeUp", endings.madeUp());
        model.addAttribute("all", endings.count());
        model.addAttribute("ended", endings.lengths());
        model.addAttribute("opened", endings.opened());
        model.addAttribute("lengths", lengths);
        if (endings.count() > 0) {
            Dots dots = new Dots(endings, question.passed());
            model.addAttribute("together", dots.together());
            model.addAttribute("undelivered", !dots.undelivered.isEmpty());
            model.addAttribute("chart", chart(endings, dots, question).svg());
        }
        model.addAttribute(
                "parts",
                endings.parts().stream()
                        .filter(part -> part.lengths().n() > 0)
                        .map(part -> new Part(
                                part.from(), part.to(), moments.brief(part.from(), question.zone()), part.lengths()))
                        .toList());
        return "metrics/scatter";
    }

    private Chart chart(Endings endings, Dots dots, Question question) {
        Period passed = question.passed();
        Lasting.Completed ended = endings.lengths();
        Chart chart = new Chart(
                "scatter",
                texts.of("scatter.title"),
                texts.of("scatter.chart", endings.count(), length(ended.p50()), length(ended.p85())),
                Axis.time(passed.from(), passed.to(), question.zone()),
                Axis.numbers(texts.of("scatter.days"), dots.most));
        chart.dots(Ink.MAIN, dots.delivered).rings(Ink.QUIET, dots.undelivered);
        level(chart, ended.p50(), "scatter.half");
        level(chart, ended.p85(), "scatter.p85");
        level(chart, ended.p95(), "scatter.p95");
        return chart;
    }

    private void level(Chart chart, @Nullable Double seconds, String key) {
        if (seconds != null) {
            chart.level(Ink.QUIET, seconds / DAY, texts.of(key, lengths.of(seconds)));
        }
    }

    private String length(@Nullable Double seconds) {
        return seconds == null ? "" : lengths.of(seconds);
    }

    /** Those at about the same place are one dot, so that a hundred thousand are no larger a page than a thousand. */
    private static final class Dots {

        private final double most;
        private final List<Dot> delivered;
        private final List<Dot> undelivered;

        Dots(Endings endings, Period passed) {
            double[] longest = {0};
            endings.each((at, seconds, done) -> longest[0] = Math.max(longest[0], seconds / DAY));
            most = longest[0];
            delivered = dots(endings, true, passed);
            undelivered = dots(endings, false, passed);
        }

        private List<Dot> dots(Endings endings, boolean wanted, Period passed) {
            double from = passed.from().toEpochMilli();
            double width = Math.max(1, passed.to().toEpochMilli() - from);
            Map<Long, double[]> places = new HashMap<>();
            endings.each((at, seconds, done) -> {
                if (done == wanted) {
                    long column = (long) ((at - from) / width * COLUMNS);
                    long row = (long) (seconds / DAY / Math.max(most, Double.MIN_NORMAL) * ROWS);
                    double[] sum = places.computeIfAbsent(column * (ROWS + 1) + row, none -> new double[3]);
                    sum[0] += at;
                    sum[1] += seconds / DAY;
                    sum[2]++;
                }
            });
            List<Dot> dots = new ArrayList<>();
            places.values().forEach(sum -> dots.add(new Dot(sum[0] / sum[2], sum[1] / sum[2], (long) sum[2])));
            return dots;
        }

        boolean together() {
            return delivered.stream().anyMatch(dot -> dot.count() > 1)
                    || undelivered.stream().anyMatch(dot -> dot.count() > 1);
        }
    }

    @GetMapping("/dashboard/ended")
    String ended(@RequestParam(defaultValue = "1") int page, QuestionParams params, Principal principal, Model model) {
        Question question = questions.read(params, principal, model);
        Answer answer = measures.answer(question);
        RowTable table = tables.ended(answer, question, page);
        model.addAttribute("heading", texts.of("ended.title", table.all()));
        model.addAttribute("path", "/dashboard/ended");
        model.addAttribute("kept", Map.of());
        model.addAttribute("table", table);
        model.addAttribute("page", page);
        return "metrics/chart-rows";
    }

    @GetMapping(path = "/dashboard/ended", params = "format=csv")
    void csv(QuestionParams params, Principal principal, HttpServletResponse response) throws IOException {
        Question question = questions.exactly(params, principal);
        files.give(tables.endedCsv(measures.answer(question), question), question, response);
    }
}
