package dev.baton.inbox;

import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Signatures;
import dev.baton.tasks.Answers;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Reads mails and asks the filters about them, without a database, on one thread of a JVM of its own; prints numbers for a
 * program.
 */
public final class ReadingRun {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ReadingRun() {}

    /** @param arguments {@code names}; {@code ordinary} and seconds; or {@code worst}, bytes and the name of the mail */
    public static void main(String[] arguments) {
        LoggingSystem.get(ReadingRun.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        switch (arguments[0]) {
            case "names" -> WorstMails.all().keySet().forEach(System.out::println);
            case "ordinary" -> ordinary(Integer.parseInt(arguments[1]));
            case "worst" -> worst(Integer.parseInt(arguments[1]), arguments[2]);
            default -> throw new IllegalArgumentException("There is no run " + arguments[0]);
        }
    }

    private static double seconds() {
        return THREADS.getCurrentThreadCpuTime() / 1e9;
    }

    /** Mails a second of processor time, and their mean size; the first half of the time warms up. */
    private static void ordinary(int seconds) {
        List<byte[]> mails = OrdinaryMails.all();
        Filters filters = filters();
        double bytes = mails.stream().mapToInt(mail -> mail.length).average().orElse(0);
        rate(mails, filters, seconds / 2.0);
        System.out.printf(Locale.ROOT, "%.0f %.0f%n", rate(mails, filters, seconds / 2.0), bytes);
    }

    private static double rate(List<byte[]> mails, Filters filters, double seconds) {
        double start = seconds();
        int count = 0;
        while (seconds() - start < seconds) {
            for (byte[] mail : mails) {
                decide(mail, filters);
                count++;
            }
        }
        return count / (seconds() - start);
    }

    /** Seconds of processor time. */
    private static void worst(int size, String name) {
        byte[] mail =
                Optional.ofNullable(WorstMails.all().get(name)).orElseThrow().apply(size);
        Filters filters = filters();
        decide(OrdinaryMails.all().get(0), filters);
        double start = seconds();
        decide(mail, filters);
        System.out.printf(Locale.ROOT, "%.2f%n", seconds() - start);
    }

    /** What happens to a mail from its bytes to the verdict, and to the outcome it names. */
    private static void decide(byte[] mail, Filters filters) {
        NewMail.whole(mail, Arrival.posted(ReadMails.AT));
        ReceivedMail read = ReadMails.read(mail);
        filters.judge(read);
        Answers.toReview(read.text());
    }

    private static Filters filters() {
        return new Filters(
                new BatonProperties(URI.create("http://localhost:8080"), EmailAddress.of("requests@example.com"), null),
                new Signatures(new byte[] {1}),
                event -> {});
    }
}
