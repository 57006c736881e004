package dev.baton.tasks;

import dev.baton.models.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The phrases of {@code tasks/answer-words.properties}, of all languages together. */
final class AnswerWords {

    private static final String FILE = "tasks/answer-words.properties";
    private static final String BARE = "bare.";
    private static final String VERBS = "verbs.";

    private final Map<String, Set<WordList>> phrases = new HashMap<>();
    private final Set<String> written = new HashSet<>();
    private final Set<WordList> inPassing = new HashSet<>();

    AnswerWords() {
        Properties properties = read();
        properties.stringPropertyNames().forEach(name -> written.addAll(split(properties.getProperty(name))));
        properties
                .stringPropertyNames()
                .forEach(name -> phrases.computeIfAbsent(withoutLanguage(name), list -> new HashSet<>())
                        .addAll(split(properties.getProperty(name)).stream()
                                .map(this::read)
                                .collect(Collectors.toSet())));
        Stream.of("fillers", "beside", "please", "praise", "greetings", "courtesies", "passing")
                .forEach(list -> inPassing.addAll(of(list)));
    }

    private static Properties read() {
        try {
            return PropertiesLoaderUtils.loadProperties(new EncodedResource(new ClassPathResource(FILE), "UTF-8"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Set<String> split(String list) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String withoutLanguage(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** The phrases of a list such as {@code negations} or {@code alone.approve}. */
    Set<WordList> of(String list) {
        return phrases.getOrDefault(list, Set.of());
    }

    /** What people say who mean an outcome of this kind, or speak of it, and the words of the model itself. */
    Set<WordList> meaning(Outcome outcome, String kind, boolean only) {
        Set<WordList> all = new HashSet<>(of(kind));
        all.addAll(of(BARE + kind));
        all.addAll(of(VERBS + kind));
        if (only) {
            all.addAll(of("done"));
            all.addAll(of("approve"));
        }
        all.add(read(outcome.label()));
        all.add(read(outcome.value()));
        all.remove(WordList.EMPTY);
        return Collections.unmodifiableSet(all);
    }

    /** Those that name something, be it asked for or praised. */
    Set<WordList> bare() {
        return allOf(BARE);
    }

    /** Those that say what to do, be it asked for or told of. */
    Set<WordList> verbs() {
        return allOf(VERBS);
    }

    /** Politeness and praise, and the small words around them. */
    Set<WordList> inPassing() {
        return inPassing;
    }

    private Set<WordList> allOf(String lists) {
        return phrases.entrySet().stream()
                .filter(list -> list.getKey().startsWith(lists))
                .flatMap(list -> list.getValue().stream())
                .collect(Collectors.toSet());
    }

    /** The words of a text; where a language has no spaces between them, the longest phrases that are known. */
    WordList read(String text) {
        return WordList.of(text, written);
    }
}
