package dev.baton.people;

/**
 * Something in the people file that has to be mended; the rest of the file works.
 *
 * @param file path as configured
 * @param line counts from 1
 * @param message what is wrong and what becomes of it
 * @param fix what to write instead
 */
public record PeopleFinding(String file, int line, String message, String fix) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + message + " " + fix;
    }
}
