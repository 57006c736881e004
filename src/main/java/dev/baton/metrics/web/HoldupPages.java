package dev.baton.metrics.web;

import dev.baton.metrics.Blockages;
import dev.baton.metrics.Blockages.Blockage;
import dev.baton.metrics.Measures;
import dev.baton.metrics.OpenRequest;
import dev.baton.metrics.Question;
import dev.baton.metrics.RequestFact;
import dev.baton.people.Moments;
import dev.baton.shared.RequestRef;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits on whom or for which request, since when, and what cannot go on before. */
@Controller
class HoldupPages {

    private static final int LINES = 200;
    private static final int NAMED = 5;

    private static final List<String> COLUMNS = List.of(
            "metrics.rows.request",
            "metrics.csv.title",
            "metrics.csv.example",
            "metrics.csv.on",
            "metrics.blockers.what",
            "metrics.blockers.since",
            "metrics.csv.stands",
            "metrics.blockers.held");

    /** Days at which a longer kind of waiting begins. */
    private static final List<Integer> DAYS = List.of(0, 1, 3, 7, 28);

    private final QuestionOnPage questions;
    private final Measures measures;
    private final Dashboard dashboard;
    private final Moments moments;
    private final Lengths lengths;
    private final MessageSource messages;
    private final CsvFiles files;

    HoldupPages(
            QuestionOnPage questions,
            Measures measures,
            Dashboard dashboard,
            Moments moments,
            Lengths lengths,
            MessageSource messages,
            CsvFiles files) {
        this.questions = questions;
        this.measures = measures;
        this.dashboard = dashboard;
        this.moments = moments;
        this.lengths = lengths;
        this.messages = messages;
        this.files = files;
    }

    /**
     * All that waits on the same.
     *
     * @param request the one that is waited for; null where it is a person or something else
     * @param title of that request, where the reader may see it
     * @param promised the day for which it is promised, likewise
     */
    record Group(
            String on,
            @Nullable RequestRef request,
            @Nullable String title,
            @Nullable String promised,
            List<Line> lines) {}

    /**
     * @param held first of those that wait for this request in turn
     * @param heldMore how many more there are
     */
    record Line(Blockage blockage, String since, String length, List<RequestRef> held, int heldMore) {}

    @GetMapping("/dashboard/blockers")
    String blockers(QuestionParams params, Principal principal, Model model) {
        Question question = questions.read(params, principal, model);
        Blockages blockages = measures.answer(question).blockages();
        List<Blockage> all = blockages.longestFirst();
        model.addAttribute("all", all.size());
        model.addAttribute("requests", requests(all, request -> true));
        model.addAttribute("madeUp", requests(all, RequestFact::madeUp));
        model.addAttribute("groups", groups(blockages, question));
        model.addAttribute("more", Math.max(0, all.size() - LINES));
        model.addAttribute("bars", bars(all, question));
        return "metrics/blockers";
    }

    @GetMapping(path = "/dashboard/blockers", params = "format=csv")
    void csv(QuestionParams params, Principal principal, HttpServletResponse response) throws IOException {
        Question question = questions.exactlyLive(params, principal);
        Blockages blockages = measures.answer(question).blockages();
        files.give(
                CsvTable.of("blockers", COLUMNS, blockages.longestFirst(), each -> cells(each, blockages, question)),
                question,
                response);
    }

    private List<@Nullable Object> cells(Blockage blockage, Blockages blockages, Question question) {
        RequestFact request = blockage.open().request();
        OpenRequest.Holdup holdup = blockage.holdup();
        RequestRef waitsFor = holdup.waitsFor();
        return CsvTable.row(
                request.ref(),
                request.title(),
                request.madeUp(),
                waitsFor == null ? dashboard.name(holdup.on()) : waitsFor,
                holdup.what(),
                holdup.since(),
                Duration.between(holdup.since(), question.asOf()),
                blockages.heldUpBy(request.ref()).stream()
                        .map(RequestRef::toString)
                        .collect(Collectors.joining(" ")));
    }

    private static long requests(List<Blockage> all, Predicate<RequestFact> wanted) {
        return all.stream()
                .map(each -> each.open().request())
                .filter(wanted)
                .map(RequestFact::ref)
                .distinct()
                .count();
    }

    /** The one that stands longest leads, with all that wait on the same. */
    private List<Group> groups(Blockages blockages, Question question) {
        Map<String, List<Blockage>> groups = new LinkedHashMap<>();
        blockages.longestFirst().stream()
                .limit(LINES)
                .forEach(each -> groups.computeIfAbsent(key(each.holdup()), none -> new ArrayList<>())
                        .add(each));
        return groups.values().stream()
                .map(group -> group(group, blockages, question))
                .toList();
    }

    private static String key(OpenRequest.Holdup holdup) {
        RequestRef request = holdup.waitsFor();
        return request == null ? holdup.on().strip().toLowerCase(Locale.ROOT) : request.toString();
    }

    private Group group(List<Blockage> group, Blockages blockages, Question question) {
        OpenRequest.Holdup first = group.get(0).holdup();
        RequestRef ref = first.waitsFor();
        List<Line> lines =
                group.stream().map(each -> line(each, blockages, question)).toList();
        if (ref == null) {
            return new Group(dashboard.name(first.on()), null, null, null, lines);
        }
        return blockages
                .open(ref)
                .map(OpenRequest::request)
                .map(request -> new Group(
                        ref.toString(),
                        ref,
                        request.title(),
                        request.promised()
                                .map(due -> moments.brief(due, question.zone()))
                                .orElse(null),
                        lines))
                .orElseGet(() -> new Group(ref.toString(), ref, null, null, lines));
    }

    private Line line(Blockage blockage, Blockages blockages, Question question) {
        List<RequestRef> held = blockages.heldUpBy(blockage.open().request().ref());
        Instant since = blockage.holdup().since();
        return new Line(
                blockage,
                moments.brief(since, question.zone()),
                lengths.of(Duration.between(since, question.asOf()).toSeconds()),
                held.subList(0, Math.min(NAMED, held.size())),
                Math.max(0, held.size() - NAMED));
    }

    /** How many stand how long. */
    private List<Bar> bars(List<Blockage> all, Question question) {
        long[] counts = new long[DAYS.size()];
        for (Blockage each : all) {
            long days = Duration.between(each.holdup().since(), question.asOf()).toDays();
            int kind = DAYS.size() - 1;
            while (days < DAYS.get(kind)) {
                kind--;
            }
            counts[kind]++;
        }
        return Bar.of(IntStream.range(0, counts.length)
                .mapToObj(kind -> new Bar.Named(
                        messages.getMessage("metrics.blockers.days." + DAYS.get(kind), null, Locale.ENGLISH),
                        counts[kind]))
                .toList());
    }
}
