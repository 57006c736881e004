package dev.baton.models;

/** A file that is no model at all; names the finding that says why. */
final class UnreadableModel extends Exception {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final int line;
    private final String detail;

    UnreadableModel(String what, int line, String detail) {
        super(what + " (line " + line + "): " + detail);
        this.what = what;
        this.line = line;
        this.detail = detail;
    }

    String what() {
        return what;
    }

    int line() {
        return line;
    }

    String detail() {
        return detail;
    }
}
