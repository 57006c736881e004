package dev.baton.tasks;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody's automatic answer says of their absence.
 *
 * @param person who is away
 * @param request what the mail was about that it answers
 * @param lastDay the last day of it, if it is known
 * @param words the note itself
 * @param sure whether it counts as that person's own, as far as anybody checks that here
 */
public record AwayNote(
        EmailAddress person, RequestRef request, @Nullable LocalDate lastDay, String words, boolean sure) {

    private static final int LONGEST_READ = 4_000;
    private static final int LONGEST_QUOTE = 300;
    private static final Pattern BETWEEN = Pattern.compile("[\\s<>(),;:\\[\\]\"]");
    private static final String END_OF_SENTENCE = ".!?'’";

    /** The addresses that it names, in their order; what nobody vouches for names nobody. */
    Stream<EmailAddress> addresses() {
        if (!sure) {
            return Stream.empty();
        }
        return BETWEEN.splitAsStream(words.substring(0, Math.min(words.length(), LONGEST_READ)))
                .filter(word -> word.indexOf('@') > 0)
                .flatMap(word -> EmailAddress.parse(withoutEnd(word)).stream());
    }

    /** Its beginning, if it has words and they are the person's; the whole of it is in the ledger. */
    Optional<String> quote() {
        if (!sure) {
            return Optional.empty();
        }
        String said = words.strip();
        return said.codePointCount(0, said.length()) <= LONGEST_QUOTE
                ? Optional.of(said).filter(text -> !text.isEmpty())
                : Optional.of(said.substring(0, said.offsetByCodePoints(0, LONGEST_QUOTE)) + " …");
    }

    private static String withoutEnd(String word) {
        int end = word.length();
        while (end > 0 && END_OF_SENTENCE.indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }
}
