package dev.baton.bench.web;

import java.text.Normalizer;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/**
 * A small workflow that can be deployed as it is, for its owner to go on from.
 *
 * @param name what people call it
 * @param owner the address of whoever is accountable
 */
record Beginning(String name, String owner) {

    private static final int LONGEST_KEY = 60;
    private static final int LONGEST_PREFIX = 12;
    private static final String UNNAMED = "workflow";

    /** The id of its process: "Newsletter item" becomes {@code newsletter-item}. */
    String key() {
        String key = plain(name).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        key = key.replaceAll("^[0-9-]+", "");
        key = key.substring(0, Math.min(LONGEST_KEY, key.length())).replaceAll("-+$", "");
        return key.isEmpty() ? UNNAMED : key;
    }

    /** What its references begin with: the first word of its name, in capitals. */
    String prefix() {
        String word = key().replaceAll("-.*", "");
        String prefix = (word.length() < 2 ? key().replace("-", "") : word).toUpperCase(Locale.ROOT);
        return prefix.length() < 2 ? "WORK" : prefix.substring(0, Math.min(LONGEST_PREFIX, prefix.length()));
    }

    String file() {
        return key() + ".bpmn";
    }

    /** @param blank the file with a place for each of these */
    String text(String blank) {
        return blank.replace("{{key}}", key())
                .replace("{{prefix}}", prefix())
                .replace("{{owner}}", HtmlUtils.htmlEscapeDecimal(owner, "UTF-8"))
                .replace("{{name}}", HtmlUtils.htmlEscapeDecimal(name.isBlank() ? UNNAMED : name.strip(), "UTF-8"));
    }

    /** Without accents, so that "Büro" is "buro". */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
