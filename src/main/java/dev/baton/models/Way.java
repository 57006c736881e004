package dev.baton.models;

import java.util.Locale;

/** How a model came here. */
public enum Way {
    /** A file in the folder of models. */
    FOLDER,
    /** The pages of the bench. */
    PAGE,
    /** {@code POST /api/models}. */
    API,
    /** The Deploy button of Camunda Modeler. */
    MODELER;

    /** The word in rows and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Way ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
