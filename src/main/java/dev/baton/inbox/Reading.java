package dev.baton.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of a body, taken apart.
 *
 * @param words what is the sender's and what is not
 * @param marked of the latter, what the part itself marks as quoted or a signature; the rest was concluded from how lines
 *     look
 */
record Reading(OwnWords words, String marked) {

    private static final Reading EMPTY = new Reading(OwnWords.NONE, "");
    private static final int LONGEST_EXCUSE = 600;
    private static final List<String> EXCUSES = MailWords.of("excuse");

    /**
     * The better of the two readings of a body. Where one has words as the sender's own that the other lacks, and that no
     * mark of the other covers, it is taken: nothing that somebody wrote may be lost. Where marks cover the difference, the
     * part that has them is taken, and the plain one where there is none, or where the two say different things
     * (docs/decisions/0030). What only the other one says is with what is cut.
     *
     * @param forwards whether the mail passes another one on; then nothing in that one was written now
     */
    static Reading best(@Nullable String plain, @Nullable String html, boolean forwards) {
        Reading best = bestOf(plain, html, forwards);
        boolean struck = html != null && HtmlText.strikesOut(html);
        return struck ? best.doubtedFor(Doubt.STRUCK_OUT) : best;
    }

    private static Reading bestOf(@Nullable String plain, @Nullable String html, boolean forwards) {
        Reading ofHtml = html == null || html.isBlank() ? EMPTY : new Split(HtmlText.lines(html), forwards).made();
        if (plain == null || plain.isBlank()) {
            return ofHtml;
        }
        Reading ofPlain = new Split(BodyLine.ofText(plain), forwards).made();
        if (ofHtml.isEmpty()) {
            return ofPlain;
        }
        if (ofPlain.isExcuse() && !ofHtml.isExcuse()) {
            return ofHtml.lacking(ofPlain);
        }
        return better(ofPlain, ofHtml) == ofPlain ? ofPlain.beside(ofHtml) : ofHtml.beside(ofPlain);
    }

    private static Reading better(Reading plain, Reading html) {
        if (Wording.isSame(plain.words.own(), html.words.own())) {
            return plain;
        }
        Wording own = Wording.of(plain.words.own());
        Wording ownHtml = Wording.of(html.words.own());
        int onlyPlain = own.beyond(ownHtml);
        int onlyHtml = ownHtml.beyond(own);
        if (onlyHtml > 0 && onlyPlain * 2 > own.size()) {
            return plain;
        }
        int lostByHtml = own.beyond(ownHtml.and(Wording.of(html.marked)));
        int lostByPlain = ownHtml.beyond(own.and(Wording.of(plain.marked)));
        if (lostByHtml == lostByPlain) {
            return onlyPlain > onlyHtml ? html : plain;
        }
        return lostByHtml > lostByPlain ? plain : html;
    }

    /** This reading, in the light of the other one of the same body. */
    private Reading beside(Reading other) {
        boolean agreed = Wording.isSame(words.own(), other.words.own());
        boolean sure = agreed && !other.words.doubts().contains(Doubt.WEAK_MARK);
        Reading all = new Reading(sure ? words.without(Doubt.WEAK_MARK) : words, marked).lacking(other);
        boolean differs = !agreed
                && !MissingLines.of(other.words.own(), words.own() + "\n" + words.cut())
                        .isEmpty();
        return differs ? all.doubtedFor(Doubt.PARTS_DIFFER) : all;
    }

    private Reading doubtedFor(Doubt doubt) {
        return new Reading(words.doubtedFor(doubt), marked);
    }

    /** With what only the other one says taken off. */
    private Reading lacking(Reading other) {
        String all = words.own() + "\n" + words.cut();
        String missing = MissingLines.of(other.words.own() + "\n" + other.words.cut(), all);
        return missing.isEmpty() ? this : new Reading(words.cutting(missing), marked);
    }

    /** Whether it says nothing but that the words are in the HTML. */
    private boolean isExcuse() {
        String said = words.own().length() > LONGEST_EXCUSE ? "" : MailWords.normal(words.own());
        return EXCUSES.stream().anyMatch(said::contains);
    }

    private boolean isEmpty() {
        return words.own().isEmpty() && words.cut().isEmpty();
    }
}
