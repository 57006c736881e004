package dev.baton.intake;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they are compared: what case, accents, spaces and signs people use does not matter. */
final class Normal {

    private Normal() {}

    /** Letters and digits only: {@code "Launch date?"}, {@code launch_date} and {@code launchDate} are the same. */
    static String name(String text) {
        return plain(text).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /** The words, each with one space before and after it: {@code " event or webinar "}. */
    static String words(String text) {
        return " " + plain(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
