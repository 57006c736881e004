package dev.baton.metrics.charts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Marks at round numbers: 1, 2 or 5 with noughts. It ends at a mark on both sides. */
record NumberAxis(String title, double least, double most, boolean whole, boolean percent) implements Axis {

    private static final int[] ROUND = {1, 2, 5};

    /** What lies on a mark but for rounding needs no further one. */
    private static final double HAIR = 1e-9;

    @Override
    public Scale scale(int atMost) {
        double factor = percent ? 100 : 1;
        double low = least * factor;
        double high = most > least ? most * factor : low + 1;
        int fewest = low < 0 && high > 0 ? 3 : 2;
        BigDecimal step = step(low, high, Math.max(fewest, atMost));
        long first = first(low, step);
        List<Tick> ticks = LongStream.rangeClosed(first, last(high, first, step))
                .mapToObj(number -> step.multiply(BigDecimal.valueOf(number)))
                .map(at -> new Tick(at.doubleValue() / factor, label(at)))
                .toList();
        return new Scale(ticks.get(0).at(), ticks.get(ticks.size() - 1).at(), ticks);
    }

    /** The smallest round step that needs no more marks than there is room for. */
    private BigDecimal step(double low, double high, int atMost) {
        int power = (int) Math.floor(Math.log10((high - low) / atMost)) - 1;
        for (int exponent = power; ; exponent++) {
            for (int digit : ROUND) {
                BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
                if (whole && step.compareTo(BigDecimal.ONE) < 0) {
                    continue;
                }
                long first = first(low, step);
                if (last(high, first, step) - first + 1 <= atMost) {
                    return step;
                }
            }
        }
    }

    private static long first(double low, BigDecimal step) {
        return (long) Math.floor(low / step.doubleValue() + HAIR);
    }

    private static long last(double high, long first, BigDecimal step) {
        return Math.max(first + 1, (long) Math.ceil(high / step.doubleValue() - HAIR));
    }

    private String label(BigDecimal number) {
        BigDecimal plain =
                number.setScale(Math.max(0, number.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY);
        DecimalFormat format = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        return format.format(plain) + (percent ? " %" : "");
    }
}
