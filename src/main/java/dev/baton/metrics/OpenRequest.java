package dev.baton.metrics;

import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open request with what somebody has to know who decides what comes first.
 *
 * @param late whether its promise has passed
 * @param dueSoon whether its promise falls within ten days
 * @param holdups what holds it up
 * @param waiting its tasks that wait for somebody
 * @param lateTasks those of them past their date
 */
public record OpenRequest(
        RequestFact request,
        boolean late,
        boolean dueSoon,
        List<Holdup> holdups,
        List<TaskFact> waiting,
        List<TaskFact> lateTasks) {

    private static final int SOON_DAYS = 10;

    /**
     * What a request or one of its tasks waits for.
     *
     * @param on whom or which request
     * @param waitsFor the request with whose delivery it ends; null where it waits for no request
     * @param what in the words of who said so
     */
    public record Holdup(String on, @Nullable RequestRef waitsFor, String what, Instant since) {}

    /** Why a request asks for attention; the first that fits says it. */
    public enum Attention {
        LATE,
        BLOCKED,
        TASK_LATE,
        DUE_SOON
    }

    public boolean blocked() {
        return !holdups.isEmpty();
    }

    /** Why this one asks for attention, if it does. */
    public Optional<Attention> attention() {
        if (late) {
            return Optional.of(Attention.LATE);
        }
        if (blocked()) {
            return Optional.of(Attention.BLOCKED);
        }
        if (!lateTasks.isEmpty()) {
            return Optional.of(Attention.TASK_LATE);
        }
        return dueSoon ? Optional.of(Attention.DUE_SOON) : Optional.empty();
    }

    static OpenRequest of(Work work, List<Holdup> holdups, Question question) {
        return of(
                work.request(),
                holdups,
                work.tasks().stream().filter(TaskFact::isOpen).toList(),
                question);
    }

    private static OpenRequest of(
            RequestFact request, List<Holdup> holdups, List<TaskFact> waiting, Question question) {
        Instant now = question.asOf();
        boolean late = request.promised().filter(due -> due.isBefore(now)).isPresent();
        return new OpenRequest(
                request,
                late,
                !late
                        && request.promised()
                                .filter(due -> soon(due, now, question.zone()))
                                .isPresent(),
                holdups,
                waiting,
                waiting.stream()
                        .filter(task ->
                                task.promised().filter(due -> due.isBefore(now)).isPresent())
                        .toList());
    }

    private static boolean soon(Instant due, Instant now, ZoneId zone) {
        return !LocalDate.ofInstant(due, zone)
                .isAfter(LocalDate.ofInstant(now, zone).plusDays(SOON_DAYS));
    }
}
