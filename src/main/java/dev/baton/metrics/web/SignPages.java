package dev.baton.metrics.web;

import dev.baton.metrics.Measures;
import dev.baton.metrics.Question;
import dev.baton.metrics.RequestFact;
import dev.baton.metrics.RowsBehind;
import dev.baton.metrics.SignCounter;
import dev.baton.metrics.Signs;
import dev.baton.people.Moments;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

    private final QuestionOnPage questions;
    private final Measures measures;
    private final SignCounter signs;
    private final Lengths lengths;
    private final Moments moments;
    private final MessageSource messages;

    SignPages(
            QuestionOnPage questions,
            Measures measures,
            SignCounter signs,
            Lengths lengths,
            Moments moments,
            MessageSource messages) {
        this.questions = questions;
        this.measures = measures;
        this.signs = signs;
        this.lengths = lengths;
        this.moments = moments;
        this.messages = messages;
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

        static Optional<Sign> of(String word) {
            return Stream.of(values()).filter(sign -> sign.word().equals(word)).findFirst();
        }
    }

    /** @param request null where a row tells of no request, so that nobody can see whose it is */
    record Row(@Nullable RequestFact request, List<String> cells) {}

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
            new Writer(question, page).write(sign, model);
        }
        return "metrics/sign-rows";
    }

    /** Writes one page of rows. */
    private final class Writer {

        private final Question question;
        private final long first;

        Writer(Question question, int page) {
            this.question = question;
            this.first = (Math.max(1, page) - 1L) * RowTable.PAGE;
        }

        void write(Sign sign, Model model) {
            Signs.Behind behind = signs.behind(question);
            switch (sign) {
                case LAST_MOMENT ->
                    table(
                            sign,
                            behind.lastMoment(),
                            row -> row(
                                    row.request(),
                                    row.task(),
                                    day(row.due()),
                                    moment(row.movedAt()),
                                    day(row.movedTo())),
                            model);
                case UNDATED ->
                    table(
                            sign,
                            behind.undated(),
                            row -> row(row.request(), row.task(), day(row.openedAt()), day(row.endedAt())),
                            model);
                case BURSTS ->
                    table(
                            sign,
                            behind.bursts(),
                            row -> row(
                                    null,
                                    day(row.from()),
                                    String.valueOf(row.decisions()),
                                    length(Duration.between(row.from(), row.to()))),
                            model);
                case PAUSES ->
                    table(
                            sign,
                            behind.pauses(),
                            row -> row(
                                    row.request(),
                                    Optional.ofNullable(row.task()).orElse(NOTHING),
                                    day(row.due()),
                                    moment(row.raisedAt()),
                                    day(row.liftedAt())),
                            model);
                case TIME_BLOCKED ->
                    table(
                            sign,
                            behind.timeBlocked(),
                            row -> row(row.request(), length(row.open()), length(row.blocked())),
                            model);
            }
        }

        private <T> void table(Sign sign, RowsBehind<T> behind, Function<T, Row> row, Model model) {
            long[] all = {0};
            List<Row> rows = new ArrayList<>();
            behind.each(each -> {
                if (all[0] >= first && all[0] < first + RowTable.PAGE) {
                    rows.add(row.apply(each));
                }
                all[0]++;
            });
            model.addAllAttributes(Map.of(
                    "columns",
                    sign.columns,
                    "rows",
                    rows,
                    "all",
                    all[0],
                    "pages",
                    Math.max(1, (all[0] + RowTable.PAGE - 1) / RowTable.PAGE)));
        }

        private Row row(@Nullable RequestFact request, String... cells) {
            return new Row(request, Arrays.asList(cells));
        }

        private String day(@Nullable Instant at) {
            return at == null
                    ? messages.getMessage("metrics.signs.not-yet", null, Locale.ENGLISH)
                    : moments.brief(at, question.zone());
        }

        private String moment(Instant at) {
            return moments.full(at, question.zone());
        }

        private String length(Duration length) {
            return lengths.of(length.toMillis() / 1000.0);
        }
    }
}
