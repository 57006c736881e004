package dev.baton.inbox;

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

    /**
     * The better of the two readings of a body. Where one has words as the sender's own that the other lacks, and that no
     * mark of the other covers, it is taken: nothing that somebody wrote may be lost. Where marks cover the difference, the
     * part that has them is taken, and the plain one where there is none, or where the two say different things
     * (docs/decisions/0030).
     *
     * @param forwards whether the mail passes another one on; then nothing in that one was written now
     */
    static Reading best(@Nullable String plain, @Nullable String html, boolean forwards) {
        Reading ofHtml = html == null || html.isBlank() ? EMPTY : new Split(HtmlText.lines(html), forwards).made();
        if (plain == null || plain.isBlank()) {
            return ofHtml;
        }
        Reading ofPlain = new Split(BodyLine.ofText(plain), forwards).made();
        return ofHtml.isEmpty() ? ofPlain : better(ofPlain, ofHtml);
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

    private boolean isEmpty() {
        return words.own().isEmpty() && words.cut().isEmpty();
    }
}
