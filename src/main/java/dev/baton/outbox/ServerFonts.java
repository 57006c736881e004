package dev.baton.outbox;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names fonts in SVG that are on this server. Java's drawing takes the first font of a list or, if that is not there, one
 * with serifs; and where a font lacks a letter, a box.
 */
final class ServerFonts {

    /** Java's name for a font without serifs that borrows missing letters from others. */
    private static final String ANY = "sans-serif";

    private static final Pattern LIST = Pattern.compile("font-family=\"([^\"]{0,300})\"");
    private static final Pattern TEXT = Pattern.compile("<text ([^<>]{0,500}>)([^<>]{0,500})</text>");

    private ServerFonts() {}

    /** The same SVG with the first font of each list that is here, except for words that it lacks letters for. */
    static String in(String svg) {
        List<String> here =
                List.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        String first = LIST.matcher(svg)
                .results()
                .findFirst()
                .map(list -> first(list, here))
                .orElse(ANY);
        Font font = new Font(first, Font.PLAIN, 12);
        String known = LIST.matcher(svg)
                .replaceAll(list -> Matcher.quoteReplacement("font-family=\"" + first(list, here) + "\""));
        return TEXT.matcher(known)
                .replaceAll(text -> Matcher.quoteReplacement(
                        font.canDisplayUpTo(text.group(2)) < 0
                                ? text.group()
                                : "<text font-family=\"" + ANY + "\" " + text.group(1) + text.group(2) + "</text>"));
    }

    private static String first(MatchResult list, List<String> here) {
        return Arrays.stream(list.group(1).split(","))
                .map(name -> name.strip().replace("'", ""))
                .filter(here::contains)
                .findFirst()
                .orElse(ANY);
    }
}
