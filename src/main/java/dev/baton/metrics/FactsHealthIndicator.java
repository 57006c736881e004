package dev.baton.metrics;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** ALARM, which takes no node out of service, where facts and the engine's history say different things of a task. */
@Component
class FactsHealthIndicator extends AbstractHealthIndicator {

    private static final Status ALARM = new Status("ALARM");

    private final Reconciliation reconciliation;

    FactsHealthIndicator(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        reconciliation.last().ifPresent(last -> {
            health.withDetail("comparedAt", last.at().toString())
                    .withDetail("compared", last.compared())
                    .withDetail("added", last.added())
                    .withDetail("different", last.different());
            if (last.different() > 0) {
                health.status(ALARM);
            }
        });
    }
}
