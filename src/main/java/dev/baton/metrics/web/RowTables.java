package dev.baton.metrics.web;

import dev.baton.metrics.Answer;
import dev.baton.metrics.DueTask;
import dev.baton.metrics.Question;
import dev.baton.metrics.RequestFact;
import dev.baton.metrics.RowsBehind;
import dev.baton.metrics.TaskFact;
import dev.baton.people.Moments;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes down the rows behind a measure: a page of them, or all for a file. */
@Component
class RowTables {

    private static final String NOTHING = "–";

    private final Moments moments;
    private final Lengths lengths;
    private final MessageSource messages;

    RowTables(Moments moments, Lengths lengths, MessageSource messages) {
        this.moments = moments;
        this.lengths = lengths;
        this.messages = messages;
    }

    /** All rows, each with texts, instants, lengths and numbers. */
    private record Rows(List<String> columns, RowsBehind<Row> all) {

        static <T> Rows of(List<String> columns, RowsBehind<T> behind, Function<? super T, Row> row) {
            return new Rows(columns, each -> behind.each(one -> each.accept(row.apply(one))));
        }
    }

    private record Row(RequestFact request, boolean missed, List<@Nullable Object> cells) {}

    /** @param over whether it grows no more */
    private record Length(Duration length, boolean over) {

        static Length of(Instant from, @Nullable Instant to, Instant seenUntil) {
            return new Length(Duration.between(from, to == null ? seenUntil : to), to != null);
        }
    }

    /** @param page counted from 1 */
    RowTable of(RowKind kind, Answer answer, Question question, int page) {
        return page(rows(kind, answer, question), question, page);
    }

    /** The requests that ended in the period. */
    RowTable ended(Answer answer, Question question, int page) {
        return page(ended(answer, question), question, page);
    }

    /** Tasks of one step. */
    RowTable tasks(RowsBehind<TaskFact> tasks, Question question, int page) {
        return page(tasks(tasks, question), question, page);
    }

    private RowTable page(Rows rows, Question question, int page) {
        long first = (page - 1L) * RowTable.PAGE;
        long[] all = {0};
        List<RowTable.Row> shown = new ArrayList<>();
        rows.all().each(each -> {
            if (all[0] >= first && all[0] < first + RowTable.PAGE) {
                shown.add(shown(each, question.zone()));
            }
            all[0]++;
        });
        return new RowTable(rows.columns(), shown, all[0]);
    }

    /** All rows of all pages. */
    CsvTable csv(RowKind kind, Answer answer, Question question) {
        return csv(kind.word(), rows(kind, answer, question), question);
    }

    /** All requests that ended in the period. */
    CsvTable endedCsv(Answer answer, Question question) {
        return csv("ended", ended(answer, question), question);
    }

    /** All tasks of one step. */
    CsvTable tasksCsv(RowsBehind<TaskFact> tasks, Question question) {
        return csv("step", tasks(tasks, question), question);
    }

    private static CsvTable csv(String name, Rows rows, Question question) {
        return new CsvTable(
                name,
                Stream.concat(
                                Stream.of("metrics.rows.request", "metrics.csv.title", "metrics.csv.example"),
                                rows.columns().stream().map(column -> "metrics.column." + column))
                        .toList(),
                each -> rows.all().each(row -> each.accept(cells(row, question))));
    }

    private static List<@Nullable Object> cells(Row row, Question question) {
        RequestFact request = row.request();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(question.live() ? request.ref() : request.ref().number());
        cells.add(request.title());
        cells.add(request.madeUp());
        row.cells().forEach(cell -> cells.add(cell instanceof Length length ? length.length() : cell));
        return cells;
    }

    private Rows rows(RowKind kind, Answer answer, Question question) {
        return switch (kind) {
            case RELIABILITY -> due(answer.dueByFirstPromise());
            case LATE_WORK -> due(answer.dueByCurrentPromise());
            case REVIEW_TIME -> reviews(answer);
            case CYCLE_TIME -> cycles(answer, question);
            case INTAKE_CLARITY -> intakes(answer);
            case VISIBILITY -> told(answer);
        };
    }

    private Rows ended(Answer answer, Question question) {
        return Rows.of(
                List.of("opened", "ended", "how", "length"), answer.ended(), request -> cycle(request, question));
    }

    private static Rows tasks(RowsBehind<TaskFact> tasks, Question question) {
        return Rows.of(
                List.of("task", "reached", "ended", "length"),
                tasks,
                task -> row(
                        task.request(),
                        false,
                        task.name(),
                        task.openedAt(),
                        task.endedAt(),
                        Length.of(task.openedAt(), task.endedAt(), question.asOf())));
    }

    private Rows due(RowsBehind<DueTask> due) {
        return Rows.of(
                List.of("task", "first", "now", "ended", "kept"),
                due,
                each -> row(
                        each.task().request(),
                        each.kept() != DueTask.Kept.ON_TIME && each.kept() != DueTask.Kept.WITHDRAWN,
                        each.task().name(),
                        each.task().firstPromised().orElse(null),
                        each.task().promised().orElse(null),
                        each.task().endedAt(),
                        text("kept." + each.kept().name().toLowerCase(Locale.ROOT))));
    }

    private Rows reviews(Answer answer) {
        return Rows.of(
                List.of("asked", "response", "decided", "rounds", "length"),
                answer.reviews(),
                review -> row(
                        review.request(),
                        false,
                        review.askedAt(),
                        review.firstAnswerAt(),
                        review.endedAt(),
                        review.rounds(),
                        Length.of(review.askedAt(), review.endedAt(), review.seenUntil())));
    }

    private Rows cycles(Answer answer, Question question) {
        return Rows.of(
                List.of("opened", "ended", "how", "length"),
                answer.intakes(),
                intake -> cycle(intake.request(), question));
    }

    private Row cycle(RequestFact request, Question question) {
        return row(
                request,
                false,
                request.openedAt(),
                request.endedAt(),
                text(request.isOpen() ? "open" : request.delivered() ? "delivered" : "closed"),
                Length.of(request.openedAt(), request.endedAt(), question.asOf()));
    }

    private Rows intakes(Answer answer) {
        return Rows.of(
                List.of("opened", "asked-for-more", "clear"),
                answer.intakes(),
                intake -> row(
                        intake.request(),
                        !intake.clear(),
                        intake.request().openedAt(),
                        intake.asked(),
                        text(intake.clear() ? "yes" : "no")));
    }

    private Rows told(Answer answer) {
        return Rows.of(
                List.of("opened", "told", "lately"),
                answer.told(),
                told -> row(
                        told.request(),
                        !told.lately(),
                        told.request().openedAt(),
                        told.at(),
                        text(told.lately() ? "yes" : "no")));
    }

    private static Row row(RequestFact request, boolean missed, @Nullable Object... cells) {
        return new Row(request, missed, Arrays.asList(cells));
    }

    private RowTable.Row shown(Row row, ZoneId zone) {
        return new RowTable.Row(
                row.request().ref(),
                row.request().title(),
                row.request().madeUp(),
                row.cells().stream().map(cell -> shown(cell, zone)).toList(),
                row.missed());
    }

    private String shown(@Nullable Object cell, ZoneId zone) {
        if (cell instanceof Instant at) {
            return moments.brief(at, zone);
        }
        if (cell instanceof Length length) {
            String words = lengths.of(length.length().toMillis() / 1000.0);
            return length.over()
                    ? words
                    : messages.getMessage("metrics.rows.so-far", new Object[] {words}, Locale.ENGLISH);
        }
        return cell == null ? NOTHING : cell.toString();
    }

    private String text(String word) {
        return messages.getMessage("metrics.rows." + word, null, Locale.ENGLISH);
    }
}
