package dev.baton.people;

import dev.baton.shared.EmailAddress;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everybody and every team as one good version of the people file names them. */
final class Roster {

    private final WorkingCalendar calendar;
    private final Map<String, Team> teams;
    private final List<Person> people;
    private final Map<EmailAddress, Person> byAddress = new HashMap<>();

    Roster(WorkingCalendar calendar, Map<String, Team> teams, List<Person> people) {
        this.calendar = calendar;
        this.teams = new LinkedHashMap<>(teams);
        this.people = List.copyOf(people);
        for (Person person : people) {
            byAddress.put(person.address(), person);
            person.aliases().forEach(alias -> byAddress.putIfAbsent(alias, person));
        }
    }

    static Roster empty() {
        return new Roster(WorkingCalendar.nineToFive(ZoneId.of("UTC")), Map.of(), List.of());
    }

    WorkingCalendar calendar() {
        return calendar;
    }

    List<Person> people() {
        return people;
    }

    List<Team> teams() {
        return List.copyOf(teams.values());
    }

    Optional<Team> team(String key) {
        return Optional.ofNullable(teams.get(key));
    }

    Optional<Person> find(EmailAddress address) {
        Person person = byAddress.get(address);
        return Optional.ofNullable(person == null ? byAddress.get(address.untagged()) : person);
    }

    Person personOrStranger(EmailAddress address) {
        return find(address).orElseGet(() -> Person.stranger(address, calendar.zone()));
    }
}
