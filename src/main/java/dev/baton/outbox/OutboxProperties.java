package dev.baton.outbox;

import dev.baton.shared.MailSecurity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves. The server itself is {@code spring.mail.*}.
 *
 * @param fromName the name beside our address in From
 * @param tries how often a mail server is asked to take one mail before it is given up; 12 take about 20 hours
 * @param sending whether this node sends at once after a commit; without it, mails wait for the sweep
 * @param security how the connection to the mail server is encrypted; where it is not said, as {@code spring.mail.*} says,
 *     but for a server that is not on this machine nobody signs in without encryption, and it is used where it is offered
 * @param sslBundle the SSL bundle of Spring whose certificates are trusted, for a server with a certificate of one's own
 * @param claim how long a node that took mails to send them has them for itself; after a crash they wait that long
 */
@ConfigurationProperties("baton.outbox")
record OutboxProperties(
        @DefaultValue("Baton") String fromName,
        @DefaultValue("12") int tries,
        @DefaultValue("true") boolean sending,
        @Nullable MailSecurity security,
        @Nullable String sslBundle,
        @DefaultValue("PT5M") Duration claim) {

    OutboxProperties {
        if (claim.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("baton.outbox.claim is at least a second, not " + claim);
        }
    }
}
