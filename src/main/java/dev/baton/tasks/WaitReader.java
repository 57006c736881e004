package dev.baton.tasks;

import dev.baton.requests.RequestLinks;
import dev.baton.requests.Requests;
import dev.baton.shared.RequestRef;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds out which request somebody means who says what a task waits for. */
@Component
class WaitReader {

    private static final Pattern BRACKETS = Pattern.compile("[\\[\\]()#“”\"]");
    private static final Pattern END_OF_CLAUSE = Pattern.compile("[,;:–—，；：]");
    private static final String QUESTION = "?";

    /** What is said further down is no answer to the task. */
    private static final int MOST_READ = 1_000;

    /** More than one is refused, however many there are. */
    private static final int MOST_NAMED = 10;

    private final RequestLinks links;
    private final Requests requests;
    private final AnswerWords words = new AnswerWords();

    WaitReader(RequestLinks links, Requests requests) {
        this.links = links;
        this.requests = requests;
    }

    /**
     * The requests that were filled in as what is waited for: a reference that is all of it, be there such a request or not;
     * a link to the page of one; or words that begin with the reference of one, as a title behind it does. None where it is
     * a person or a thing.
     */
    List<RequestRef> filledIn(String waitsOn) {
        String text = BRACKETS.matcher(waitsOn).replaceAll(" ").strip();
        List<RequestRef> whole = RequestRef.parse(text).stream().toList();
        List<RequestRef> linked = links.inText(text);
        if (!whole.isEmpty() || !linked.isEmpty()) {
            return whole.isEmpty() ? linked : whole;
        }
        List<RequestRef> named = RequestRef.allIn(text);
        boolean begins = !named.isEmpty() && (begins(text, named.get(0)) || text.startsWith("http"));
        return begins && isThere(named.get(0))
                ? named.stream().limit(MOST_NAMED).filter(this::isThere).toList()
                : List.of();
    }

    private static boolean begins(String text, RequestRef ref) {
        return text.regionMatches(true, 0, ref.toString(), 0, ref.toString().length());
    }

    private boolean isThere(RequestRef ref) {
        return requests.find(ref).isPresent();
    }

    /**
     * The requests for which an answer by mail says that it waits, as in "I'm waiting for LAUNCH-42": in its first sentence
     * that names any. None where that is asked, turned round or left open.
     */
    List<RequestRef> said(String own, RequestRef about) {
        String text = AnswerReader.unwrapped(own.substring(0, Math.min(MOST_READ, own.length())));
        int from = 0;
        for (Matcher end = AnswerReader.END_OF_SENTENCE.matcher(text); from <= text.length(); ) {
            boolean more = end.find(from);
            String sentence = text.substring(from, more ? end.start() : text.length());
            List<RequestRef> named = RequestRef.allIn(sentence);
            if (!named.isEmpty()) {
                boolean asks = more && QUESTION.equals(end.group());
                return !asks && saysSo(sentence) ? others(named, about) : List.of();
            }
            from = more ? end.end() : text.length() + 1;
        }
        return List.of();
    }

    /** "For LAUNCH-7 we wait for LAUNCH-42", in an answer to a task of LAUNCH-7. */
    private static List<RequestRef> others(List<RequestRef> named, RequestRef about) {
        return named.size() == 1
                ? named
                : named.stream().filter(each -> !each.equals(about)).toList();
    }

    private boolean saysSo(String sentence) {
        return Stream.of(END_OF_CLAUSE.split(sentence)).anyMatch(this::clauseSaysSo);
    }

    private boolean clauseSaysSo(String clause) {
        WordList said = words.read(clause);
        Set<WordList> named = RequestRef.allIn(clause).stream()
                .map(ref -> words.read(ref.toString()))
                .collect(Collectors.toSet());
        WordList beside = said.without(words.of("waits")).without(named);
        return !beside.hasAny(words.of("negations"))
                && !beside.hasAny(words.of("hedges"))
                && words.of("waits").stream().filter(said::has).anyMatch(wait -> isFollowed(said, wait, named));
    }

    private boolean isFollowed(WordList said, WordList wait, Set<WordList> named) {
        return said.part(said.indexOf(wait) + wait.size(), said.size())
                .without(words.of("fillers"))
                .startsWithAny(named);
    }
}
