package dev.baton.bench.rehearsal;

import dev.baton.engine.FormField;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What came to light while a workflow was tried: each mail, task and obstacle once. */
final class Discoveries {

    private static final Comparator<FoundMail> IN_ORDER =
            Comparator.comparing(found -> found.mail().at());

    private final Rehearsal rehearsal;
    private final Instant begin;
    private final Map<String, FoundMail> mails = new LinkedHashMap<>();
    private final Map<String, FoundMail> late = new LinkedHashMap<>();
    private final Map<String, FoundTask> tasks = new LinkedHashMap<>();
    private final Map<String, Stumble> stumbles = new LinkedHashMap<>();
    private final Map<String, Set<String>> passed = new HashMap<>();
    private final Set<String> untried = new LinkedHashSet<>();

    Discoveries(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
        this.begin = rehearsal.calendar().nextWorkingTime(rehearsal.now());
    }

    void take(Scene scene, Explorer.Path path) {
        if (path.waited()) {
            late(scene);
        } else {
            scene.mails().forEach(mail -> add(mail, mail.kind(), mails));
        }
        scene.turns()
                .forEach(turn -> tasks.putIfAbsent(
                        turn.definition() + turn.task(),
                        new FoundTask(
                                turn.definition(),
                                turn.task(),
                                turn.name(),
                                turn.people(),
                                path.brief(),
                                path.answers(),
                                turn.number())));
        Stumble stumble = scene.stumble();
        if (stumble != null) {
            stumbles.putIfAbsent(stumble.name() + stumble.words(), stumble);
        }
    }

    /** What is sent to somebody who asked without saying all that is needed. */
    void lacking(List<SentMail> sent) {
        sent.forEach(mail -> add(mail, "lacking " + mail.template(), mails));
    }

    void late(Scene scene) {
        scene.mails().stream()
                .filter(mail -> !mails.containsKey(mail.kind()))
                .forEach(mail -> add(mail, mail.kind(), late));
    }

    void passed(Map<String, Set<String>> steps) {
        steps.forEach((definition, elements) ->
                passed.computeIfAbsent(definition, unseen -> new TreeSet<>()).addAll(elements));
    }

    /** The elements that were come by, by the version of the model they stand in. */
    Map<String, Set<String>> passed() {
        return passed;
    }

    private void add(SentMail mail, String kind, Map<String, FoundMail> to) {
        FoundMail known = to.get(kind);
        to.put(
                kind,
                known == null
                        ? new FoundMail(mail, Set.of(mail.name()), rehearsal.roughly(begin, mail.at()))
                        : known.alsoTo(mail.name()));
    }

    /** Something that can be pressed was not. */
    void leftOut(String where) {
        untried.add(where);
    }

    /** Whether everything was tried until now. */
    boolean complete() {
        return untried.isEmpty();
    }

    Preview preview(List<FormField> brief, Journeys ways, List<String> unreached, int tried) {
        List<Journey> journeys = ways.counted();
        return new Preview(
                rehearsal.workflow().orElseThrow(),
                brief,
                journeys,
                people(journeys),
                ordered(mails.values()),
                ordered(late.values()),
                List.copyOf(tasks.values()),
                unreached,
                List.copyOf(stumbles.values()),
                tried,
                complete(),
                List.copyOf(untried),
                ways.uncounted());
    }

    private static List<String> people(List<Journey> journeys) {
        Map<String, Integer> most = new LinkedHashMap<>();
        journeys.forEach(journey -> journey.mails().forEach((name, count) -> most.merge(name, count, Math::max)));
        return most.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<FoundMail> ordered(Collection<FoundMail> found) {
        return found.stream().sorted(IN_ORDER).toList();
    }
}
