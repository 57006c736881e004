package dev.baton.inbox;

import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/** Reads mails and asks the filters, without a database, in a JVM of its own; prints what it took. */
public final class ReadingRun {

    private ReadingRun() {}

    /** @param arguments {@code worst}, size in bytes and the mails' names, or none for all */
    public static void main(String[] arguments) {
        Filters filters = new Filters(properties());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int size = Integer.parseInt(arguments[1]);
        for (Map.Entry<String, IntFunction<byte[]>> worst : WorstMails.all().entrySet()) {
            if (arguments.length == 2 || worst.getKey().equals(arguments[2])) {
                byte[] raw = worst.getValue().apply(size);
                long start = threads.getCurrentThreadCpuTime();
                String result;
                try {
                    NewMail.whole(raw, Arrival.posted(ReadMails.AT));
                    ReceivedMail mail = ReadMails.read(raw);
                    filters.judge(mail);
                    result = mail.notes().toString();
                } catch (Throwable failure) {
                    result = failure.toString();
                }
                System.out.printf(
                        Locale.ROOT,
                        "%-40s %6.2f s %s%n",
                        worst.getKey(),
                        (threads.getCurrentThreadCpuTime() - start) / 1e9,
                        result);
            }
        }
    }

    private static BatonProperties properties() {
        return new BatonProperties(URI.create("http://localhost:8080"), EmailAddress.of("requests@example.com"), null);
    }
}
