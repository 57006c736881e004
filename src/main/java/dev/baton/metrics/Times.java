package dev.baton.metrics;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Points in time, as milliseconds since 1970 in ascending order, in as little memory as they need. */
final class Times {

    private static final long[] NONE = {};

    private long[] millis = NONE;
    private int size;

    void add(long moment) {
        if (size == millis.length) {
            millis = Arrays.copyOf(millis, Math.max(2, size + size / 2));
        }
        int place = size;
        while (place > 0 && millis[place - 1] > moment) {
            millis[place] = millis[place - 1];
            place--;
        }
        millis[place] = moment;
        size++;
    }

    /** How many there are at this moment or before. */
    int until(long moment) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (millis[middle] <= moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Those at this moment or before. */
    List<Instant> list(long moment) {
        int until = until(moment);
        return until == 0
                ? List.of()
                : Arrays.stream(millis, 0, until)
                        .mapToObj(Instant::ofEpochMilli)
                        .toList();
    }

    /** The one at this place, counted from 0. */
    long at(int place) {
        return millis[place];
    }
}
