package dev.baton.outbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much mail is too much.
 *
 * @param budget mails for one person and day, over which what may wait falls into the person's next digest
 */
@ConfigurationProperties("baton.outbox")
record QuietProperties(@DefaultValue("25") int budget) {

    QuietProperties {
        if (budget < 1) {
            throw new IllegalArgumentException("baton.outbox.budget is at least 1, not " + budget);
        }
    }
}
