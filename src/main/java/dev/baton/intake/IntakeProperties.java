package dev.baton.intake;

import dev.baton.shared.EmailAddress;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may ask for work, and how often.
 *
 * @param domains mail domains whose people may ask; empty lets everybody ask. People in the people file always may
 * @param unknownSenders what becomes of mail from whoever is in none of these domains, is not among the people and never asked
 *     for anything before
 * @param perHour mails of one sender, and forms of one address, that are taken within an hour; 0, as long as nothing is set,
 *     means no limit
 */
@ConfigurationProperties("baton.intake")
public record IntakeProperties(
        @DefaultValue Set<String> domains,
        @DefaultValue("accept") UnknownSenders unknownSenders,
        @DefaultValue("0") int perHour) {

    /** What becomes of the first mail of somebody we do not know. */
    public enum UnknownSenders {
        /** It asks for work like any other. */
        ACCEPT,
        /** It waits until somebody looks at it; once it is treated as a request its sender is known. */
        QUARANTINE
    }

    public IntakeProperties {
        domains = domains.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .filter(domain -> !domain.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether somebody whom nobody knows may ask. */
    boolean welcomesStrangers() {
        return unknownSenders == UnknownSenders.ACCEPT || !domains.isEmpty();
    }

    /** Whether somebody of this address may ask, as far as the domain goes. */
    boolean welcomes(EmailAddress address) {
        return domains.isEmpty() || domains.contains(address.domain());
    }
}
