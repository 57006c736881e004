package dev.baton.intake;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The lines around what somebody has to say: "Hello Nadia," and "Many thanks". */
@Component
class Greetings {

    private static final int MOST_WORDS = 6;
    private static final int LONGEST = 100;

    private final Set<String> starts;

    Greetings(Words words) {
        starts = words.known("greetings").stream().map(Normal::words).collect(Collectors.toUnmodifiableSet());
    }

    /** The text without short lines that only greet or thank. */
    String without(String text) {
        return Arrays.stream(text.split("\n", -1))
                .filter(line -> !isGreeting(line))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private boolean isGreeting(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        String words = Normal.words(line);
        return words.strip().split(" ").length <= MOST_WORDS
                && !line.strip().endsWith("?")
                && line.chars().noneMatch(Character::isDigit)
                && starts.stream().anyMatch(words::startsWith)
                && endsLikeOne(line.strip());
    }

    private static boolean endsLikeOne(String line) {
        return line.isEmpty() || ",!.".indexOf(line.charAt(line.length() - 1)) >= 0 || line.split("\\s+").length <= 3;
    }
}
