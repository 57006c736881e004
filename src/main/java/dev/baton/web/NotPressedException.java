package dev.baton.web;

/** A form came without the press of a person. */
final class NotPressedException extends RuntimeException {

    NotPressedException(String path) {
        super("Nobody pressed a button for " + path);
    }
}
