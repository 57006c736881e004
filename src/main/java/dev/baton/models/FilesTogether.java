package dev.baton.models;

import dev.baton.outbox.TemplateReport;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Several files that are checked as one: each sees the others before what else there is. */
final class FilesTogether implements Surroundings {

    private final Surroundings beyond;
    private final Map<String, Model> processes = new LinkedHashMap<>();
    private final Map<String, Model> decisions = new LinkedHashMap<>();
    private final Map<String, Boolean> templates = new HashMap<>();
    private final Map<Sent, Optional<TemplateReport>> mails = new HashMap<>();

    FilesTogether(Surroundings beyond, Collection<Model> files) {
        this.beyond = beyond;
        files.forEach(
                file -> file.keys().forEach(key -> (file.isDecision() ? decisions : processes).putIfAbsent(key, file)));
    }

    @Override
    public Optional<Model> process(String key) {
        return Optional.ofNullable(processes.get(key)).or(() -> beyond.process(key));
    }

    @Override
    public boolean hasDecision(String key) {
        return decisions.containsKey(key) || beyond.hasDecision(key);
    }

    @Override
    public Stream<Model> othersThan(String key) {
        return Stream.concat(
                processes.entrySet().stream()
                        .filter(each -> !each.getKey().equals(key))
                        .map(Map.Entry::getValue),
                beyond.othersThan(key).filter(other -> other.keys().noneMatch(processes::containsKey)));
    }

    @Override
    public Stream<Neighbour> neighbours(String key) {
        return Stream.concat(
                processes.entrySet().stream()
                        .filter(each -> !each.getKey().equals(key))
                        .flatMap(each -> Neighbour.of(each.getValue()).stream()),
                beyond.neighbours(key).filter(other -> !processes.containsKey(other.key())));
    }

    @Override
    public Colleagues colleagues() {
        return beyond.colleagues();
    }

    @Override
    public boolean hasTemplate(String name) {
        return templates.computeIfAbsent(name, beyond::hasTemplate);
    }

    @Override
    public Optional<TemplateReport> mail(String template, boolean isTask, Set<String> given) {
        return mails.computeIfAbsent(
                new Sent(template, isTask, given), sent -> beyond.mail(sent.template(), sent.isTask(), sent.given()));
    }

    /** Many steps send the same mail in the same way. */
    private record Sent(String template, boolean isTask, Set<String> given) {}

    /** The decision table of this key, if one of these files brings it. */
    Optional<Model> decision(String key) {
        return Optional.ofNullable(decisions.get(key));
    }
}
