package dev.baton.bench.whatif;

import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts whose hands tasks would come into. */
final class Loads {

    private final People people;
    private final EmailAddress standIn;
    private final Instant at;
    private final Map<EmailAddress, Integer> now = new LinkedHashMap<>();
    private final Map<EmailAddress, Integer> then = new LinkedHashMap<>();
    private final Map<EmailAddress, List<RequestRef>> different = new HashMap<>();

    /** @param standIn who asks in rehearsals, in place of the real requester */
    Loads(People people, EmailAddress standIn, Instant at) {
        this.people = people;
        this.standIn = standIn;
        this.at = at;
    }

    void add(PastRequest request, Detour ways) {
        Map<EmailAddress, Integer> before = counted(request, ways.now());
        Map<EmailAddress, Integer> after = counted(request, ways.then());
        before.forEach((person, tasks) -> now.merge(person, tasks, Integer::sum));
        after.forEach((person, tasks) -> then.merge(person, tasks, Integer::sum));
        Map<EmailAddress, Integer> all = new LinkedHashMap<>(before);
        all.putAll(after);
        all.keySet().stream()
                .filter(person -> !before.getOrDefault(person, 0).equals(after.getOrDefault(person, 0)))
                .forEach(person -> different
                        .computeIfAbsent(person, none -> new ArrayList<>())
                        .add(request.ref()));
    }

    private Map<EmailAddress, Integer> counted(PastRequest request, Course course) {
        Map<EmailAddress, Integer> counted = new LinkedHashMap<>();
        course.visits()
                .forEach(visit ->
                        visit.people().forEach(person -> counted.merge(real(person, request), 1, Integer::sum)));
        return counted;
    }

    /** The requester was nobody's in the rehearsal; a colleague who is away today is stood in for, as always. */
    private EmailAddress real(EmailAddress person, PastRequest request) {
        EmailAddress requester = request.request().requester();
        return person.equals(standIn)
                ? people.substituteFor(requester, at)
                        .map(Person::address)
                        .orElse(people.personOrStranger(requester).address())
                : person;
    }

    /** Those with whom anything changes, the greatest difference first. */
    List<WhatIf.Load> all() {
        return different.entrySet().stream()
                .map(each -> new WhatIf.Load(
                        each.getKey(),
                        people.personOrStranger(each.getKey()).name(),
                        now.getOrDefault(each.getKey(), 0),
                        then.getOrDefault(each.getKey(), 0),
                        List.copyOf(each.getValue())))
                .sorted(Comparator.comparingInt((WhatIf.Load load) -> -Math.abs(load.more()))
                        .thenComparing(WhatIf.Load::name))
                .toList();
    }
}
