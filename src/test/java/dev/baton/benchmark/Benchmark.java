package dev.baton.benchmark;

import dev.baton.testkit.Dovecot;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * What Baton must reach, each as a ratio of two numbers from this run:
 *
 * <ol>
 *   <li>mails that wait in a mailbox become requests at no less than half the rate of the bare engine
 *   <li>the 100,000th request is opened no slower than 1.2 times the 1,000th
 *   <li>start until health is UP takes at most 1.5 times a bare Boot application with the engine
 *   <li>a task page answers within 50 ms at the 95th percentile while mail is coming in
 *   <li>{@code reading}, without a database: 1,000 ordinary mails of 10 KB a second on one core, and no mail of
 *       25 MB takes more than 5 s or 200 MB
 *   <li>{@code fetching}: mails of 10 KB are fetched into the ledger at no less than half the rate of a loop that only
 *       downloads them
 *   <li>{@code check}, without a database: a model of 100 KB is checked within 200 ms, a folder of 100 models within 5 s
 *       with the JVM's start
 *   <li>{@code moving}: beside ten thousand requests that run, a version is deployed and a page is opened no slower than twice
 *       as slow as beside none, also while all of them move to another version
 *   <li>{@code facts}: what facts add to the completion of a task, at most 15 %
 *   <li>{@code import}: a log of 262,000 events of how work went elsewhere within 60 s
 *   <li>{@code measures}: with a million tasks that are done, the numbers within 300 ms at the 95th percentile
 *   <li>{@code what-if}: a draft is tried on 1,000 past requests within 10 s
 * </ol>
 *
 * Arguments: see {@link Settings}.
 */
final class Benchmark {

    private Benchmark() {}

    public static void main(String[] arguments) {
        LoggingSystem.get(Benchmark.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        Settings settings = Settings.of(arguments);
        Dovecot.missing().filter(why -> settings.needsMailbox()).ifPresent(why -> {
            System.out.println("Parts 1, 3, 4 and fetching need a mailbox. " + why);
            System.exit(1);
        });
        machine("Before");
        for (String kind : settings.databases()) {
            settings.parts().forEach(part -> run(part, kind, settings));
        }
        machine("After");
        System.exit(0);
    }

    private static void run(String part, String kind, Settings settings) {
        switch (part) {
            case "1" -> new WaitingMails(settings).run(kind);
            case "2" -> ManyRequests.run(kind, settings.requests());
            case "3" -> StartTime.run(kind);
            case "4" -> TaskPageTime.run(kind);
            case "what-if" -> TriedRequests.run(kind);
            case "fetching" -> new FetchedMails(settings).run(kind);
            case "reading" -> {
                if (kind.equals(settings.databases().get(0))) {
                    ReadingMails.run();
                }
            }
            case "check" -> {
                if (kind.equals(settings.databases().get(0))) {
                    CheckedModels.run();
                }
            }
            case "moving" -> new MovingRequests(kind, settings.running()).run();
            case "measures" -> MeasureTimes.run(kind, settings.tasks());
            case "facts" -> CostOfFacts.run(kind);
            case "import" -> ImportedLog.run(kind);
            default -> throw new IllegalArgumentException("There is no part " + part);
        }
    }

    private static void machine(String when) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d processors, load %.1f, Java %s, 256 MB for each side%n",
                when,
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("java.version"));
    }
}
