package dev.baton.inbox;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The colour that somebody writes in, who answers between the lines of a quote in another one. */
final class Pen {

    /** Less colour than this is a shade of grey, which nobody takes to be told apart. */
    private static final int LEAST_COLOUR = 60;

    private static final int LONGEST_STYLE = 2_000;

    private static final Pattern COLOUR = Pattern.compile("(?:^|[;\\s])color\\s?:\\s?([^;]{1,60})");
    private static final Pattern HEX = Pattern.compile("#([0-9a-f]{6})\\b");
    private static final Pattern SHORT_HEX = Pattern.compile("#([0-9a-f])([0-9a-f])([0-9a-f])\\b");
    private static final Pattern PARTS =
            Pattern.compile("rgba?\\((\\d{1,3})[,\\s]{1,3}(\\d{1,3})[,\\s]{1,3}(\\d{1,3}).{0,20}");

    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("red", 0xff0000),
            Map.entry("darkred", 0x8b0000),
            Map.entry("maroon", 0x800000),
            Map.entry("crimson", 0xdc143c),
            Map.entry("blue", 0x0000ff),
            Map.entry("darkblue", 0x00008b),
            Map.entry("navy", 0x000080),
            Map.entry("royalblue", 0x4169e1),
            Map.entry("green", 0x008000),
            Map.entry("darkgreen", 0x006400),
            Map.entry("lime", 0x00ff00),
            Map.entry("teal", 0x008080),
            Map.entry("purple", 0x800080),
            Map.entry("fuchsia", 0xff00ff),
            Map.entry("magenta", 0xff00ff),
            Map.entry("orange", 0xffa500),
            Map.entry("darkorange", 0xff8c00),
            Map.entry("brown", 0xa52a2a),
            Map.entry("olive", 0x808000));

    private Pen() {}

    /** The colour an element sets: empty text for black, white and grey; nothing if it sets none. */
    static Optional<String> of(Element element) {
        String style = element.attr("style");
        String asked = element.attr("color");
        if (!style.isEmpty() && style.length() < LONGEST_STYLE) {
            Matcher matcher = COLOUR.matcher(style.toLowerCase(Locale.ROOT));
            if (matcher.find()) {
                return Optional.of(read(matcher.group(1).strip()));
            }
        }
        return asked.isEmpty() || asked.length() > 60
                ? Optional.empty()
                : Optional.of(read(asked.strip().toLowerCase(Locale.ROOT)));
    }

    private static String read(String colour) {
        Matcher hex = HEX.matcher(colour);
        if (hex.lookingAt()) {
            return shown(Integer.parseInt(hex.group(1), 16));
        }
        Matcher brief = SHORT_HEX.matcher(colour);
        if (brief.lookingAt()) {
            return shown(Integer.parseInt(
                    brief.group(1).repeat(2)
                            + brief.group(2).repeat(2)
                            + brief.group(3).repeat(2),
                    16));
        }
        Matcher parts = PARTS.matcher(colour);
        if (parts.lookingAt()) {
            return shown((part(parts, 1) << 16) + (part(parts, 2) << 8) + part(parts, 3));
        }
        return shown(NAMED.getOrDefault(colour.replace("!important", "").strip(), 0));
    }

    private static int part(Matcher parts, int number) {
        return Math.min(255, Integer.parseInt(parts.group(number)));
    }

    private static String shown(int colour) {
        int red = colour >> 16 & 0xff;
        int green = colour >> 8 & 0xff;
        int blue = colour & 0xff;
        int most = Math.max(red, Math.max(green, blue));
        int least = Math.min(red, Math.min(green, blue));
        return most - least < LEAST_COLOUR ? "" : String.format(Locale.ROOT, "%06x", colour);
    }
}
