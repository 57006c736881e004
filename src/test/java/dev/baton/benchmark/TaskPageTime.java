package dev.baton.benchmark;

import dev.baton.testkit.Visitor;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long people wait for the page of their task while mail keeps coming in and is worked through. */
final class TaskPageTime {

    private static final int MAILS_A_SECOND = 10;
    private static final int TASKS = 100;
    private static final int WARM_UP = 300;
    private static final int LOOKS = 600;
    private static final Pattern LINK = Pattern.compile("/t/[A-Za-z0-9._-]+");

    private TaskPageTime() {}

    static void run(String kind) {
        ScheduledExecutorService post = Executors.newSingleThreadScheduledExecutor();
        try (Company company = new Company()) {
            try (Forked baton = Forked.application("dev.baton.BatonApplication", company.settings(Store.empty(kind)))
                    .up()) {
                for (int mail = 0; mail < TASKS; mail++) {
                    company.writes();
                }
                List<String> links = links(company);
                post.scheduleAtFixedRate(company::writes, 0, 1_000_000 / MAILS_A_SECOND, TimeUnit.MICROSECONDS);
                look(baton.visitor(), links, WARM_UP);
                int before = taken(company);
                long start = System.nanoTime();
                double[] times = look(baton.visitor(), links, LOOKS);
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "4 %-8s task page while %d mails a second come in (%.0f mails a second sent by Baton): p50 %.1f ms, p95 %.1f ms (at most 50), most %.1f ms%n",
                        kind,
                        MAILS_A_SECOND,
                        (taken(company) - before) / seconds,
                        times[LOOKS / 2],
                        times[LOOKS * 95 / 100],
                        times[LOOKS - 1]);
            }
        } finally {
            post.shutdownNow();
        }
    }

    private static int taken(Company company) {
        return company.office().mailsTo("nadia@example.com").size();
    }

    private static List<String> links(Company company) {
        while (taken(company) < TASKS) {
            Pace.pause(Duration.ofMillis(200));
        }
        return company.office().mailsTo("nadia@example.com").stream()
                .map(mail -> LINK.matcher(MailText.of(mail)))
                .filter(Matcher::find)
                .map(Matcher::group)
                .limit(TASKS)
                .toList();
    }

    private static double[] look(Visitor visitor, List<String> links, int looks) {
        double[] times = new double[looks];
        for (int look = 0; look < looks; look++) {
            long start = System.nanoTime();
            int status = visitor.opens(links.get(look % links.size())).status();
            times[look] = (System.nanoTime() - start) / 1e6;
            if (status != 200) {
                throw new IllegalStateException(links.get(look % links.size()) + " answers " + status);
            }
            Pace.pause(Duration.ofMillis(20));
        }
        Arrays.sort(times);
        return times;
    }
}
