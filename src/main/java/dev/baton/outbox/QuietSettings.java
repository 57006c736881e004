package dev.baton.outbox;

import org.jspecify.annotations.Nullable;

/**
 * What somebody chose about the mails they get.
 *
 * @param budget how many mails a day they want at most, 1 to {@value #MOST}; the usual number where it is null
 */
public record QuietSettings(Pace pace, @Nullable Integer budget) {

    /** More than this is no budget. */
    public static final int MOST = 1000;

    /** Of whoever never chose. */
    public static final QuietSettings USUAL = new QuietSettings(Pace.AT_ONCE, null);

    public QuietSettings {
        if (budget != null && (budget < 1 || budget > MOST)) {
            throw new IllegalArgumentException("A budget is 1 to " + MOST + " mails a day, not " + budget);
        }
    }

    int budgetOr(int usual) {
        return budget == null ? usual : budget;
    }
}
