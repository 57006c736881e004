package dev.baton.requests;

/** Texts that have to fit a column; what a person wrote stands in full in the conversation. */
final class Texts {

    private Texts() {}

    static String atMost(int length, String text) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
    }
}
