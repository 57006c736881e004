package dev.baton.metrics;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.Signatures;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Stands in the facts for a person: a keyed hash of the address, the same for the same person, which nobody without the
 * installation's secret can turn back or try out.
 */
@Component
class Pseudonyms {

    private final Signatures signatures;

    Pseudonyms(Signatures signatures) {
        this.signatures = signatures;
    }

    /** Twenty hexadecimal digits; capitals in the address make no other person. */
    String of(EmailAddress person) {
        return of(person.value());
    }

    /** The same of an address, or the key of a team, as the engine or the outbox keeps it. */
    String of(String address) {
        return signatures.shortSignature("fact", address.toLowerCase(Locale.ROOT));
    }
}
