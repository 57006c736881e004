package dev.baton.metrics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the requests of one campaign stand.
 *
 * @param open at the question's moment; so the next four
 * @param undated open ones that nothing is promised for
 * @param delivered in the part of the question's period that has passed; so the next
 * @param madeUp example data among all these
 * @param promisedBy the last date that holds for an open one; null where none does
 */
public record CampaignCount(
        String name,
        long open,
        long late,
        long blocked,
        long dueSoon,
        long undated,
        long delivered,
        long closed,
        long madeUp,
        @Nullable Instant promisedBy) {

    /** Counts while requests go by. */
    static final class Sum {

        private final String name;
        private long open;
        private long late;
        private long blocked;
        private long dueSoon;
        private long undated;
        private long delivered;
        private long closed;
        private long madeUp;
        private @Nullable Instant promisedBy;

        Sum(String name) {
            this.name = name;
        }

        void open(OpenRequest one) {
            open++;
            madeUp += one.request().madeUp() ? 1 : 0;
            late += one.late() ? 1 : 0;
            blocked += one.blocked() ? 1 : 0;
            dueSoon += one.dueSoon() ? 1 : 0;
            undated += one.request().promised().isEmpty() ? 1 : 0;
            one.request().promised().ifPresent(this::promised);
        }

        private void promised(Instant due) {
            Instant last = promisedBy;
            promisedBy = last == null || due.isAfter(last) ? due : last;
        }

        void ended(RequestFact request) {
            madeUp += request.madeUp() ? 1 : 0;
            delivered += request.delivered() ? 1 : 0;
            closed += request.delivered() ? 0 : 1;
        }

        CampaignCount count() {
            return new CampaignCount(
                    name, open, late, blocked, dueSoon, undated, delivered, closed, madeUp, promisedBy);
        }
    }
}
