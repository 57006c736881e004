package dev.baton.tasks;

import dev.baton.models.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Understands a plain answer in the languages of {@link AnswerWords}: its first own sentence names one outcome, in the
 * model's words or in usual ones. What is negated, asked, conditional or speaks of two outcomes is not understood, because
 * asking back costs less than deciding wrongly.
 */
@Component
class AnswerReader {

    static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?…](?=\\s|$)|[。！？]|\\n");

    /** Beyond this a sentence tells a story; an outcome's word somewhere in it is no decision. */
    private static final int LONGEST_DECISION = 12;

    private static final int LONGEST_GREETING = 4;

    private static final int MOST_GREETINGS = 10;
    private static final int LONGEST_LINE_OF_GREETING = 300;

    /** The outcome stands within so many characters. What goes on beyond them is comment, or leaves a plain yes in doubt. */
    private static final int MOST_READ = 4_000;

    /** A line of so many characters may have been broken by a mail program. */
    private static final int WRAPPED = 50;

    private final MessageSource messages;
    private final AnswerWords words = new AnswerWords();

    AnswerReader(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * An answer that was understood.
     *
     * @param comment what it says beyond the outcome; empty if nothing
     */
    record Understood(Outcome outcome, String comment) {}

    /** The outcome that the answer names and what else it says; nothing if it is not clear. */
    Optional<Understood> read(String text, List<Outcome> outcomes) {
        Naming naming = new Naming(words, messages, outcomes);
        String whole = unwrapped(withoutGreetings(text.strip(), naming));
        String said = beginning(whole);
        Sentence first = Sentence.firstOf(said);
        if (first.asks() || naming.read(first.text()).size() > LONGEST_DECISION) {
            return Optional.empty();
        }
        String says = naming.withoutRemarks(first.text());
        List<Outcome> named = naming.named(says);
        if (named.size() != 1
                || (said.length() < whole.length() && !named.get(0).asksComment())) {
            return Optional.empty();
        }
        Outcome outcome = named.get(0);
        boolean unsure = new Statement(naming, outcome, first.text(), says).isUnsure()
                || new SecondThoughts(naming, outcome).follow(said, first.text(), said.substring(first.end()));
        WordList left = naming.read(says).without(naming.phrases(says, outcome));
        return unsure ? Optional.empty() : Optional.of(new Understood(outcome, comment(whole, first, left)));
    }

    /** What is read of it, so that nobody can write an answer that keeps us busy. */
    private static String beginning(String text) {
        if (text.length() <= MOST_READ) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(MOST_READ - 1)) ? MOST_READ - 1 : MOST_READ);
    }

    /** The sentence is the comment too, unless it says nothing but the outcome; a link says where the work is. */
    private String comment(String whole, Sentence first, WordList left) {
        WordList told = left.without(words.of("fillers")).without(words.of("beside"));
        boolean nothingElse =
                told.size() == 0 && !WordList.LINK.matcher(first.text()).find();
        return nothingElse ? whole.substring(first.end()).strip() : whole;
    }

    /** Lines that a mail program broke made whole: long ones, and where the next goes on in small letters. */
    static String unwrapped(String text) {
        StringBuilder whole = new StringBuilder();
        String before = "";
        for (String line : text.split("\n", -1)) {
            boolean goesOn = !before.isBlank()
                    && !line.isBlank()
                    && (before.length() >= WRAPPED
                            || Character.isLowerCase(line.strip().codePointAt(0)));
            whole.append(whole.isEmpty() ? "" : goesOn ? " " : "\n").append(line);
            before = line;
        }
        return whole.toString();
    }

    /** "Hi Nadia," on a line of its own says nothing about the task. */
    private String withoutGreetings(String text, Naming naming) {
        String left = text;
        for (int line = 0, end = left.indexOf('\n');
                line < MOST_GREETINGS && end >= 0 && greets(left.substring(0, end), naming);
                line++, end = left.indexOf('\n')) {
            left = left.substring(end).strip();
        }
        return left;
    }

    private boolean greets(String line, Naming naming) {
        if (line.length() > LONGEST_LINE_OF_GREETING) {
            return false;
        }
        WordList said = words.read(line);
        boolean greeting = said.hasAny(words.of("courtesies"))
                || (said.size() <= LONGEST_GREETING && said.startsWithAny(words.of("greetings")));
        return greeting && naming.named(line).isEmpty();
    }

    /** A sentence, whether it is a question, and where in the text it ends. */
    private record Sentence(String text, boolean asks, int end) {

        private static final List<String> QUESTION = Arrays.asList("?", "？");

        static Sentence firstOf(String text) {
            Matcher end = END_OF_SENTENCE.matcher(text);
            return end.find()
                    ? new Sentence(text.substring(0, end.start()), QUESTION.contains(end.group()), end.end())
                    : new Sentence(text, false, text.length());
        }
    }
}
