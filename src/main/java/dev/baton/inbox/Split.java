package dev.baton.inbox;

import dev.baton.inbox.BodyLine.Origin;
import dev.baton.inbox.Introduction.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** One part of a body being taken apart, line by line. */
final class Split {

    private static final int FEW_QUOTED = 3;

    private final List<BodyLine> lines;
    private final boolean forwards;
    private final List<String> texts;
    private final boolean[] cut;
    private final boolean[] marked;
    private final int[] answers;
    private final int[] next;
    private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    private boolean introduced;

    /** @param forwards whether the mail passes another one on; then nothing in that one was written now */
    Split(List<BodyLine> lines, boolean forwards) {
        this.lines = lines;
        this.forwards = forwards;
        texts = lines.stream().map(BodyLine::plain).toList();
        cut = new boolean[lines.size()];
        marked = new boolean[lines.size()];
        answers = new int[lines.size()];
        Arrays.fill(answers, SplitText.NO_ANSWER);
        next = nextTexts(lines);
    }

    /** For each line, and the end, where the next one stands that is not empty. */
    private static int[] nextTexts(List<BodyLine> lines) {
        int[] next = new int[lines.size() + 1];
        next[lines.size()] = lines.size();
        for (int i = lines.size() - 1; i >= 0; i--) {
            next[i] = lines.get(i).isBlank() ? next[i + 1] : i;
        }
        return next;
    }

    Reading made() {
        quotedLines();
        answersIn(0, cut.length, BodyLine::isQuotedOnce);
        introductions();
        earlierMails();
        signatures();
        doubtLoneQuote();
        SplitText text = new SplitText(lines, cut, answers);
        return new Reading(new OwnWords(text.own(), text.cut(), Set.copyOf(doubts)), text.lines(marked));
    }

    /** A line or two behind {@code >} that nothing introduces may be no quote. */
    private void doubtLoneQuote() {
        long quoted = lines.stream()
                .filter(line -> line.is(Origin.QUOTED) && !line.isBlank())
                .count();
        boolean lone = quoted > 0 && quoted <= FEW_QUOTED && !introduced;
        if (lone
                && lines.stream()
                        .noneMatch(line -> line.is(Origin.QUOTED) && Introduction.isOne(line.withoutMargin()))) {
            doubts.add(Doubt.WEAK_MARK);
        }
    }

    private void doubtUnless(boolean certain) {
        if (!certain) {
            doubts.add(Doubt.WEAK_MARK);
        }
    }

    private void quotedLines() {
        for (int i = 0; i < cut.length; i++) {
            cut[i] = lines.get(i).is(Origin.QUOTED);
            marked[i] = cut[i];
        }
    }

    /** "On … wrote:" goes with the quote under it; without a quoted line under it, it takes all that follows along. */
    private void introductions() {
        IntPredicate free = i -> !cut[i];
        for (int i = 0; i < cut.length; i++) {
            if (cut[i] || lines.get(i).isBlank()) {
                continue;
            }
            boolean beforeQuote =
                    next[i + 1] < cut.length && lines.get(next[i + 1]).is(Origin.QUOTED);
            if (Introduction.runsOn(texts.get(i))) {
                restFrom(i, i + 1, false);
                return;
            }
            if (beforeQuote && lines.get(i).is(Origin.INTRODUCTION) && Introduction.endsLikeOne(texts.get(i))) {
                cut(i, i + 1, true);
            }
            Optional<Introduction> found =
                    cut[i] ? Optional.empty() : Introduction.endingAt(texts, i, free, beforeQuote);
            introduced = introduced || cut[i] || found.isPresent();
            if (found.isPresent()) {
                doubtUnless(lines.get(i).is(Origin.INTRODUCTION) || found.get().weight() == Weight.CERTAIN);
                if (found.get().weight() == Weight.DOUBTFUL) {
                    continue;
                }
                cut(found.get().start(), found.get().end(), beforeQuote);
                if (!beforeQuote) {
                    restFrom(i, i + 1, false);
                    return;
                }
            }
        }
    }

    private void earlierMails() {
        for (int i = 0; i < cut.length; i++) {
            Optional<EarlierMail> found = cut[i] || lines.get(i).isBlank() ? Optional.empty() : earlierMail(i);
            if (found.isEmpty()) {
                continue;
            }
            introduced = true;
            doubtUnless(found.get().certain());
            int end = found.get().end();
            int begin = withRule(i);
            // What is cut by now is quoted, or the sentence above what is quoted.
            if (!forwards && next[end] < cut.length && cut[next[end]]) {
                cut(begin, end, true);
            } else {
                restFrom(begin, end, lines.get(i).earlierMail());
                return;
            }
        }
    }

    private Optional<EarlierMail> earlierMail(int i) {
        return EarlierMail.at(lines, texts, i, next[i + 1], i > 0 && withRule(i) < i);
    }

    /** The line that some programs draw above goes along. */
    private int withRule(int separator) {
        int above = separator - 1;
        while (above >= 0 && above > separator - 4 && lines.get(above).isBlank()) {
            above--;
        }
        return above >= 0 && !cut[above] && Separator.isRule(texts.get(above)) ? above : separator;
    }

    /** All is an earlier mail from {@code begin}; who answers in it does so in the mail that follows {@code headers}. */
    private void restFrom(int begin, int headers, boolean byMark) {
        cut(begin, cut.length, byMark);
        int end = headers;
        while (end < cut.length && earlierMail(end).isEmpty()) {
            end++;
        }
        boolean arrows = TypedAnswers.areAfterArrows(lines.subList(headers, end));
        answersIn(headers, end, line -> arrows || !line.is(Origin.QUOTED));
    }

    private void answersIn(int from, int end, Predicate<BodyLine> where) {
        if (forwards) {
            return;
        }
        TypedAnswers.in(lines.subList(from, end), where).forEach((i, start) -> {
            cut[from + i] = false;
            answers[from + i] = start;
            marked[from + i] = false;
            doubts.add(Doubt.TYPED_INTO_QUOTE);
        });
    }

    private void cut(int from, int end, boolean byMark) {
        for (int i = from; i < end; i++) {
            cut[i] = answers[i] == SplitText.NO_ANSWER;
            marked[i] = marked[i] || (byMark && cut[i]);
        }
    }

    private void signatures() {
        boolean[] before = cut.clone();
        List<BodyLine> signed = new ArrayList<>();
        for (int i = 0; i < cut.length; i++) {
            if (!cut[i] && lines.get(i).is(Origin.SIGNATURE)) {
                signed.add(lines.get(i));
                cut(i, i + 1, true);
            }
        }
        if (somethingIsLeft()) {
            doubtUnless(!new SignatureBlock(signed).holdsWords());
        } else {
            // Some write into the element that holds their signature.
            System.arraycopy(before, 0, cut, 0, cut.length);
        }
        for (int start = 0; start < cut.length; start = Math.max(start + 1, endOfOwn(start))) {
            if (!cut[start]) {
                signature(start, endOfOwn(start));
            }
        }
    }

    private boolean somethingIsLeft() {
        for (int i = next[0]; i < cut.length; i = next[i + 1]) {
            if (!cut[i]) {
                return true;
            }
        }
        return false;
    }

    private void signature(int start, int end) {
        for (int i = start; i < end; i++) {
            if (SignatureLines.beginAt(lines, i, end)) {
                doubtUnless(!SignatureLines.isDoubtful(lines, i, end));
                cut(i, end, true);
                return;
            }
        }
        for (int i = end - 1; i >= start; i--) {
            boolean device = SignatureLines.isDeviceLine(texts.get(i));
            if (!device && !lines.get(i).isBlank()) {
                return;
            }
            if (device) {
                doubtUnless(!SignatureLines.isDoubtfulDeviceLine(texts.get(i)));
                cut(i, i + 1, true);
            }
        }
    }

    private int endOfOwn(int from) {
        int end = from;
        while (end < cut.length && !cut[end]) {
            end++;
        }
        return end;
    }
}
