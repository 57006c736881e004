package dev.baton.metrics;

import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Team;
import dev.baton.shared.EmailAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts how many mails a week people of a team get. Facts know no addresses: the teams of today tell who is who. */
@Component
public class MailCounter {

    private final StoredFacts facts;
    private final Pseudonyms pseudonyms;
    private final People people;

    MailCounter(StoredFacts facts, Pseudonyms pseudonyms, People people) {
        this.facts = facts;
        this.pseudonyms = pseudonyms;
        this.people = people;
    }

    /**
     * Everybody first, then each team of which anybody got a mail in the part of the period that has passed. A person
     * belongs to the first team named for them.
     */
    public List<MailsPerWeek> perWeek(Question question) {
        Map<String, String> teams = teams();
        Group everybody = new Group();
        Map<String, Group> groups = new HashMap<>();
        facts.mailsByWeek(question, (recipient, mails) -> {
            everybody.add(recipient, mails);
            String team = teams.get(recipient);
            if (team != null) {
                groups.computeIfAbsent(team, none -> new Group()).add(recipient, mails);
            }
        });
        List<MailsPerWeek> all = new ArrayList<>();
        all.add(everybody.of(null));
        for (Team team : people.teams()) {
            Group group = groups.get(team.key());
            if (group != null) {
                all.add(group.of(team.key()));
            }
        }
        return all;
    }

    /** The first team of each person, by every address they have. */
    private Map<String, String> teams() {
        Map<String, String> teams = new HashMap<>();
        for (Person person : people.all()) {
            if (!person.teams().isEmpty()) {
                String team = person.teams().get(0);
                teams.put(pseudonyms.of(person.address()), team);
                for (EmailAddress alias : person.aliases()) {
                    teams.put(pseudonyms.of(alias), team);
                }
            }
        }
        return teams;
    }

    /** Weeks of the persons of one group. */
    private static final class Group {

        private final Set<String> persons = new HashSet<>();
        private final List<Integer> weeks = new ArrayList<>();

        void add(String recipient, int mails) {
            persons.add(recipient);
            weeks.add(mails);
        }

        MailsPerWeek of(@Nullable String team) {
            return MailsPerWeek.of(
                    team,
                    persons.size(),
                    weeks.stream().mapToInt(Integer::intValue).toArray());
        }
    }
}
