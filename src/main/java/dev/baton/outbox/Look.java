package dev.baton.outbox;

import com.helger.css.decl.CSSMediaRule;
import java.util.Locale;

/** How a mail program shows a mail: dark words on light ground, or the other way round. */
enum Look {
    LIGHT("#ffffff", "#000000", "#0000ee"),
    DARK("#121212", "#ffffff", "#9e9eff");

    private final String ground;
    private final String words;
    private final String links;

    Look(String ground, String words, String links) {
        this.ground = ground;
        this.words = words;
        this.links = links;
    }

    /** What is there where the mail sets nothing. */
    String ground() {
        return ground;
    }

    String words() {
        return words;
    }

    String links() {
        return links;
    }

    /** Whether these rules of a style sheet count here; what is for paper or small screens changes no colours. */
    boolean takes(CSSMediaRule media) {
        return media.getAllMediaQueries().stream()
                .map(query -> query.getAsCSSString().toLowerCase(Locale.ROOT).replaceAll("\\s", ""))
                .anyMatch(query -> query.equals("screen")
                        || query.equals("all")
                        || query.contains("prefers-color-scheme:" + name().toLowerCase(Locale.ROOT)));
    }
}
