package dev.baton.inbox;

import java.util.List;
import java.util.Optional;

/**
 * The lines above an earlier mail: a line that announces it, a block of its headers, or both.
 *
 * @param end the first line behind them
 * @param certain whether only a program writes them
 */
record EarlierMail(int end, boolean certain) {

    /**
     * What says on this line that an earlier mail follows.
     *
     * @param below where the first line stands below it that is not empty
     * @param ruled whether a rule is drawn above
     */
    static Optional<EarlierMail> at(List<BodyLine> lines, List<String> texts, int line, int below, boolean ruled) {
        String text = texts.get(line);
        boolean marked = lines.get(line).earlierMail();
        boolean phrase = Separator.announces(text);
        if (marked || phrase) {
            int first = phrase ? below : line;
            Optional<HeaderBlock> headers = headers(texts, first, true);
            boolean certain = marked || Separator.isBetweenStrokes(text) || headers.isPresent();
            return Optional.of(
                    new EarlierMail(headers.map(HeaderBlock::end).orElse(Math.max(first, line + 1)), certain));
        }
        Optional<HeaderBlock> headers =
                Separator.isBetweenStrokes(text) ? headers(texts, below, true) : headers(texts, line, ruled);
        return headers.map(block -> new EarlierMail(block.end(), block.isCertain()));
    }

    private static Optional<HeaderBlock> headers(List<String> texts, int at, boolean announced) {
        return at >= texts.size() ? Optional.empty() : HeaderBlock.at(texts, at, announced);
    }
}
