package dev.baton.inbox;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The words that mail programs of many languages write around quotes, forwarded mails and signatures; they stand in
 * {@code inbox/mail-words.properties}.
 */
final class MailWords {

    private static final Properties WORDS = load();

    private MailWords() {}

    /** The list of this name, each as {@link #normal} writes it. */
    static List<String> of(String name) {
        String all = Objects.requireNonNull(WORDS.getProperty(name), name);
        return Stream.of(all.split("\\|"))
                .map(MailWords::normal)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** Lower-case, with plain spaces and without the marks that only steer the direction of writing. */
    static String normal(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                plain.append(plain.isEmpty() || plain.charAt(plain.length() - 1) == ' ' ? "" : " ");
            } else if (Character.getType(c) != Character.FORMAT) {
                plain.append(c);
            }
        }
        return plain.toString().strip().toLowerCase(Locale.ROOT);
    }

    private static Properties load() {
        try (InputStreamReader in = new InputStreamReader(
                Objects.requireNonNull(MailWords.class.getResourceAsStream("/inbox/mail-words.properties")),
                StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(in);
            return words;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
