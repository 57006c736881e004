package dev.baton.outbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringTemplateEngine;

/**
 * The layout of a mail whose own template cannot be used: all facts of the model, one per line. Not pretty, but nobody
 * misses a hand-over because of a typing mistake in a file.
 */
@Component
class PlainLayout {

    private static final List<String> SAYS_MOST = List.of("sentence", "title", "taskName");

    private final ISpringTemplateEngine engine;

    PlainLayout(ISpringTemplateEngine engine) {
        this.engine = engine;
    }

    /** One line of the mail. */
    record Fact(String label, String value, boolean link) {

        static Fact of(String label, String value) {
            return new Fact(label, value, value.startsWith("https://") || value.startsWith("http://"));
        }
    }

    RenderedMail render(Object model, Envelope envelope) {
        Map<String, @Nullable Object> fields = ModelFields.of(model);
        Context context = new Context(Locale.ENGLISH);
        context.setVariable("subject", subject(fields).orElse(null));
        context.setVariable("facts", facts("", fields));
        context.setVariable("mail", envelope);
        String html = engine.process("outbox/plain-mail", context);
        Document document = Jsoup.parse(html);
        return new RenderedMail(document.title(), html, HtmlToText.of(document));
    }

    private static Optional<String> subject(Map<String, @Nullable Object> fields) {
        return SAYS_MOST.stream()
                .flatMap(name -> Stream.ofNullable(fields.get(name)))
                .map(String::valueOf)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static List<Fact> facts(String label, @Nullable Object value) {
        List<Fact> facts = new ArrayList<>();
        if (value instanceof Map<?, ?> || value != null && value.getClass().isRecord()) {
            ModelFields.of(value).forEach((name, part) -> facts.addAll(facts(words(name), part)));
        } else if (value instanceof Collection<?> items) {
            items.forEach(item -> facts.addAll(facts(label, item)));
        } else if (value != null && !value.toString().isBlank()) {
            facts.add(Fact.of(label, value.toString()));
        }
        return facts;
    }

    /** {@code promisedAt} as a person would write it. */
    private static String words(String name) {
        String spaced =
                name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ENGLISH);
        return spaced.isEmpty() ? spaced : spaced.substring(0, 1).toUpperCase(Locale.ENGLISH) + spaced.substring(1);
    }
}
