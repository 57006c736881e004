package dev.baton.metrics;

import dev.baton.metrics.DueTask.Kept;
import java.util.List;

/** Which promises for tasks were kept. Tasks that still wait after their date are misses, from that moment on. */
final class Punctuality {

    private final Facts facts;
    private final Question question;
    private final List<DueTask> first;
    private final List<DueTask> current;

    Punctuality(Facts facts, Question question) {
        this.facts = facts;
        this.question = question;
        this.first = DueTask.byFirstPromise(facts, question);
        this.current = DueTask.byCurrentPromise(facts, question);
    }

    /** Tasks done by their first promise, of those whose first promise fell due. */
    Measure reliability() {
        return share(first, Kept.ON_TIME);
    }

    LateRate lateRate() {
        return new LateRate(late(current), late(first), completedOnly());
    }

    private static Measure late(List<DueTask> due) {
        long counted = counted(due);
        return Measure.share(counted - with(due, Kept.ON_TIME), counted);
    }

    private Measure completedOnly() {
        long done = current.stream().filter(task -> task.kept().done()).count();
        return Measure.share(with(current, Kept.DONE_LATE), done);
    }

    /** Tasks whose first promise was moved later, of those whose first promise fell due. */
    Measure slipRate() {
        List<DueTask> counted =
                first.stream().filter(task -> task.kept().counts()).toList();
        return Measure.share(counted.stream().filter(DueTask::slipped).count(), counted.size());
    }

    /** Tasks taken away by their date, of all whose first promise fell due. */
    Measure withdrawn() {
        return share(first, Kept.WITHDRAWN, first.size());
    }

    /** Tasks with a promise, of all that reached people in the period: what is undated is in no other of these numbers. */
    Measure coverage() {
        Period passed = question.passed();
        List<TaskFact> opened = facts.tasks().stream()
                .filter(task -> passed.has(task.openedAt()))
                .toList();
        return Measure.share(
                opened.stream().filter(task -> !task.promises().isEmpty()).count(), opened.size());
    }

    List<DueTask> byFirstPromise() {
        return first;
    }

    List<DueTask> byCurrentPromise() {
        return current;
    }

    private static Measure share(List<DueTask> due, Kept kept) {
        return share(due, kept, counted(due));
    }

    private static Measure share(List<DueTask> due, Kept kept, long of) {
        return Measure.share(with(due, kept), of);
    }

    private static long with(List<DueTask> due, Kept kept) {
        return due.stream().filter(task -> task.kept() == kept).count();
    }

    private static long counted(List<DueTask> due) {
        return due.stream().filter(task -> task.kept().counts()).count();
    }
}
