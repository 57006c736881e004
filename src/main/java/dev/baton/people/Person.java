package dev.baton.people;

import dev.baton.shared.EmailAddress;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who asks, does or approves.
 *
 * @param address the one address mail to this person goes to
 * @param name as colleagues write it
 * @param aliases further addresses the person writes from
 * @param roles empty for a stranger; else at least {@link Role#PARTICIPANT}
 * @param teams keys of the teams the person is in, in the order of the file
 * @param zone where the person's day begins and ends
 * @param away when the person does no work
 */
public record Person(
        EmailAddress address,
        String name,
        Set<EmailAddress> aliases,
        Set<Role> roles,
        List<String> teams,
        ZoneId zone,
        List<Absence> away) {

    public Person {
        aliases = Set.copyOf(aliases);
        roles = Set.copyOf(roles);
        teams = List.copyOf(teams);
        away = List.copyOf(away);
    }

    /** Somebody the people file does not know: named by the address, in no team, without a role. */
    static Person stranger(EmailAddress address, ZoneId zone) {
        return new Person(address, address.readAsName(), Set.of(), Set.of(), List.of(), zone, List.of());
    }

    /** The first word of the name, for the first word of a sentence. */
    public String firstName() {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    /** Whether the person has the role; an admin has every role. */
    public boolean has(Role role) {
        return roles.contains(role) || roles.contains(Role.ADMIN);
    }

    /** Whether this is somebody the people file does not know. */
    public boolean isStranger() {
        return roles.isEmpty();
    }

    /** The absence that covers this day, if the person is away on it. */
    public Optional<Absence> awayOn(LocalDate day) {
        return away.stream().filter(absence -> absence.covers(day)).findFirst();
    }
}
