package dev.baton.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The dates promised for one thing, in the order in which they were made. */
final class StoredPromises {

    private static final long[] NONE = {};

    /** When it was made and when it is due, by turns, in milliseconds. */
    private long[] madeAndDue = NONE;

    void add(long madeAt, long due) {
        int size = madeAndDue.length;
        madeAndDue = Arrays.copyOf(madeAndDue, size + 2);
        madeAndDue[size] = madeAt;
        madeAndDue[size + 1] = due;
    }

    /** The dates that had been promised by then. */
    List<Instant> until(long asOf) {
        if (madeAndDue.length == 2 && madeAndDue[0] <= asOf) {
            return List.of(Instant.ofEpochMilli(madeAndDue[1]));
        }
        List<Instant> due = new ArrayList<>(2);
        for (int i = 0; i < madeAndDue.length; i += 2) {
            if (madeAndDue[i] <= asOf) {
                due.add(Instant.ofEpochMilli(madeAndDue[i + 1]));
            }
        }
        return due;
    }

    /** The latest date that was ever promised; {@link Long#MIN_VALUE} if none was. */
    long latestDue() {
        long latest = Long.MIN_VALUE;
        for (int i = 1; i < madeAndDue.length; i += 2) {
            latest = Math.max(latest, madeAndDue[i]);
        }
        return latest;
    }
}
