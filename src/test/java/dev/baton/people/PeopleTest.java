package dev.baton.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shared.EmailAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;

class PeopleTest {

    private static final String TEAM = """
            organisation:
              zone: Europe/Berlin
              hours: {monday-friday: "09:00-17:00", saturday: ["10:00-12:00", "13:00-14:00"]}
              holidays: de-be
            calendars:
              london: {zone: Europe/London, holidays: gb-eng, closed: [2026-12-24]}
            teams:
              design: {name: Design, lead: ines@example.com}
              legal: {calendar: london, members: [maria@example.com, agency@elsewhere.example]}
            people:
              - address: Ines@example.com
                name: Ines Roth
                aliases: [roth@example.com]
                teams: [design]
                roles: [owner]
                away: [{from: 2026-12-21, to: 2026-12-31, substitute: lea@example.com}]
              - {address: lea@example.com, name: Lea Winter, teams: [design], away: [{from: 2026-12-23, to: 2026-12-23, substitute: maria@example.com}]}
              - {address: maria@example.com, name: Maria Holt, away: [{from: 2026-12-30, to: 2026-12-30}]}
              - {address: admin@example.com, zone: America/New_York, roles: [admin]}
            """;

    @TempDir
    Path folder;

    private People people;

    private static EmailAddress address(String text) {
        return EmailAddress.of(text);
    }

    private People people(String yaml) throws IOException {
        write(yaml, 1);
        return people = new People(new PeopleFile(folder.resolve("people.yaml"), messages()));
    }

    /** @param version differs between two writings, as the time does outside a test */
    private void write(String yaml, int version) throws IOException {
        Path file = Files.writeString(folder.resolve("people.yaml"), yaml);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(version)));
    }

    static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/people");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }

    private List<String> findings() {
        return people.findings().stream()
                .map(finding -> finding.line() + " " + finding.message())
                .toList();
    }

    @Test
    void aPersonIsFoundByAddressAliasAndTag() throws IOException {
        people(TEAM);

        Person ines = people.find(address("ines@example.com")).orElseThrow();
        assertThat(ines.firstName()).isEqualTo("Ines");
        assertThat(ines.teams()).containsExactly("design");
        assertThat(people.find(address("ROTH@example.com"))).contains(ines);
        assertThat(people.find(address("ines+news@example.com"))).contains(ines);
        assertThat(people.findings()).isEmpty();
    }

    @Test
    void aStrangerHasNoRole() throws IOException {
        people(TEAM);

        assertThat(people.find(address("who@elsewhere.example"))).isEmpty();
        Person stranger = people.personOrStranger(address("who@elsewhere.example"));
        assertThat(stranger.isStranger()).isTrue();
        assertThat(stranger.has(Role.PARTICIPANT)).isFalse();
        assertThat(stranger.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void aStrangerIsCalledByTheNameInTheAddress() throws IOException {
        people(TEAM);

        assertThat(people.personOrStranger(address("clara.vogt+news@elsewhere.example"))
                        .name())
                .isEqualTo("Clara Vogt");
        assertThat(people.personOrStranger(address("_@elsewhere.example")).name())
                .isEqualTo("_");
    }

    @Test
    void anAdminHasEveryRole() throws IOException {
        people(TEAM);

        Person admin = people.personOrStranger(address("admin@example.com"));
        assertThat(Role.values()).allMatch(admin::has);
        assertThat(people.roles(address("ines@example.com"))).containsOnly(Role.PARTICIPANT, Role.OWNER);
    }

    @Test
    void aTeamIsThoseWhoNameItAndThoseItNames() throws IOException {
        people(TEAM);

        assertThat(people.members("design")).extracting(Person::name).containsExactly("Ines Roth", "Lea Winter");
        assertThat(people.members("legal"))
                .extracting(Person::address)
                .containsExactly(address("maria@example.com"), address("agency@elsewhere.example"));
        assertThat(people.find(address("maria@example.com")).orElseThrow().teams())
                .containsExactly("legal");
        assertThat(people.members("nobody")).isEmpty();
    }

    @Test
    void theLeadAnswersForTheTeamAndEverybodyWhereThereIsNone() throws IOException {
        people(TEAM);

        assertThat(people.resolve("design")).extracting(Person::name).containsExactly("Ines Roth");
        assertThat(people.resolve("legal")).hasSize(2);
        assertThat(people.resolve("lea@example.com")).extracting(Person::name).containsExactly("Lea Winter");
        assertThat(people.resolve("no such team")).isEmpty();
    }

    @Test
    void theSubstitutesSubstituteStandsInWhenBothAreAway() throws IOException {
        people(TEAM);

        EmailAddress ines = address("ines@example.com");
        assertThat(people.substituteFor(ines, LocalDate.parse("2026-12-20"))).isEmpty();
        assertThat(people.substituteFor(ines, LocalDate.parse("2026-12-21")))
                .map(Person::firstName)
                .contains("Lea");
        assertThat(people.substituteFor(ines, LocalDate.parse("2026-12-23")))
                .map(Person::firstName)
                .contains("Maria");
        assertThat(people.substituteFor(address("maria@example.com"), LocalDate.parse("2026-12-30")))
                .isEmpty();
    }

    @Test
    void aDayAwayIsADayInThePersonsZone() throws IOException {
        people(TEAM);

        assertThat(people.substituteFor(address("ines@example.com"), Instant.parse("2026-12-20T23:30:00Z")))
                .isPresent();
        assertThat(people.substituteFor(address("ines@example.com"), Instant.parse("2026-12-20T22:30:00Z")))
                .isEmpty();
    }

    @Test
    void twoWhoStandInForEachOtherLeaveNobody() throws IOException {
        people("""
                people:
                  - {address: a@example.com, away: [{from: 2026-12-21, to: 2026-12-31, substitute: b@example.com}]}
                  - {address: b@example.com, away: [{from: 2026-12-21, to: 2026-12-31, substitute: a@example.com}]}
                """);

        assertThat(people.substituteFor(address("a@example.com"), LocalDate.parse("2026-12-25")))
                .isEmpty();
    }

    @Test
    void aTeamWorksByItsOwnCalendar() throws IOException {
        people(TEAM);

        WorkingCalendar london = people.calendarOf(address("maria@example.com"));
        assertThat(london.zone()).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(london.isWorkingDay(LocalDate.parse("2026-12-24"))).isFalse();
        assertThat(london.isWorkingDay(LocalDate.parse("2026-12-28"))).isFalse(); // Boxing Day, moved
        assertThat(people.find(address("maria@example.com")).orElseThrow().zone())
                .isEqualTo(ZoneId.of("Europe/London"));
        WorkingCalendar berlin = people.calendarOfTeam("design");
        assertThat(berlin.isWorkingDay(LocalDate.parse("2026-12-26"))).isFalse(); // a Saturday, but a holiday
        assertThat(berlin.isWorkingDay(LocalDate.parse("2026-12-19"))).isTrue();
        assertThat(LocalDate.parse("2026-12-19").getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
    }

    @Test
    void aPersonWithAFlawIsNamedWithTheLineAndTheOthersWork() throws IOException {
        people("""
                organisation: {zone: Europe/Berlim}
                teams:
                  design: {lead: nobody}
                people:
                  - name: No Address
                  - address: not an address
                  - address: ines@example.com
                    colour: blue
                    teams: [design, sales]
                    roles: [chief]
                    zone: Mars
                    away: [{from: 2026-12-31, to: 2026-12-01}, {from: soon, to: 2026-12-01}, {to: 2026-12-01}]
                  - address: ines@example.com
                  - {address: lea@example.com, aliases: [ines@example.com, lea2@example.com]}
                """);

        assertThat(findings())
                .containsExactly(
                        "1 \"Europe/Berlim\" is no time zone; the one of the organisation is used.",
                        "3 This is no mail address and is left out.",
                        "5 This person has no address and is left out.",
                        "6 This is no mail address and is left out.",
                        "8 \"colour\" means nothing here and is left out.",
                        "9 There is no team \"sales\"; the person is not put into it.",
                        "10 \"chief\" is no role and is left out.",
                        "11 \"Mars\" is no time zone; the one of the organisation is used.",
                        "12 This absence ends before it begins and is left out.",
                        "12 \"soon\" is no date; this entry is left out.",
                        "12 This absence lacks a date and is left out.",
                        "13 This address already belongs to somebody further up; here it is left out.",
                        "14 This address already belongs to somebody further up; here it is left out.");
        assertThat(people.all())
                .extracting(Person::address)
                .extracting(EmailAddress::value)
                .containsExactly("ines@example.com", "lea@example.com");
        assertThat(people.find(address("lea2@example.com"))).isPresent();
    }

    @Test
    void brokenCalendarsAreNamedWithTheLine() throws IOException {
        people("""
                organisation:
                  hours: {someday: "09:00-17:00", monday: "17:00-09:00"}
                  holidays: de-xx
                calendars:
                  one: {hours: {monday: ["09:00-12:00", "11:00-13:00"]}}
                  one: {}
                teams:
                  design: {calendar: paris}
                people: nobody
                """);

        assertThat(findings())
                .containsExactly(
                        "2 \"someday\" is no day of the week and is left out.",
                        "2 \"17:00-09:00\" are no working hours and are left out.",
                        "2 Nobody would ever work by these hours; the ones of the organisation are used.",
                        "3 No public holidays are known for \"de-xx\"; the ones of the organisation are used.",
                        "5 These hours overlap; the later ones are left out.",
                        "6 \"one\" stands here for the second time; the first one counts.",
                        "8 There is no calendar \"paris\"; the one of the organisation is used.",
                        "9 Here should be lines of the form \"key: value\"; this part is left out.");
        assertThat(people.findings().get(0))
                .hasToString(folder.resolve("people.yaml")
                        + ":2: \"someday\" is no day of the week and is left out."
                        + " Write monday, or monday-friday for several.");
    }

    @Test
    void aChangedFileIsReadAgainAndABrokenOneLeavesWhatWasTrue() throws IOException {
        people("people: [{address: ines@example.com}]");
        write("people: [{address: lea@example.com}]", 2);
        assertThat(people.find(address("lea@example.com"))).isPresent();
        assertThat(people.find(address("ines@example.com"))).isEmpty();

        write("people:\n  - address: [ines@example.com\n    name: x\n", 3);
        assertThat(people.find(address("lea@example.com"))).isPresent();
        assertThat(people.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.message()).startsWith("This is no YAML");
        });

        write("people: [{address: ines@example.com}]", 4);
        assertThat(people.find(address("ines@example.com"))).isPresent();
        assertThat(people.findings()).isEmpty();
    }

    @Test
    void aMissingOrEmptyOrGarbledFileIsSaidAndNobodyIsKnown() throws IOException {
        people = new People(new PeopleFile(folder.resolve("none.yaml"), messages()));
        assertThat(findings())
                .containsExactly("1 There is no people file here, so nobody is known and nobody can sign in.");
        assertThat(people.all()).isEmpty();
        assertThat(people.defaultCalendar().zone()).isEqualTo(ZoneId.of("UTC"));

        people("");
        assertThat(findings()).containsExactly("1 The people file is empty; what was read before stays in use.");

        people("people: nobody\n\u0007: 1\n");
        assertThat(people.findings()).singleElement().matches(finding -> finding.line() == 2);

        Files.write(folder.resolve("people.yaml"), new byte[] {'a', ':', (byte) 0xff});
        assertThat(findings())
                .containsExactly("1 The people file is not written in UTF-8; what was read before stays in use.");
    }

    @Test
    void theExampleTeamHasNoFlaw() {
        people = new People(new PeopleFile(Path.of("people.yaml"), messages()));
        assertThat(people.findings()).isEmpty();
        assertThat(people.all()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(people.find(address("admin@example.com")).orElseThrow().has(Role.ADMIN))
                .isTrue();
        assertThat(people.teams())
                .allSatisfy(team -> assertThat(people.members(team.key())).isNotEmpty());
    }
}
