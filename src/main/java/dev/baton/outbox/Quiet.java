package dev.baton.outbox;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.Retried;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What people chose about the mails they get. A person has one choice, whichever address they use. */
@Component
public class Quiet {

    private final Readers readers;
    private final QuietRows rows;
    private final HeldRows held;
    private final QuietProperties usual;
    private final Wake wake;
    private final Retried retried;
    private final Clock clock;

    Quiet(
            Readers readers,
            QuietRows rows,
            HeldRows held,
            QuietProperties usual,
            Wake wake,
            Retried retried,
            Clock clock) {
        this.readers = readers;
        this.rows = rows;
        this.held = held;
        this.usual = usual;
        this.wake = wake;
        this.retried = retried;
        this.clock = clock;
    }

    /** What this person chose; {@link QuietSettings#USUAL} where they never did. */
    public QuietSettings of(EmailAddress address) {
        return readers.of(address).quiet();
    }

    /** How many mails a day somebody gets at most who chose no number. */
    public int usualBudget() {
        return usual.budget();
    }

    /** When this person's next digest would come. */
    public Instant nextDigest(EmailAddress address) {
        return readers.of(address).nextDigest(clock.instant());
    }

    /** From now on, and for everything that waits: a mail that was held and would not be held any more leaves. */
    public void choose(EmailAddress address, QuietSettings settings) {
        retried.run(() -> {
            Reader reader = readers.of(address);
            Instant now = clock.instant();
            rows.choose(
                    reader.address(), settings, now, settings.pace() == Pace.DIGEST ? reader.nextDigest(now) : null);
            held.reconsider(reader.addresses());
            wake.afterCommit();
            return settings;
        });
    }

    /** No more digests, reminders or news; what waits for this person still comes, each by itself. */
    public void unsubscribe(EmailAddress address) {
        choose(address, new QuietSettings(Pace.ONLY_WAITING, of(address).budget()));
    }
}
