package dev.baton.metrics.web;

import dev.baton.metrics.Measures;
import dev.baton.metrics.Question;
import dev.baton.metrics.RequestFact;
import dev.baton.metrics.RowsBehind;
import dev.baton.metrics.SignCounter;
import dev.baton.metrics.Signs;
import dev.baton.people.Moments;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Signs that numbers may look better than work went, beside the numbers, and the rows behind each. */
@Controller
class SignPages {

    private static final String NOTHING = "–";

    /** The column in which nothing stands where a row is about a request as a whole. */
    private static final String WHOLE_REQUEST = "task";

    /** Columns in which the time of day matters. */
    private static final Set<String> EXACT = Set.of("moved-at", "raised");

    private final QuestionOnPage questions;
    private final Measures measures;
    private final SignCounter signs;
    private final Lengths lengths;
    private final Moments moments;
    private final MessageSource messages;
    private final Figures figures;
    private final CsvFiles files;

    SignPages(
            QuestionOnPage questions,
            Measures measures,
            SignCounter signs,
            Lengths lengths,
            Moments moments,
            MessageSource messages,
            Figures figures,
            CsvFiles files) {
        this.questions = questions;
        this.measures = measures;
        this.signs = signs;
        this.lengths = lengths;
        this.moments = moments;
        this.messages = messages;
        this.figures = figures;
        this.files = files;
    }

    /** The signs, by the words in their addresses and messages. */
    enum Sign {
        LAST_MOMENT("task", "due", "moved-at", "moved-to"),
        UNDATED("task", "opened", "ended"),
        BURSTS("began", "decisions", "within"),
        PAUSES("task", "due", "raised", "lifted"),
        TIME_BLOCKED("open", "still");

        private final List<String> columns;

        Sign(String... columns) {
            this.columns = List.of(columns);
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        List<String> csvColumns() {
            return Stream.concat(
                            this == BURSTS
                                    ? Stream.empty()
                                    : Stream.of("metrics.rows.request", "metrics.csv.title", "metrics.csv.example"),
                            columns.stream().map(column -> "metrics.signs.column." + column))
                    .toList();
        }

        static Optional<Sign> of(String word) {
            return Stream.of(values()).filter(sign -> sign.word().equals(word)).findFirst();
        }
    }

    /** @param request null where a row tells of no request, so that nobody can see whose it is */
    private record Row(@Nullable RequestFact request, List<@Nullable Object> cells) {}

    /** The same, ready to be read. */
    record Shown(@Nullable RequestFact request, List<String> cells) {}

    @GetMapping("/dashboard/signs")
    String signs(QuestionParams params, Principal principal, Model model) {
        Question question = questions.read(params, principal, model);
        model.addAttribute("lengths", lengths);
        model.addAttribute("report", measures.answer(question).report());
        if (question.live()) {
            model.addAttribute("signs", signs.count(question));
        }
        return "metrics/signs";
    }

    @GetMapping("/dashboard/signs/{word}")
    String rows(
            @PathVariable String word,
            @RequestParam(defaultValue = "1") int page,
            QuestionParams params,
            Principal principal,
            Model model) {
        Sign sign = Sign.of(word).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Question question = questions.read(params, principal, model);
        model.addAttribute("lengths", lengths);
        model.addAttribute("sign", sign);
        model.addAttribute("page", page);
        if (question.live()) {
            Signs counted = signs.count(question);
            model.addAttribute("signs", counted);
            model.addAttribute("madeUp", counted.madeUp());
            show(sign, page, question, model);
        }
        return "metrics/sign-rows";
    }

    @GetMapping(path = "/dashboard/signs", params = "format=csv")
    void csv(QuestionParams params, Principal principal, HttpServletResponse response) throws IOException {
        Question question = questions.exactlyLive(params, principal);
        files.give(figures.of("signs", signs.count(question)), question, response);
    }

    @GetMapping(path = "/dashboard/signs/{word}", params = "format=csv")
    void csv(@PathVariable String word, QuestionParams params, Principal principal, HttpServletResponse response)
            throws IOException {
        Sign sign = Sign.of(word).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Question question = questions.exactlyLive(params, principal);
        RowsBehind<Row> rows = rows(sign, signs.behind(question));
        files.give(
                new CsvTable(word, sign.csvColumns(), each -> rows.each(row -> each.accept(cells(row)))),
                question,
                response);
    }

    private static List<@Nullable Object> cells(Row row) {
        RequestFact request = row.request();
        if (request == null) {
            return row.cells();
        }
        List<@Nullable Object> cells = new ArrayList<>(CsvTable.row(request.ref(), request.title(), request.madeUp()));
        cells.addAll(row.cells());
        return cells;
    }

    private static RowsBehind<Row> rows(Sign sign, Signs.Behind behind) {
        return switch (sign) {
            case LAST_MOMENT ->
                rows(
                        behind.lastMoment(),
                        row -> row(row.request(), row.task(), row.due(), row.movedAt(), row.movedTo()));
            case UNDATED ->
                rows(behind.undated(), row -> row(row.request(), row.task(), row.openedAt(), row.endedAt()));
            case BURSTS ->
                rows(
                        behind.bursts(),
                        row -> row(null, row.from(), row.decisions(), Duration.between(row.from(), row.to())));
            case PAUSES ->
                rows(behind.pauses(), row -> row(row.request(), row.task(), row.due(), row.raisedAt(), row.liftedAt()));
            case TIME_BLOCKED -> rows(behind.timeBlocked(), row -> row(row.request(), row.open(), row.blocked()));
        };
    }

    private static <T> RowsBehind<Row> rows(RowsBehind<T> behind, Function<? super T, Row> row) {
        return each -> behind.each(one -> each.accept(row.apply(one)));
    }

    private static Row row(@Nullable RequestFact request, @Nullable Object... cells) {
        return new Row(request, Arrays.asList(cells));
    }

    private void show(Sign sign, int page, Question question, Model model) {
        long first = (Math.max(1, page) - 1L) * RowTable.PAGE;
        long[] all = {0};
        List<Shown> shown = new ArrayList<>();
        rows(sign, signs.behind(question)).each(row -> {
            if (all[0] >= first && all[0] < first + RowTable.PAGE) {
                shown.add(shown(sign, row, question.zone()));
            }
            all[0]++;
        });
        model.addAllAttributes(Map.of(
                "columns",
                sign.columns,
                "rows",
                shown,
                "all",
                all[0],
                "pages",
                Math.max(1, (all[0] + RowTable.PAGE - 1) / RowTable.PAGE)));
    }

    private Shown shown(Sign sign, Row row, ZoneId zone) {
        return new Shown(
                row.request(),
                IntStream.range(0, sign.columns.size())
                        .mapToObj(at -> shown(sign.columns.get(at), row.cells().get(at), zone))
                        .toList());
    }

    private String shown(String column, @Nullable Object cell, ZoneId zone) {
        if (cell instanceof Instant at) {
            return EXACT.contains(column) ? moments.full(at, zone) : moments.brief(at, zone);
        }
        if (cell instanceof Duration length) {
            return lengths.of(length.toMillis() / 1000.0);
        }
        if (cell != null) {
            return cell.toString();
        }
        return WHOLE_REQUEST.equals(column)
                ? NOTHING
                : messages.getMessage("metrics.signs.not-yet", null, Locale.ENGLISH);
    }
}
