package dev.baton.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/** From the start of the JVM until health is UP, on a database that an earlier start made: median of starts in turn. */
final class StartTime {

    private static final int STARTS = 5;

    private StartTime() {}

    static void run(String kind) {
        try (Company company = new Company()) {
            Map<String, String> baton = company.settings(Store.empty(kind));
            baton.remove("baton.models");
            Map<String, String> bare = BareApplication.settings(Store.empty(kind));
            double firstBaton = seconds("dev.baton.BatonApplication", baton);
            double firstBare = seconds(BareApplication.class.getName(), bare);
            double[] ours = new double[STARTS];
            double[] theirs = new double[STARTS];
            for (int start = 0; start < STARTS; start++) {
                ours[start] = seconds("dev.baton.BatonApplication", baton);
                theirs[start] = seconds(BareApplication.class.getName(), bare);
            }
            System.out.printf(
                    Locale.ROOT,
                    "3 %-8s start until UP, median of %d: Baton %.2f s, bare Boot with engine %.2f s; ratio %.2f (at most 1.50); on an empty database %.2f s and %.2f s%n",
                    kind,
                    STARTS,
                    median(ours),
                    median(theirs),
                    median(ours) / median(theirs),
                    firstBaton,
                    firstBare);
        }
    }

    private static double seconds(String main, Map<String, String> properties) {
        long start = System.nanoTime();
        try (Forked application = Forked.application(main, properties).up()) {
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static double median(double[] times) {
        List<Double> sorted = DoubleStream.of(times).sorted().boxed().toList();
        return sorted.get(sorted.size() / 2);
    }
}
