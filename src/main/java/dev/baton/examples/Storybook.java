package dev.baton.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/**
 * All stories, {@code examples/stories.yaml}, and the words in them.
 *
 * @param requesters who asks, by key
 * @param words what people say with a task of this id in its model, in turn
 * @param evidence how we know what they decided
 */
record Storybook(
        Map<String, Requester> requesters, Map<String, List<String>> words, String evidence, List<Story> stories) {

    private static final String FILE = "examples/stories.yaml";

    /** Somebody who asks for work. */
    record Requester(String name, String address) {}

    static Storybook read(JsonMapper json) {
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return json.convertValue(read, Storybook.class);
        } catch (IOException missing) {
            throw new UncheckedIOException(FILE + " cannot be read", missing);
        }
    }

    Requester requester(Story story) {
        return Optional.ofNullable(requesters.get(story.from()))
                .orElseThrow(() -> new IllegalArgumentException("Nobody is called " + story.from() + " in " + FILE));
    }

    /** What is said at the n-th task of this kind. */
    String words(String task, int number) {
        List<String> choice = words.getOrDefault(task, words.getOrDefault("other", List.of()));
        return choice.isEmpty() ? task : choice.get(number % choice.size());
    }
}
