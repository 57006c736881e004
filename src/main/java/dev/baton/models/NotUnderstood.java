package dev.baton.models;

/** Arguments of a command that make no sense; names the sentence that says why. */
final class NotUnderstood extends Exception {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final String about;

    NotUnderstood(String what, String about) {
        super(what + ": " + about);
        this.what = what;
        this.about = about;
    }

    String what() {
        return what;
    }

    String about() {
        return about;
    }
}
