package dev.baton.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body apart: what the sender wrote now, and what was taken off. Answers written between quoted lines stay; every line
 * is in one of the two (docs/decisions/0030).
 *
 * @param own the sender's own words
 * @param cut quotes, the lines that introduce them, what was forwarded, and the signature
 * @param typedIntoQuote whether some of them stand inside a quote, told from it by their look
 */
record OwnWords(String own, String cut, boolean typedIntoQuote) {

    OwnWords(String own, String cut) {
        this(own, cut, false);
    }

    static final OwnWords NONE = new OwnWords("", "");

    static OwnWords of(String text) {
        return new Split(BodyLine.ofText(text), false).made().words();
    }

    /** The better reading of a body that came as plain text, as HTML, or as both. */
    static OwnWords of(@Nullable String plain, @Nullable String html) {
        return Reading.best(plain, html, false).words();
    }

    static OwnWords of(List<BodyLine> lines) {
        return new Split(lines, false).made().words();
    }

    OwnWords and(OwnWords next) {
        return new OwnWords(joined(own, next.own), joined(cut, next.cut), typedIntoQuote || next.typedIntoQuote);
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + "\n\n" + second;
    }
}
