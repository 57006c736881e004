package dev.baton.inbox;

/** Text of format=flowed (RFC 3676): a line that ends in a space goes on in the next line of the same quote depth. */
final class FlowedText {

    private FlowedText() {}

    /** @param delSp whether the space at which a line flows is none of the text's (RFC 3676 §4.1) */
    static String joined(String text, boolean delSp) {
        StringBuilder out = new StringBuilder(text.length());
        String open = "";
        for (String line : text.split("\r?\n", -1)) {
            if (!open.isEmpty() && depth(open) == depth(line) && !isDashes(line)) {
                out.setLength(out.length() - (delSp ? 1 : 0));
                out.append(content(line));
            } else {
                out.append(open.isEmpty() && out.isEmpty() ? "" : "\n").append(unstuffed(line));
            }
            boolean flows = line.endsWith(" ") && !isDashes(line);
            open = flows ? line : "";
        }
        return out.toString();
    }

    /** Those above a signature never flow, nor does what is above them (RFC 3676 §4.3). */
    private static boolean isDashes(String line) {
        return content(line).equals("-- ");
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }

    private static String content(String line) {
        String rest = line.substring(depth(line));
        return rest.startsWith(" ") ? rest.substring(1) : rest;
    }

    private static String unstuffed(String line) {
        return line.startsWith(" ") ? line.substring(1) : line;
    }
}
