package dev.baton.inbox;

/** Mails whose lines end in a carriage return alone, as old programs write them. */
final class LineEnds {

    private static final int LOOKED_AT = 10_000;

    private LineEnds() {}

    /** The same bytes, or with line feeds in place of carriage returns where there is no line feed at the start. */
    static byte[] readable(byte[] raw) {
        int returns = 0;
        for (int i = 0; i < Math.min(raw.length, LOOKED_AT); i++) {
            if (raw[i] == '\n') {
                return raw;
            }
            returns += raw[i] == '\r' ? 1 : 0;
        }
        return returns == 0 ? raw : changed(raw);
    }

    private static byte[] changed(byte[] raw) {
        byte[] copy = raw.clone();
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] == '\r' && !(i + 1 < copy.length && copy[i + 1] == '\n')) {
                copy[i] = '\n';
            }
        }
        return copy;
    }
}
