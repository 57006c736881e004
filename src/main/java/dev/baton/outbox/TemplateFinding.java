package dev.baton.outbox;

/**
 * Something wrong with a mail template.
 *
 * @param file the file's name, {@code task.html}
 * @param line the line in it, from 1; 0 where the whole file is meant
 * @param message what is wrong and what to do, for the person who wrote the template
 */
public record TemplateFinding(String file, int line, String message) {

    /** {@code task.html, line 12: …} */
    @Override
    public String toString() {
        return file + (line > 0 ? ", line " + line : "") + ": " + message;
    }
}
