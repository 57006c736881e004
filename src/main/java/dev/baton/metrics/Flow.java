package dev.baton.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many requests came, ended and stood in between, day by day or, in long periods, week by week or month by month.
 *
 * @param before where open requests stood when the period began
 * @param madeUp how many of the requests open in the period are example data
 */
public record Flow(List<Stretch> stretches, Standing before, long madeUp) {

    private static final long MOST_DAYS = 62;

    /**
     * Where open requests stand at a moment.
     *
     * @param inReview those of which somebody is asked to approve something
     * @param inWork others that somebody has a task of
     * @param waiting those that nobody has a task of: they wait for an answer or for a time
     */
    public record Standing(long inReview, long inWork, long waiting) {

        public long all() {
            return inReview + inWork + waiting;
        }
    }

    /**
     * A day, week or month, or what of it lies in the period.
     *
     * @param opened requests opened in it
     * @param ended requests that ended in it
     * @param atEnd where open requests stood at its end
     */
    public record Stretch(Instant from, Instant to, long opened, long ended, Standing atEnd) {}

    /** Counts while requests go by. */
    static final class Counter {

        private static final int IN_REVIEW = 0;
        private static final int IN_WORK = 1;
        private static final int WAITING = 2;

        private final Period passed;
        /** Where each stretch ends. */
        private final long[] ends;

        private final long[] opened;
        private final long[] ended;
        /** At the beginning of the period, and at the end of each stretch. */
        private final long[][] standing;

        private long madeUp;

        Counter(Question question) {
            this.passed = question.passed();
            this.ends = passed.ends(passed.unit(MOST_DAYS), question.zone()).stream()
                    .mapToLong(Instant::toEpochMilli)
                    .toArray();
            this.opened = new long[ends.length];
            this.ended = new long[ends.length];
            this.standing = new long[ends.length + 1][3];
        }

        void add(Work work) {
            RequestFact request = work.request();
            Instant end = request.endedAt();
            if (!request.openedAt().isBefore(passed.to()) || (end != null && end.isBefore(passed.from()))) {
                return;
            }
            madeUp += request.madeUp() ? 1 : 0;
            int first = 0;
            if (passed.has(request.openedAt())) {
                int place = place(request.openedAt().toEpochMilli());
                opened[place]++;
                first = place + 1;
            }
            int last = ends.length;
            if (end != null && passed.has(end)) {
                last = place(end.toEpochMilli());
                ended[last]++;
            }
            for (int sample = first; sample <= last; sample++) {
                long at = sample == 0 ? passed.from().toEpochMilli() : ends[sample - 1];
                standing[sample][phase(work.tasks(), at)]++;
            }
        }

        /** The stretch in which this moment of the period lies. */
        private int place(long millis) {
            int found = Arrays.binarySearch(ends, millis);
            return Math.min(ends.length - 1, found >= 0 ? found + 1 : -found - 1);
        }

        private static int phase(List<TaskFact> tasks, long at) {
            int phase = WAITING;
            for (TaskFact task : tasks) {
                if (task.openedMillis() < at && task.endedMillis() >= at) {
                    if (task.review()) {
                        return IN_REVIEW;
                    }
                    phase = IN_WORK;
                }
            }
            return phase;
        }

        Flow flow() {
            List<Stretch> stretches = new ArrayList<>();
            Instant from = passed.from();
            for (int place = 0; place < ends.length; place++) {
                Instant to = place == ends.length - 1 ? passed.to() : Instant.ofEpochMilli(ends[place]);
                stretches.add(new Stretch(from, to, opened[place], ended[place], standing(place + 1)));
                from = to;
            }
            return new Flow(stretches, standing(0), madeUp);
        }

        private Standing standing(int sample) {
            long[] counts = standing[sample];
            return new Standing(counts[IN_REVIEW], counts[IN_WORK], counts[WAITING]);
        }
    }
}
