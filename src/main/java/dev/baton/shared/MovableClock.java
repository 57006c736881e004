package dev.baton.shared;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The clock of the embedded start: the machine's, except while example history is made (docs/decisions/0012). */
@Component
@Profile("embedded")
public final class MovableClock extends UtcClock {

    private final Clock machine = Clock.systemUTC();
    private volatile @Nullable Instant moved;

    /** From now on it is this instant for everybody, until it is moved again. */
    public void set(Instant instant) {
        moved = instant;
    }

    /** It is the machine's time again. */
    public void reset() {
        moved = null;
    }

    @Override
    public Instant instant() {
        Instant instant = moved;
        return instant == null ? machine.instant() : instant;
    }
}
