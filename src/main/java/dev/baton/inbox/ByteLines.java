package dev.baton.inbox;

/** Lines in bytes whose letters nobody knows yet. */
final class ByteLines {

    private ByteLines() {}

    /** Where the line after this one begins, or the end of the bytes. */
    static int after(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, bytes.length);
    }

    /** Whether these letters stand here. */
    static boolean startsWith(byte[] bytes, int start, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (start + i >= bytes.length || bytes[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
