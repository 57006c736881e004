package dev.baton.outbox;

import com.helger.css.decl.CSSRGB;
import com.helger.css.utils.ECSSColor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A colour without transparency; each part from 0 to 255. */
record Colour(int red, int green, int blue) {

    private static final Pattern HEX = Pattern.compile("#([0-9a-f]{6}|[0-9a-f]{3})");
    private static final Pattern RGB = Pattern.compile("rgb\\((\\d{1,3})[, ]+(\\d{1,3})[, ]+(\\d{1,3})\\)");

    /** The colour that the text of a style begins with; nothing if it names none or one that shines through. */
    static Optional<Colour> of(String style) {
        String text = style.strip().toLowerCase(Locale.ROOT);
        Matcher hex = HEX.matcher(text);
        if (hex.lookingAt()) {
            return Optional.of(ofHex(hex.group(1)));
        }
        Matcher rgb = RGB.matcher(text);
        if (rgb.lookingAt()) {
            return Optional.of(of(rgb.group(1), rgb.group(2), rgb.group(3)));
        }
        return Arrays.stream(ECSSColor.values())
                .filter(colour -> colour.name().equalsIgnoreCase(text.split("[ ;!]", 2)[0]))
                .map(ECSSColor::getAsRGB)
                .findFirst()
                .flatMap(Colour::ofNamed);
    }

    private static Optional<Colour> ofNamed(@Nullable CSSRGB named) {
        return named == null ? Optional.empty() : Optional.of(of(named.getRed(), named.getGreen(), named.getBlue()));
    }

    private static Colour of(String red, String green, String blue) {
        return new Colour(Integer.parseInt(red), Integer.parseInt(green), Integer.parseInt(blue));
    }

    private static Colour ofHex(String digits) {
        int step = digits.length() / 3;
        int[] parts = new int[3];
        for (int i = 0; i < 3; i++) {
            String part = digits.substring(i * step, (i + 1) * step);
            parts[i] = Integer.parseInt(step == 1 ? part + part : part, 16);
        }
        return new Colour(parts[0], parts[1], parts[2]);
    }

    /** From 1, nothing to be seen, to 21, black on white (WCAG 2.2, "contrast ratio"). */
    double contrastTo(Colour other) {
        double one = light() + 0.05;
        double two = other.light() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    private double light() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
