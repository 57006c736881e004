package dev.baton.intake.doctor;

import java.util.Locale;

/**
 * One thing the doctor looked at.
 *
 * @param topic what, such as {@code Plus-addresses}
 * @param says how it is
 * @param advice what to change; empty where nothing is to
 */
record Finding(String topic, Level level, String says, String advice) {

    /** How much it matters. */
    public enum Level {
        FINE,
        /** Works, and could be better. */
        WATCH,
        /** Does not work. */
        WRONG,
        /** Not known yet. */
        WAITING;

        /** The key of its word in {@code messages/doctor.properties}. */
        public String key() {
            return "doctor.level." + name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isWrong() {
        return level == Level.WRONG;
    }
}
