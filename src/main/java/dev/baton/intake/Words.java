package dev.baton.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The sentences that intake writes and the words it recognises; all of them stand in {@code messages/intake.properties}. */
@Component
class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** The sentence {@code intake.<name>}. */
    String sentence(String name, @Nullable Object... details) {
        Object[] shown = Arrays.stream(details).map(String::valueOf).toArray();
        return messages.getMessage("intake." + name, shown, Locale.ENGLISH);
    }

    /** The words {@code intake.words.<name>}, as {@link Normal#words} writes them, without spaces around. */
    Set<String> known(String name) {
        return Arrays.stream(sentence("words." + name).split(","))
                .map(word -> Normal.words(word).strip())
                .collect(Collectors.toUnmodifiableSet());
    }
}
