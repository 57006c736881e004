package dev.baton.inbox;

import dev.baton.shared.FailurePath;
import java.time.Clock;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works through received mail: reads it, asks the filters, then the {@link MailHandler}. What follows from a mail and the
 * final state of its entry are committed together, so that a crash loses nothing and doubles nothing.
 */
@Component
public class LedgerProcessing {

    private static final Logger log = LoggerFactory.getLogger(LedgerProcessing.class);
    private static final int PAGE = 200;

    private final LedgerRows rows;
    private final Filters filters;
    private final Reasons reasons;
    private final ObjectProvider<MailHandler> handlers;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final LargeMails large;

    LedgerProcessing(
            LedgerRows rows,
            Filters filters,
            Reasons reasons,
            ObjectProvider<MailHandler> handlers,
            LargeMails large,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.filters = filters;
        this.reasons = reasons;
        this.handlers = handlers;
        this.large = large;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Works through everything that is due now, in this thread.
     *
     * @return how many entries came to their final state
     */
    public int processDue() {
        int done = 0;
        List<DueMail> page = due(0);
        while (!page.isEmpty()) {
            for (DueMail mail : page) {
                done += process(mail) ? 1 : 0;
            }
            page = due(page.get(page.size() - 1).id());
        }
        return done;
    }

    /** The next entries that are due; none while nobody handles mail. */
    List<DueMail> due(long afterId) {
        return handlers.getIfAvailable() == null ? List.of() : rows.due(clock.instant(), afterId, PAGE);
    }

    /**
     * Works through these: those that are small together, since one commit then serves them all, and each by itself if
     * that fails.
     */
    void process(List<DueMail> some) {
        List<Long> together =
                some.stream().filter(DueMail::isSmall).map(DueMail::id).toList();
        boolean done = together.size() > 1 && closedTogether(together);
        some.stream().filter(mail -> !done || !mail.isSmall()).forEach(this::process);
    }

    /** @return whether the entry came to its final state here and now */
    boolean process(DueMail due) {
        return large.holding(due.size(), () -> process(due.id()));
    }

    private boolean closedTogether(List<Long> ids) {
        try {
            Instant now = clock.instant();
            List<ReceivedMail> mails =
                    rows.received(ids).stream().map(MailReader::read).toList();
            close(mails, now);
            return true;
        } catch (RuntimeException | Error failure) {
            log.debug("{} mails cannot be worked through together", ids.size(), failure);
            return false;
        }
    }

    private boolean process(long id) {
        List<StoredMail> found = rows.received(List.of(id));
        if (found.isEmpty()) {
            return false;
        }
        StoredMail stored = found.get(0);
        Instant now = clock.instant();
        try {
            return close(List.of(MailReader.read(stored)), now) == 1;
        } catch (RuntimeException | Error failure) {
            log.warn("Ledger entry {}: attempt {} failed: {}", id, stored.attempts() + 1, new FailurePath(failure));
            return failed(stored, failure, now);
        }
    }

    /** @return how many of them came to their final state; those that another node has do not */
    private int close(List<ReceivedMail> mails, Instant now) {
        Map<ReceivedMail, Verdict> verdicts = new IdentityHashMap<>();
        mails.forEach(mail -> filters.judge(mail).ifPresent(verdict -> verdicts.put(mail, verdict)));
        return Objects.requireNonNull(transaction.execute(status -> {
            Set<Long> ours = rows.lock(mails.stream().map(ReceivedMail::id).toList(), now);
            List<ClosedMail> closed = mails.stream()
                    .filter(mail -> ours.contains(mail.id()))
                    .map(mail -> closed(mail, verdicts.get(mail)))
                    .toList();
            rows.close(closed);
            return closed.size();
        }));
    }

    private ClosedMail closed(ReceivedMail mail, @Nullable Verdict verdict) {
        MailHandler handler = handlers.getObject();
        Disposition disposition = verdict == null ? handler.handle(mail) : verdict.disposition(mail, reasons, handler);
        return new ClosedMail(mail, disposition, handler.workflow(mail, disposition));
    }

    private boolean failed(StoredMail stored, Throwable failure, Instant now) {
        int attempt = stored.attempts() + 1;
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (rows.lock(List.of(stored.id()), now).isEmpty()) {
                return false;
            }
            if (Attempts.isLast(attempt)) {
                rows.quarantine(stored.id(), attempt, reasons.givenUp(attempt, failure));
                return true;
            }
            Instant next = now.plus(Attempts.waitAfter(attempt));
            rows.postpone(stored.id(), attempt, reasons.triedAgain(attempt, Attempts.MOST, failure, next), next);
            return false;
        }));
    }
}
