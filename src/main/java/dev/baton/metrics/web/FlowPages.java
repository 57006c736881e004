package dev.baton.metrics.web;

import dev.baton.metrics.Flow;
import dev.baton.metrics.Flow.Standing;
import dev.baton.metrics.Flow.Stretch;
import dev.baton.metrics.Measures;
import dev.baton.metrics.Question;
import dev.baton.metrics.charts.Axis;
import dev.baton.metrics.charts.Chart;
import dev.baton.metrics.charts.Ink;
import dev.baton.metrics.charts.Point;
import dev.baton.people.Moments;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How requests came, were worked on and ended: the cumulative flow. */
@Controller
class FlowPages {

    private final QuestionOnPage questions;
    private final Measures measures;
    private final Moments moments;
    private final Texts texts;

    FlowPages(QuestionOnPage questions, Measures measures, Moments moments, Texts texts) {
        this.questions = questions;
        this.measures = measures;
        this.moments = moments;
        this.texts = texts;
    }

    /** A day, week or month with its first day in words. */
    record Line(Stretch stretch, String day) {}

    /** How things stood at a moment, counted from the beginning of the period. */
    private record Sample(double at, Standing open, long came, long ended) {}

    @GetMapping("/dashboard/flow")
    String flow(QuestionParams params, Principal principal, Model model) {
        Question question = questions.read(params, principal, model);
        Flow flow = measures.answer(question).flow();
        List<Sample> samples = samples(flow, question);
        Sample last = samples.get(samples.size() - 1);
        model.addAttribute("madeUp", flow.madeUp());
        model.addAttribute("before", flow.before().all());
        model.addAttribute("came", last.came() - flow.before().all());
        model.addAttribute("ended", last.ended());
        model.addAttribute("open", last.open());
        if (last.came() > 0) {
            model.addAttribute("cumulative", cumulative(samples, question).svg());
            model.addAttribute("standing", standing(samples, question).svg());
        }
        List<Line> lines = new ArrayList<>();
        flow.stretches()
                .forEach(stretch -> lines.add(0, new Line(stretch, moments.brief(stretch.from(), question.zone()))));
        model.addAttribute("lines", lines);
        return "metrics/flow";
    }

    private static List<Sample> samples(Flow flow, Question question) {
        List<Sample> samples = new ArrayList<>();
        long came = flow.before().all();
        long ended = 0;
        samples.add(new Sample(question.passed().from().toEpochMilli(), flow.before(), came, ended));
        for (Stretch stretch : flow.stretches()) {
            came += stretch.opened();
            ended += stretch.ended();
            samples.add(new Sample(stretch.to().toEpochMilli(), stretch.atEnd(), came, ended));
        }
        return samples;
    }

    private Chart cumulative(List<Sample> samples, Question question) {
        Sample last = samples.get(samples.size() - 1);
        Chart chart = chart("cumulative", last.came(), question, last.came(), last.ended());
        List<Point> nothing = line(samples, sample -> 0);
        List<Point> ended = line(samples, Sample::ended);
        List<Point> came = line(samples, Sample::came);
        return chart.area(Ink.PALE, nothing, ended)
                .area(Ink.SOFT, ended, came)
                .line(Ink.QUIET, ended)
                .line(Ink.MAIN, came);
    }

    private Chart standing(List<Sample> samples, Question question) {
        double most =
                samples.stream().mapToLong(sample -> sample.open().all()).max().orElse(1);
        Standing now = samples.get(samples.size() - 1).open();
        Chart chart = chart("standing", most, question, now.inReview(), now.inWork(), now.waiting());
        List<Point> nothing = line(samples, sample -> 0);
        List<Point> review = line(samples, sample -> sample.open().inReview());
        List<Point> work =
                line(samples, sample -> sample.open().inReview() + sample.open().inWork());
        List<Point> all = line(samples, sample -> sample.open().all());
        return chart.area(Ink.DEEP, nothing, review)
                .area(Ink.SOFT, review, work)
                .area(Ink.PALE, work, all)
                .line(Ink.MAIN, all);
    }

    private Chart chart(String name, double most, Question question, Object... words) {
        return new Chart(
                name,
                texts.of("flow." + name),
                texts.of("flow." + name + ".chart", words),
                Axis.time(question.passed().from(), question.passed().to(), question.zone()),
                Axis.counts(texts.of("flow.requests"), most));
    }

    private static List<Point> line(List<Sample> samples, ToDoubleFunction<Sample> height) {
        return samples.stream()
                .map(sample -> new Point(sample.at(), height.applyAsDouble(sample)))
                .toList();
    }
}
