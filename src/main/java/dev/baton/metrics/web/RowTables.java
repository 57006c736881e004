package dev.baton.metrics.web;

import dev.baton.metrics.Answer;
import dev.baton.metrics.DueTask;
import dev.baton.metrics.Question;
import dev.baton.metrics.RequestFact;
import dev.baton.metrics.RowsBehind;
import dev.baton.people.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes down the rows behind a measure. */
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

    /** @param page counted from 1 */
    RowTable of(RowKind kind, Answer answer, Question question, int page) {
        Writer writer = new Writer(question, page);
        return switch (kind) {
            case RELIABILITY -> writer.due(answer.dueByFirstPromise());
            case LATE_WORK -> writer.due(answer.dueByCurrentPromise());
            case REVIEW_TIME -> writer.reviews(answer);
            case CYCLE_TIME -> writer.cycles(answer);
            case INTAKE_CLARITY -> writer.intakes(answer);
            case VISIBILITY -> writer.told(answer);
        };
    }

    private final class Writer {

        private final Question question;

        private final int page;

        Writer(Question question, int page) {
            this.question = question;
            this.page = page;
        }

        private <T> RowTable table(List<String> columns, RowsBehind<T> behind, Function<T, RowTable.Row> row) {
            long first = (page - 1L) * RowTable.PAGE;
            long[] all = {0};
            List<RowTable.Row> rows = new ArrayList<>();
            behind.each(each -> {
                if (all[0] >= first && all[0] < first + RowTable.PAGE) {
                    rows.add(row.apply(each));
                }
                all[0]++;
            });
            return new RowTable(columns, rows, all[0]);
        }

        RowTable due(RowsBehind<DueTask> due) {
            return table(
                    List.of("task", "first", "now", "ended", "kept"),
                    due,
                    each -> row(
                            each.task().request(),
                            each.kept() != DueTask.Kept.ON_TIME && each.kept() != DueTask.Kept.WITHDRAWN,
                            each.task().name(),
                            day(each.task().firstPromised()),
                            day(each.task().promised()),
                            day(Optional.ofNullable(each.task().endedAt())),
                            text("kept." + each.kept().name().toLowerCase(Locale.ROOT))));
        }

        RowTable reviews(Answer answer) {
            return table(
                    List.of("asked", "response", "decided", "rounds", "length"),
                    answer.reviews(),
                    review -> row(
                            review.request(),
                            false,
                            day(Optional.of(review.askedAt())),
                            day(Optional.ofNullable(review.firstAnswerAt())),
                            day(Optional.ofNullable(review.endedAt())),
                            String.valueOf(review.rounds()),
                            length(review.askedAt(), review.endedAt(), review.seenUntil())));
        }

        RowTable cycles(Answer answer) {
            return table(
                    List.of("opened", "ended", "how", "length"), answer.intakes(), intake -> cycle(intake.request()));
        }

        private RowTable.Row cycle(RequestFact request) {
            return row(
                    request,
                    false,
                    day(Optional.of(request.openedAt())),
                    day(Optional.ofNullable(request.endedAt())),
                    text(request.isOpen() ? "open" : request.delivered() ? "delivered" : "closed"),
                    length(request.openedAt(), request.endedAt(), question.asOf()));
        }

        RowTable intakes(Answer answer) {
            return table(
                    List.of("opened", "asked-for-more", "clear"),
                    answer.intakes(),
                    intake -> row(
                            intake.request(),
                            !intake.clear(),
                            day(Optional.of(intake.request().openedAt())),
                            String.valueOf(intake.asked()),
                            text(intake.clear() ? "yes" : "no")));
        }

        RowTable told(Answer answer) {
            return table(
                    List.of("opened", "told", "lately"),
                    answer.told(),
                    told -> row(
                            told.request(),
                            !told.lately(),
                            day(Optional.of(told.request().openedAt())),
                            day(Optional.ofNullable(told.at())),
                            text(told.lately() ? "yes" : "no")));
        }

        private RowTable.Row row(RequestFact request, boolean missed, String... cells) {
            return new RowTable.Row(request.ref(), request.title(), request.madeUp(), Arrays.asList(cells), missed);
        }

        private String day(Optional<Instant> at) {
            return at.map(moment -> moments.brief(moment, question.zone())).orElse(NOTHING);
        }

        private String length(Instant from, @Nullable Instant to, Instant seenUntil) {
            String length = lengths.of(
                    Duration.between(from, to == null ? seenUntil : to).toMillis() / 1000.0);
            return to == null
                    ? messages.getMessage("metrics.rows.so-far", new Object[] {length}, Locale.ENGLISH)
                    : length;
        }

        private String text(String word) {
            return messages.getMessage("metrics.rows." + word, null, Locale.ENGLISH);
        }
    }
}
