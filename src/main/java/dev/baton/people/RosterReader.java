package dev.baton.people;

import dev.baton.shared.EmailAddress;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the parts of one people file into a roster; a person, team or calendar with a flaw it cannot do with is left out. */
final class RosterReader {

    private record NamedTeam(
            @Nullable String name, @Nullable EmailAddress lead, Set<EmailAddress> members, YamlPart at) {}

    private final Map<String, WorkingCalendar> calendars = new HashMap<>();
    private final Map<String, NamedTeam> teams = new LinkedHashMap<>();
    private final Map<String, WorkingCalendar> teamCalendars = new HashMap<>();
    private final List<Person> people = new ArrayList<>();
    private final Set<EmailAddress> taken = new HashSet<>();
    private WorkingCalendar organisation = WorkingCalendar.nineToFive(ZoneId.of("UTC"));

    private RosterReader() {}

    static Roster read(YamlPart file) {
        return new RosterReader().roster(file.entries("organisation", "calendars", "teams", "people"));
    }

    private Roster roster(Map<String, YamlPart> file) {
        CalendarReader defaults = Optional.ofNullable(file.get("organisation"))
                .map(part -> CalendarReader.nineToFive()
                        .with(part.entries(Stream.concat(Stream.of("name"), Stream.of(CalendarReader.KEYS))
                                .toArray(String[]::new))))
                .orElseGet(CalendarReader::nineToFive);
        organisation = defaults.calendar();
        entries(file.get("calendars"))
                .forEach((name, part) -> calendars.put(
                        name, defaults.with(part.entries(CalendarReader.KEYS)).calendar()));
        entries(file.get("teams")).forEach(this::team);
        Optional.ofNullable(file.get("people")).ifPresent(list -> list.items().forEach(this::person));
        return new Roster(organisation, finishedTeams(), people);
    }

    private static Map<String, YamlPart> entries(@Nullable YamlPart part) {
        return part == null ? Map.of() : part.entries();
    }

    private void team(String key, YamlPart part) {
        Map<String, YamlPart> entries = part.entries("name", "lead", "members", "calendar");
        Set<EmailAddress> members = new LinkedHashSet<>(Optional.ofNullable(entries.get("members"))
                .map(RosterReader::addresses)
                .orElse(List.of()));
        EmailAddress lead = Optional.ofNullable(entries.get("lead"))
                .flatMap(RosterReader::address)
                .orElse(null);
        teams.put(
                key,
                new NamedTeam(
                        Optional.ofNullable(entries.get("name"))
                                .flatMap(YamlPart::text)
                                .orElse(null),
                        lead,
                        members,
                        part));
        Optional.ofNullable(entries.get("calendar"))
                .flatMap(named -> named.read("no-calendar", name -> Optional.ofNullable(calendars.get(name))))
                .ifPresent(calendar -> teamCalendars.put(key, calendar));
    }

    private void person(YamlPart part) {
        Map<String, YamlPart> entries = part.entries("address", "name", "aliases", "teams", "roles", "zone", "away");
        YamlPart addressPart = entries.get("address");
        if (addressPart == null) {
            if (part.isMapping()) {
                part.flaw("no-address-given");
            }
            return;
        }
        Optional<EmailAddress> address = address(addressPart);
        if (address.isEmpty()) {
            return;
        }
        if (!taken.add(address.get())) {
            addressPart.flaw("person-twice", address.get());
            return;
        }
        List<String> named = Optional.ofNullable(entries.get("teams"))
                .map(list ->
                        list.readAll("no-team", key -> teams.containsKey(key) ? Optional.of(key) : Optional.empty()))
                .orElse(List.of());
        List<String> inTeams = memberships(address.get(), named);
        people.add(new Person(
                address.get(),
                Optional.ofNullable(entries.get("name"))
                        .flatMap(YamlPart::text)
                        .orElseGet(() -> address.get().local()),
                aliases(entries.get("aliases")),
                roles(entries.get("roles")),
                inTeams,
                Optional.ofNullable(entries.get("zone"))
                        .flatMap(CalendarReader::zone)
                        .orElseGet(() -> zone(inTeams)),
                absences(entries.get("away"))));
    }

    private ZoneId zone(List<String> inTeams) {
        return inTeams.stream()
                .findFirst()
                .map(teamCalendars::get)
                .orElse(organisation)
                .zone();
    }

    /** The teams a person names and those that name the person. */
    private List<String> memberships(EmailAddress address, List<String> named) {
        Set<String> memberships = new LinkedHashSet<>(named);
        named.forEach(key -> Optional.ofNullable(teams.get(key))
                .ifPresent(team -> team.members().add(address)));
        teams.forEach((key, team) -> {
            if (team.members().contains(address)) {
                memberships.add(key);
            }
        });
        return List.copyOf(memberships);
    }

    private Set<EmailAddress> aliases(@Nullable YamlPart list) {
        Set<EmailAddress> aliases = new LinkedHashSet<>();
        for (YamlPart part : list == null ? List.<YamlPart>of() : list.items()) {
            address(part).ifPresent(alias -> {
                if (taken.add(alias)) {
                    aliases.add(alias);
                } else {
                    part.flaw("person-twice", alias);
                }
            });
        }
        return aliases;
    }

    private static Set<Role> roles(@Nullable YamlPart list) {
        Set<Role> roles = EnumSet.of(Role.PARTICIPANT);
        if (list != null) {
            roles.addAll(list.readAll(
                    "no-role",
                    text -> Stream.of(Role.values())
                            .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(text))
                            .findFirst()));
        }
        return roles;
    }

    private static List<Absence> absences(@Nullable YamlPart list) {
        List<Absence> absences = new ArrayList<>();
        for (YamlPart part : list == null ? List.<YamlPart>of() : list.items()) {
            Map<String, YamlPart> entries = part.entries("from", "to", "substitute");
            Optional<LocalDate> from = date(part, entries.get("from"));
            Optional<LocalDate> to = date(part, entries.get("to"));
            EmailAddress substitute = Optional.ofNullable(entries.get("substitute"))
                    .flatMap(RosterReader::address)
                    .orElse(null);
            if (from.isPresent() && to.isPresent()) {
                if (to.get().isBefore(from.get())) {
                    part.flaw("away-backwards", from.get(), to.get());
                } else {
                    absences.add(new Absence(from.get(), to.get(), substitute));
                }
            }
        }
        return absences;
    }

    private static Optional<LocalDate> date(YamlPart absence, @Nullable YamlPart part) {
        if (part == null) {
            absence.flaw("away-without-dates");
            return Optional.empty();
        }
        return part.read("no-date", CalendarReader::date);
    }

    private Map<String, Team> finishedTeams() {
        Map<String, Team> finished = new LinkedHashMap<>();
        teams.forEach((key, team) -> finished.put(
                key,
                new Team(
                        key,
                        team.name() == null ? key : team.name(),
                        team.lead(),
                        List.copyOf(team.members()),
                        teamCalendars.getOrDefault(key, organisation))));
        return finished;
    }

    private static Optional<EmailAddress> address(YamlPart part) {
        return part.read("no-address", EmailAddress::parse);
    }

    private static List<EmailAddress> addresses(YamlPart list) {
        return list.readAll("no-address", EmailAddress::parse);
    }
}
