package dev.baton.models;

/**
 * Two texts, cut at their beginning where that is long and the same, so that what differs can be seen.
 *
 * @param now the later
 * @param before the earlier
 */
record Excerpt(String now, String before) {

    private static final int LONG = 120;
    private static final int LEAD_IN = 30;

    /** A text without blanks is cut anywhere. */
    private static final int LONGEST_LEAD_IN = 60;

    private static int beginning(String now, int same) {
        int word = now.lastIndexOf(' ', same - LEAD_IN) + 1;
        return same - word > LONGEST_LEAD_IN ? same - LEAD_IN : word;
    }

    static Excerpt of(String now, String before) {
        int same = 0;
        while (same < Math.min(now.length(), before.length()) && now.charAt(same) == before.charAt(same)) {
            same++;
        }
        int cut = Math.max(now.length(), before.length()) > LONG ? beginning(now, same) : 0;
        return cut > 0 ? new Excerpt("…" + now.substring(cut), "…" + before.substring(cut)) : new Excerpt(now, before);
    }
}
