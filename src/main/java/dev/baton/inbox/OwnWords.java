package dev.baton.inbox;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A body apart: what the sender wrote now, and what was taken off. Answers written between quoted lines stay; every line
 * is in one of the two (docs/decisions/0030).
 *
 * @param own the sender's own words
 * @param cut quotes, the lines that introduce them, what was forwarded, and the signature
 * @param doubts why it is not certain that this is so
 */
record OwnWords(String own, String cut, Set<Doubt> doubts) {

    OwnWords(String own, String cut) {
        this(own, cut, Set.of());
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
        Set<Doubt> all = EnumSet.noneOf(Doubt.class);
        all.addAll(doubts);
        all.addAll(next.doubts);
        return new OwnWords(joined(own, next.own), joined(cut, next.cut), all);
    }

    /** The same words with that much more taken off. */
    OwnWords cutting(String more) {
        return and(new OwnWords("", more));
    }

    OwnWords doubtedFor(Doubt doubt) {
        return and(new OwnWords("", "", Set.of(doubt)));
    }

    OwnWords without(Doubt doubt) {
        Set<Doubt> rest = EnumSet.noneOf(Doubt.class);
        rest.addAll(doubts);
        rest.remove(doubt);
        return new OwnWords(own, cut, rest);
    }

    static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + "\n\n" + second;
    }
}
