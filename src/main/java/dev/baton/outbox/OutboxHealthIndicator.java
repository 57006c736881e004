package dev.baton.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * UP while a mail server lets us in, asked at most every 30 seconds. Dead letters are a detail only: an address that
 * does not exist is no reason to take a node out of service, and so are mail templates that cannot be used: their mails
 * go out in a plain layout. ALARM, which takes no node out of service, while somebody's
 * digest cannot be made, or not whole: the log says why.
 */
@Component
class OutboxHealthIndicator extends AbstractHealthIndicator {

    /** Something has to be mended, and not on this node. */
    private static final Status ALARM = new Status("ALARM");

    private static final Duration GOOD_FOR = Duration.ofSeconds(30);

    private final SmtpServer server;
    private final Outbox outbox;
    private final DigestTroubles digests;
    private final BrokenTemplates templates;
    private final Clock clock;
    private Instant askedAt = Instant.MIN;
    private Optional<Trouble> answer = Optional.empty();
    private List<TemplateFinding> broken = List.of();

    OutboxHealthIndicator(
            SmtpServer server, Outbox outbox, DigestTroubles digests, BrokenTemplates templates, Clock clock) {
        this.server = server;
        this.outbox = outbox;
        this.digests = digests;
        this.templates = templates;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.withDetail("queued", outbox.queued()).withDetail("dead", outbox.deadLetters());
        if (server.configured()) {
            tellOfDigests(health.up());
            asked().ifPresent(trouble -> health.down().withDetail("server", trouble.detail()));
            tellOfTemplates(health);
        } else {
            health.down().withDetail("server", "spring.mail.host is not set");
        }
    }

    private void tellOfDigests(Health.Builder health) {
        int failed = digests.failed();
        int incomplete = digests.incomplete();
        if (failed + incomplete > 0) {
            health.status(ALARM).withDetail("digestsFailed", failed).withDetail("digestsIncomplete", incomplete);
        }
    }

    private synchronized void tellOfTemplates(Health.Builder health) {
        health.withDetail("templatesNotUsed", broken.size());
        broken.forEach(finding -> health.withDetail(finding.file(), finding.toString()));
    }

    private synchronized Optional<Trouble> asked() {
        Instant now = clock.instant();
        if (askedAt.equals(Instant.MIN) || Duration.between(askedAt, now).compareTo(GOOD_FOR) >= 0) {
            answer = server.tryOut();
            broken = templates.all();
            askedAt = now;
        }
        return answer;
    }
}
