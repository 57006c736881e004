package dev.baton.people;

import dev.baton.shared.EmailAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Who works here: persons, teams, substitutes, roles and when they work, as the people file has it now. */
@Component
public class People {

    private final PeopleFile file;

    People(PeopleFile file) {
        this.file = file;
        file.findings();
    }

    /**
     * The people of a file that is read without a running Baton.
     *
     * @param messages with the sentences of {@code messages/people.properties}
     */
    public static People read(Path file, MessageSource messages) {
        return new People(new PeopleFile(file, messages));
    }

    /** The person with this address or alias; a plus-tag does not matter. */
    public Optional<Person> find(EmailAddress address) {
        return file.roster().find(address);
    }

    /** The person with this address, or a stranger named by it, in the organisation's zone and without a role. */
    public Person personOrStranger(EmailAddress address) {
        return file.roster().personOrStranger(address);
    }

    /** The team with this key. */
    public Optional<Team> team(String key) {
        return file.roster().team(key);
    }

    /** Every team in the file, in its order. */
    public List<Team> teams() {
        return file.roster().teams();
    }

    /** Everybody in the team, in the order of the file; nobody if there is no such team. */
    public List<Person> members(String team) {
        Roster roster = file.roster();
        return roster.team(team).map(Team::members).orElse(List.of()).stream()
                .map(roster::personOrStranger)
                .toList();
    }

    /** Everybody in the file, in its order. */
    public List<Person> all() {
        return file.roster().people();
    }

    /**
     * Who answers for what a model names: the person with the address; for a team key the team's lead, or all members
     * where no lead is named. Nobody if it is neither.
     */
    public List<Person> resolve(String addressOrTeam) {
        Optional<Team> team = team(addressOrTeam);
        if (team.isPresent()) {
            return team.get()
                    .lead()
                    .map(lead -> List.of(personOrStranger(lead)))
                    .orElseGet(() -> members(addressOrTeam));
        }
        return EmailAddress.parse(addressOrTeam).map(this::personOrStranger).stream()
                .toList();
    }

    /** Who does the person's work at this moment, if the person is away then; the day is one in the person's zone. */
    public Optional<Person> substituteFor(EmailAddress address, Instant moment) {
        return substituteFor(
                address, moment.atZone(personOrStranger(address).zone()).toLocalDate());
    }

    /**
     * Who does the person's work on this day: the substitute, or the substitute's substitute if that one is away too.
     * Nobody if the person is there, or if everybody in the line is away.
     */
    public Optional<Person> substituteFor(EmailAddress address, LocalDate day) {
        Roster roster = file.roster();
        Set<EmailAddress> asked = new HashSet<>();
        Person person = roster.personOrStranger(address);
        Optional<Absence> absence = person.awayOn(day);
        while (absence.isPresent() && asked.add(person.address())) {
            EmailAddress substitute = absence.get().substitute();
            if (substitute == null) {
                return Optional.empty();
            }
            person = roster.personOrStranger(substitute);
            absence = person.awayOn(day);
        }
        return asked.isEmpty() || absence.isPresent() ? Optional.empty() : Optional.of(person);
    }

    /** What the person may see and do; empty for a stranger. */
    public Set<Role> roles(EmailAddress address) {
        return personOrStranger(address).roles();
    }

    /** When the person works: the calendar of the first team, or the default one. */
    public WorkingCalendar calendarOf(EmailAddress address) {
        return personOrStranger(address).teams().stream()
                .findFirst()
                .map(this::calendarOfTeam)
                .orElseGet(this::defaultCalendar);
    }

    /** When the team works; the default calendar if there is no such team. */
    public WorkingCalendar calendarOfTeam(String team) {
        return team(team).map(Team::calendar).orElseGet(this::defaultCalendar);
    }

    /** When the organisation works. */
    public WorkingCalendar defaultCalendar() {
        return file.roster().calendar();
    }

    /** What has to be mended in the people file; empty if all of it works. */
    public List<PeopleFinding> findings() {
        return file.findings();
    }
}
