package dev.baton.inbox;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The head of a mail, field by field, and where its body begins. A line that is no field is the end of a field whose line was
 * broken without indentation if another field follows it, and the first line of the body if none does, since the empty line
 * before the body may be missing. One pass, however large the head is.
 *
 * @param fields in their order, no more and no longer than the limits say
 * @param end where the body begins; the length of the mail if it has none
 */
record Head(List<Field> fields, int end, List<Note> notes) {

    private static final int LONGEST_NAME = 200;
    private static final int LOOKED_AHEAD = 20;

    /**
     * A field as it came.
     *
     * @param value unfolded, with whatever bytes are in it
     */
    record Field(String name, byte[] value) {}

    static Head of(byte[] raw, ReadingLimits limits) {
        return new Splitter(raw, limits).split();
    }

    /** Where the head ends. */
    static int endOf(byte[] raw) {
        return of(raw, ReadingLimits.STANDARD).end();
    }

    /** Where the name of a field that begins here ends, or -1 if none begins here. */
    static int colonAt(byte[] raw, int start, int end) {
        int i = start;
        while (i < end && i - start < LONGEST_NAME && (raw[i] > ' ' || raw[i] < 0) && raw[i] != 0x7F && raw[i] != ':') {
            i++;
        }
        int name = i;
        while (i < end && (raw[i] == ' ' || raw[i] == '\t')) {
            i++;
        }
        return name > start && i < end && raw[i] == ':' && i - start <= LONGEST_NAME ? i : -1;
    }

    private static final class Splitter {

        private final byte[] raw;
        private final ReadingLimits limits;
        private final List<Field> fields = new ArrayList<>();
        private final Notes notes = new Notes();
        private final ByteArrayOutputStream value = new ByteArrayOutputStream();
        private String name = "";
        private boolean tooLong;
        private int seen;
        private int size;

        Splitter(byte[] raw, ReadingLimits limits) {
            this.raw = raw;
            this.limits = limits;
        }

        Head split() {
            int start = firstLine();
            while (start < raw.length) {
                int end = endOfLine(start);
                int next = ByteLines.after(raw, start);
                if (isEmpty(start, end) && !(isBlank(start, end) && goesOn(next))) {
                    return done(next);
                }
                if (raw[start] == ' ' || raw[start] == '\t') {
                    add(start, end);
                } else if (colonAt(raw, start, end) >= 0) {
                    begin(start, end);
                } else if (goesOn(next)) {
                    value.write(' ');
                    add(start, end);
                } else {
                    return done(start);
                }
                start = next;
            }
            return done(raw.length);
        }

        /** After empty lines and the {@code From } line of a mailbox file (RFC 4155). */
        private int firstLine() {
            int start = 0;
            while (start < raw.length && endOfLine(start) == start) {
                start = ByteLines.after(raw, start);
            }
            if (start > 0 && !looksLikeField(start)) {
                return 0;
            }
            boolean envelope = ByteLines.startsWith(raw, start, "From ") || ByteLines.startsWith(raw, start, ">From ");
            return envelope && colonAt(raw, start, endOfLine(start)) < 0 ? ByteLines.after(raw, start) : start;
        }

        private boolean looksLikeField(int start) {
            return start < raw.length && colonAt(raw, start, raw.length) >= 0;
        }

        /** Whether another field follows, be it after more lines of this one. */
        private boolean goesOn(int start) {
            int line = start;
            for (int i = 0; i < LOOKED_AHEAD && line < raw.length && (raw[line] == ' ' || raw[line] == '\t'); i++) {
                line = ByteLines.after(raw, line);
            }
            return looksLikeField(line);
        }

        private int endOfLine(int start) {
            int end = ByteLines.after(raw, start);
            while (end > start && (raw[end - 1] == '\n' || raw[end - 1] == '\r')) {
                end--;
            }
            return end;
        }

        private boolean isEmpty(int start, int end) {
            return end == start || isBlank(start, end);
        }

        private boolean isBlank(int start, int end) {
            int i = start;
            while (i < end && (raw[i] == ' ' || raw[i] == '\t')) {
                i++;
            }
            return i == end && end > start;
        }

        private void begin(int start, int end) {
            finish();
            int colon = colonAt(raw, start, end);
            name = new String(raw, start, colon - start, java.nio.charset.StandardCharsets.US_ASCII).strip();
            add(colon + 1, end);
        }

        private void add(int start, int end) {
            int room = Math.max(0, limits.headerLength() - value.size());
            value.write(raw, start, Math.min(end - start, room));
            tooLong |= end - start > room;
        }

        private void finish() {
            size += name.isEmpty() ? 0 : name.length() + value.size();
            if (!name.isEmpty() && seen++ < limits.headers() && size <= limits.head()) {
                fields.add(new Field(name, value.toByteArray()));
                if (tooLong) {
                    notes.add("long-header", name);
                }
            }
            value.reset();
            tooLong = false;
        }

        private Head done(int end) {
            finish();
            if (seen > limits.headers()) {
                notes.add("many-headers", seen, limits.headers());
            }
            if (size > limits.head()) {
                notes.add("large-head", limits.head());
            }
            return new Head(List.copyOf(fields), end, notes.all());
        }
    }
}
