package dev.baton.inbox;

/** Text of format=flowed (RFC 3676): a line that ends in a space goes on in the next line of the same quote depth. */
final class FlowedText {

    private FlowedText() {}

    static String joined(String text) {
        StringBuilder out = new StringBuilder(text.length());
        String open = "";
        for (String line : text.split("\r?\n", -1)) {
            if (!open.isEmpty() && depth(open) == depth(line)) {
                out.append(content(line));
            } else {
                out.append(open.isEmpty() && out.isEmpty() ? "" : "\n").append(unstuffed(line));
            }
            boolean flows = line.endsWith(" ") && !content(line).equals("-- ");
            open = flows ? line : "";
        }
        return out.toString();
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
