package dev.baton.metrics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The turns of phrase by which people ask how their request stands: a short list, so some questions are missed. */
@Component
class StatusWords {

    private final List<String> phrases;

    StatusWords(MessageSource messages) {
        this.phrases = Stream.of(messages.getMessage("metrics.status-words", null, Locale.ENGLISH)
                        .split("\\|"))
                .map(phrase -> phrase.strip().toLowerCase(Locale.ROOT))
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }

    /** Whether the text, in lower case, asks how something stands. */
    boolean askFor(String text) {
        return phrases.stream().anyMatch(text::contains);
    }
}
