package dev.baton.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * UP while every mailbox was looked at lately, or while there is none to look at, and all workers are at work. ALARM, which
 * takes no node out of service, when mail is missing or nobody works through it.
 */
@Component
class InboxHealthIndicator extends AbstractHealthIndicator {

    /** Something is wrong with mail, and nothing with this node. */
    static final Status ALARM = new Status("ALARM");

    private static final int MISSED_LOOKS = 3;

    private final InboxProperties properties;
    private final Iterable<WatchedMailbox> mailboxes;
    private final LedgerWorkers workers;
    private final Gaps gaps;
    private final Reasons reasons;

    InboxHealthIndicator(
            InboxProperties properties,
            Iterable<WatchedMailbox> mailboxes,
            LedgerWorkers workers,
            Gaps gaps,
            Reasons reasons) {
        this.properties = properties;
        this.mailboxes = mailboxes;
        this.workers = workers;
        this.gaps = gaps;
        this.reasons = reasons;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (!workers.complete()) {
            health.down().withDetail("problem", reasons.workerEnded());
            return;
        }
        health.up();
        if (!mailboxes.iterator().hasNext()) {
            health.withDetail("mailbox", reasons.noMailbox());
        }
        int stuck = gaps.stuck();
        if (stuck > 0) {
            health.status(ALARM).withDetail("stuck", reasons.stuck(stuck));
        }
        boolean allRead = true;
        for (WatchedMailbox watched : mailboxes) {
            int missing = gaps.missing(watched.mailbox().inLedger());
            if (missing > 0) {
                health.status(ALARM);
            }
            allRead &= watched.status().lookedWithin(properties.patience().multipliedBy(MISSED_LOOKS));
            health.withDetail(watched.mailbox().name(), details(watched, missing));
        }
        if (!allRead) {
            health.down();
        }
    }

    private Map<String, Object> details(WatchedMailbox watched, int missing) {
        FetchStatus status = watched.status();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("mailbox", watched.mailbox().inLedger());
        details.put("unreadable", status.troubled());
        details.put("oldMailNotTaken", status.leftAlone());
        status.lastLook().ifPresent(at -> details.put("lastLook", at.toString()));
        status.trouble().ifPresent(trouble -> details.put("problem", reasons.of(trouble, watched.mailbox())));
        status.unflaggable().ifPresent(words -> details.put("flags", reasons.notFlagged(words)));
        if (missing > 0) {
            details.put("missing", reasons.missing(missing));
        }
        return details;
    }
}
