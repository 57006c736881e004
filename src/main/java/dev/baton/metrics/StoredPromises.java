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

    /** Which of them held at that moment, counted from 0; -1 if none did. */
    int held(long moment) {
        return count(moment) - 1;
    }

    /** When the one at this place was made. */
    long madeAt(int place) {
        return madeAndDue[2 * place];
    }

    /** Until when the one at this place promises. */
    long due(int place) {
        return madeAndDue[2 * place + 1];
    }

    /** How many had been made by then. */
    int count(long asOf) {
        int count = 0;
        for (int i = 0; i < madeAndDue.length; i += 2) {
            count += madeAndDue[i] <= asOf ? 1 : 0;
        }
        return count;
    }

    /** The first date that had been promised by then; {@link TaskFact#UNDATED} if none had. */
    long first(long asOf) {
        for (int i = 0; i < madeAndDue.length; i += 2) {
            if (madeAndDue[i] <= asOf) {
                return madeAndDue[i + 1];
            }
        }
        return TaskFact.UNDATED;
    }

    /** The last. */
    long last(long asOf) {
        for (int i = madeAndDue.length - 2; i >= 0; i -= 2) {
            if (madeAndDue[i] <= asOf) {
                return madeAndDue[i + 1];
            }
        }
        return TaskFact.UNDATED;
    }
}
