package dev.baton.outbox.web;

import dev.baton.outbox.Pace;
import dev.baton.outbox.QuietSettings;
import java.util.Optional;

/**
 * What somebody filled in about the mails they want.
 *
 * @param budget a number; empty for the usual one
 */
record QuietForm(String pace, String budget) {

    /** Nothing if it cannot be taken as it is. */
    Optional<QuietSettings> settings() {
        Optional<Pace> chosen = Pace.parse(pace);
        if (budget.isBlank()) {
            return chosen.map(each -> new QuietSettings(each, null));
        }
        return chosen.filter(each -> budget.strip().matches("\\d{1,4}"))
                .map(each -> Integer.parseInt(budget.strip()))
                .filter(number -> number >= 1 && number <= QuietSettings.MOST)
                .map(number -> new QuietSettings(chosen.get(), number));
    }
}
