package dev.baton.inbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** UP while every mailbox was looked at lately, or while there is none to look at, and all workers are at work. */
@Component
class InboxHealthIndicator implements HealthIndicator {

    private static final int MISSED_LOOKS = 3;

    private final InboxProperties properties;
    private final Iterable<WatchedMailbox> mailboxes;
    private final LedgerWorkers workers;
    private final Reasons reasons;

    InboxHealthIndicator(
            InboxProperties properties, Iterable<WatchedMailbox> mailboxes, LedgerWorkers workers, Reasons reasons) {
        this.properties = properties;
        this.mailboxes = mailboxes;
        this.workers = workers;
        this.reasons = reasons;
    }

    @Override
    public Health health() {
        if (!workers.complete()) {
            return Health.down().withDetail("problem", "A worker has ended").build();
        }
        if (!mailboxes.iterator().hasNext()) {
            return Health.up().withDetail("mailbox", "not configured").build();
        }
        Duration longest = properties.patience().multipliedBy(MISSED_LOOKS);
        Health.Builder health = Health.up();
        for (WatchedMailbox watched : mailboxes) {
            if (!watched.status().lookedWithin(longest)) {
                health.down();
            }
            health.withDetail(watched.mailbox().name(), details(watched));
        }
        return health.build();
    }

    private Map<String, Object> details(WatchedMailbox watched) {
        FetchStatus status = watched.status();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("mailbox", watched.mailbox().inLedger());
        details.put("unreadable", status.troubled());
        details.put("oldMailNotTaken", status.leftAlone());
        status.lastLook().ifPresent(at -> details.put("lastLook", at.toString()));
        status.trouble().ifPresent(trouble -> details.put("problem", reasons.of(trouble, watched.mailbox())));
        status.unflaggable().ifPresent(words -> details.put("flags", reasons.notFlagged(words)));
        return details;
    }
}
