package dev.baton.outbox;

import java.io.StringWriter;

/** A mail while its template is filled; one that takes in parts of parts would fill the memory. */
final class GrowingMail extends StringWriter {

    /** Characters; mail programs cut off a mail long before. */
    private static final int MOST = 1_000_000;

    @Override
    public void write(int character) {
        super.write(character);
        unlessTooLong();
    }

    @Override
    public void write(char[] characters, int from, int length) {
        super.write(characters, from, length);
        unlessTooLong();
    }

    @Override
    public void write(String text) {
        super.write(text);
        unlessTooLong();
    }

    @Override
    public void write(String text, int from, int length) {
        super.write(text, from, length);
        unlessTooLong();
    }

    private void unlessTooLong() {
        if (getBuffer().length() > MOST) {
            throw new TemplateFault("outbox.template.endless");
        }
    }
}
