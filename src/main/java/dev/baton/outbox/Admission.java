package dev.baton.outbox;

import java.time.Instant;

/** Whether a mail goes to its reader now. */
sealed interface Admission {

    /** It goes. */
    record Now() implements Admission {
        @Override
        public boolean goes() {
            return true;
        }
    }

    /** It goes by itself when its reader works. */
    record AtWork(Instant from) implements Admission {
        @Override
        public void settle(QueuedMail mail, Instant claim, HeldRows rows) {
            rows.later(mail.id(), claim, from);
        }
    }

    /** What it says is said in its reader's next digest. */
    record InDigest(Instant from) implements Admission {
        @Override
        public void settle(QueuedMail mail, Instant claim, HeldRows rows) {
            rows.hold(mail.id(), claim, from);
        }
    }

    /** Its reader does not want mails like this. */
    record NotWanted() implements Admission {
        @Override
        public void settle(QueuedMail mail, Instant claim, HeldRows rows) {
            rows.drop(mail.id(), claim);
        }
    }

    default boolean goes() {
        return false;
    }

    /** Writes down that the mail stays here, if the claim on it still holds. */
    default void settle(QueuedMail mail, Instant claim, HeldRows rows) {}

    /**
     * Decides about one mail. What never waits, for anybody: whatever somebody waits for this minute, what belongs to no
     * request, and the first mail of a task that has to be done before a mail that waited would come.
     *
     * @param spent mails that went to this reader today, of those that count
     * @param usualBudget of whoever chose none
     */
    static Admission of(QueuedMail mail, Reader reader, int spent, int usualBudget, Instant now) {
        if (mail.kind() == MailKind.NOW || mail.request() == null) {
            return new Now();
        }
        return switch (reader.quiet().pace()) {
            case ONLY_WAITING -> mail.kind() == MailKind.TASK ? new Now() : new NotWanted();
            case DIGEST -> inDigest(mail, reader, now);
            case WORKING_HOURS ->
                reader.works(now) || mail.neededBefore(reader.nextWork(now))
                        ? withinBudget(mail, reader, spent, usualBudget, now)
                        : new AtWork(reader.nextWork(now));
            case AT_ONCE -> withinBudget(mail, reader, spent, usualBudget, now);
        };
    }

    private static Admission withinBudget(QueuedMail mail, Reader reader, int spent, int usualBudget, Instant now) {
        return spent < reader.quiet().budgetOr(usualBudget) ? new Now() : inDigest(mail, reader, now);
    }

    private static Admission inDigest(QueuedMail mail, Reader reader, Instant now) {
        Instant next = reader.nextDigest(now);
        return mail.neededBefore(next) ? new Now() : new InDigest(next);
    }
}
