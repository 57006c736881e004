package dev.baton.inbox;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** UP while the mailbox was looked at lately, or while there is none to look at, and all workers are at work. */
@Component
class InboxHealthIndicator implements HealthIndicator {

    private static final int MISSED_LOOKS = 3;

    private final InboxProperties properties;
    private final FetchStatus status;
    private final LedgerWorkers workers;

    InboxHealthIndicator(InboxProperties properties, FetchStatus status, LedgerWorkers workers) {
        this.properties = properties;
        this.status = status;
        this.workers = workers;
    }

    @Override
    public Health health() {
        if (!workers.complete()) {
            return Health.down().withDetail("problem", "A worker has ended").build();
        }
        if (!properties.fetches()) {
            return Health.up().withDetail("mailbox", "not configured").build();
        }
        Duration longest = properties.patience().multipliedBy(MISSED_LOOKS);
        Health.Builder health = status.lookedWithin(longest) ? Health.up() : Health.down();
        health.withDetail("mailbox", properties.mailbox()).withDetail("unreadable", status.troubled());
        status.lastLook().ifPresent(at -> health.withDetail("lastLook", at.toString()));
        status.problem().ifPresent(problem -> health.withDetail("problem", problem));
        return health.build();
    }
}
