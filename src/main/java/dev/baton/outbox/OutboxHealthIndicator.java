package dev.baton.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * UP while a mail server lets us in, asked at most every 30 seconds. Dead letters are a detail only: an address that
 * does not exist is no reason to take a node out of service.
 */
@Component
class OutboxHealthIndicator extends AbstractHealthIndicator {

    private static final Duration GOOD_FOR = Duration.ofSeconds(30);

    private final SmtpServer server;
    private final Outbox outbox;
    private final Clock clock;
    private Instant askedAt = Instant.MIN;
    private Optional<Trouble> answer = Optional.empty();

    OutboxHealthIndicator(SmtpServer server, Outbox outbox, Clock clock) {
        this.server = server;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.withDetail("queued", outbox.queued()).withDetail("dead", outbox.deadLetters());
        if (server.configured()) {
            asked().ifPresentOrElse(trouble -> health.down().withDetail("server", trouble.detail()), health::up);
        } else {
            health.down().withDetail("server", "spring.mail.host is not set");
        }
    }

    private synchronized Optional<Trouble> asked() {
        Instant now = clock.instant();
        if (askedAt.equals(Instant.MIN) || Duration.between(askedAt, now).compareTo(GOOD_FOR) >= 0) {
            answer = server.tryOut();
            askedAt = now;
        }
        return answer;
    }
}
