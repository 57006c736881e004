package dev.baton.intake;

/** Text that has to fit where it is shown. */
public final class Shortened {

    /** Characters of a subject in a list. */
    public static final int LINE = 120;

    private Shortened() {}

    /** As much of the text as fits, with an ellipsis where something was cut. */
    public static String text(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end).stripTrailing() + "…";
    }
}
