package dev.baton.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * How long tasks take at each step, and how long those have waited that are open.
 *
 * @param steps those with most open tasks first
 * @param oldest the open tasks that have waited longest, at most {@value #OLDEST}
 * @param requests how many requests were opened in the period
 * @param open how long these were open in all, in seconds
 * @param withSomebody for how much of that somebody had a task
 * @param unheld how many requests are open of which nobody has a task
 * @param madeUp how many of the requests open in the period are example data
 */
public record Steps(
        List<StepTime> steps,
        List<TaskFact> oldest,
        long requests,
        double open,
        double withSomebody,
        long unheld,
        long madeUp) {

    private static final int OLDEST = 20;

    /**
     * A step of one workflow.
     *
     * @param key its id in the model
     * @param usual how long tasks take that reached somebody in the period, the open ones included; from reaching
     *     somebody to being done or taken away
     * @param ages how long those have waited that are open now, in seconds, shortest first
     * @param requests how many of the requests opened in the period have come to it
     * @param tasks how many tasks reached somebody in the period; a step can come again
     */
    public record StepTime(
            String workflow,
            String key,
            String name,
            Lasting.Estimated usual,
            double[] ages,
            long requests,
            long tasks) {

        /** How many of the open ones have waited longer than most of such tasks take; none where nobody can say. */
        public long old() {
            Double p85 = usual.p85();
            return p85 == null
                    ? 0
                    : Arrays.stream(ages).filter(age -> age > p85).count();
        }

        public int open() {
            return ages.length;
        }
    }

    /** Counts while requests go by. */
    static final class Counter {

        private final Question question;
        private final Period passed;
        private final Map<String, Map<String, OneStep>> steps = new HashMap<>();
        private final PriorityQueue<TaskFact> oldest =
                new PriorityQueue<>(Comparator.comparing(TaskFact::openedMillis).reversed());
        private long requests;
        private long open;
        private long withSomebody;
        private long unheld;
        private long madeUp;

        private static final class OneStep {

            private final String workflow;
            private final String key;
            private String name;
            private final Durations lengths = new Durations();
            private final Durations ages = new Durations();
            private long requests;
            private long tasks;

            OneStep(String workflow, String key) {
                this.workflow = workflow;
                this.key = key;
                this.name = key;
            }

            StepTime time() {
                return new StepTime(
                        workflow,
                        key,
                        name,
                        Lasting.estimated(lengths.ended(), lengths.open()),
                        ages.open(),
                        requests,
                        tasks);
            }
        }

        Counter(Question question) {
            this.question = question;
            this.passed = question.passed();
        }

        void add(Work work) {
            RequestFact request = work.request();
            madeUp += request.madeUp() && request.wasOpenIn(passed) ? 1 : 0;
            unheld += request.isOpen() && work.tasks().stream().noneMatch(TaskFact::isOpen) ? 1 : 0;
            boolean opened = passed.has(request.openedAt());
            if (opened) {
                requests++;
                hands(work);
            }
            Map<String, OneStep> ofWorkflow = steps.computeIfAbsent(request.workflow(), none -> new HashMap<>());
            List<TaskFact> tasks = work.tasks();
            for (int place = 0; place < tasks.size(); place++) {
                TaskFact task = tasks.get(place);
                OneStep step = ofWorkflow.computeIfAbsent(task.key(), key -> new OneStep(request.workflow(), key));
                add(task, step);
                step.requests += opened && isFirst(tasks, place) ? 1 : 0;
            }
        }

        private void add(TaskFact task, OneStep step) {
            if (passed.has(task.openedMillis())) {
                step.name = task.name();
                step.tasks++;
                step.lengths.add(seconds(task), !task.isOpen());
            }
            if (task.isOpen()) {
                step.name = task.name();
                step.ages.add(seconds(task), false);
                oldest.add(task);
                if (oldest.size() > OLDEST) {
                    oldest.poll();
                }
            }
        }

        private static boolean isFirst(List<TaskFact> tasks, int place) {
            String key = tasks.get(place).key();
            for (int earlier = 0; earlier < place; earlier++) {
                if (tasks.get(earlier).key().equals(key)) {
                    return false;
                }
            }
            return true;
        }

        private double seconds(TaskFact task) {
            return (Math.min(task.endedMillis(), question.asOf().toEpochMilli()) - task.openedMillis()) / 1000.0;
        }

        /** For how long the request was open, and for how much of that somebody had it. */
        private void hands(Work work) {
            RequestFact request = work.request();
            Instant ended = request.endedAt();
            Instant end = ended == null ? question.asOf() : ended;
            open += Duration.between(request.openedAt(), end).toMillis();
            List<TaskFact> inOrder = work.tasks().stream()
                    .sorted(Comparator.comparingLong(TaskFact::openedMillis))
                    .toList();
            long until = request.openedAt().toEpochMilli();
            for (TaskFact task : inOrder) {
                long from = Math.max(until, task.openedMillis());
                long to = Math.min(end.toEpochMilli(), task.endedMillis());
                if (to > from) {
                    withSomebody += to - from;
                    until = to;
                }
            }
        }

        Steps steps() {
            List<TaskFact> longest = new ArrayList<>(oldest);
            longest.sort(Comparator.comparingLong(TaskFact::openedMillis));
            return new Steps(
                    steps.values().stream()
                            .flatMap(ofWorkflow -> ofWorkflow.values().stream())
                            .map(OneStep::time)
                            .filter(step -> step.tasks() > 0 || step.open() > 0)
                            .sorted(Comparator.comparingInt(StepTime::open)
                                    .thenComparingLong(StepTime::tasks)
                                    .reversed()
                                    .thenComparing(StepTime::workflow)
                                    .thenComparing(StepTime::key))
                            .toList(),
                    longest,
                    requests,
                    open / 1000.0,
                    withSomebody / 1000.0,
                    unheld,
                    madeUp);
        }
    }
}
