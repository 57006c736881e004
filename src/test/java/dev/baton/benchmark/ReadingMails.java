package dev.baton.benchmark;

import dev.baton.inbox.ReadingRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reading and deciding without a database: ordinary mails of 10 KB a second, and what the worst of 25 MB take. */
final class ReadingMails {

    private static final int SECONDS = 20;
    private static final int LARGEST = 25 * 1024 * 1024;

    private ReadingMails() {}

    static void run() {
        String[] rate =
                run("-Xmx256m", "ordinary", String.valueOf(SECONDS)).get(0).split(" ");
        System.out.printf(
                Locale.ROOT,
                "reading: reading and deciding, ordinary mails of %.1f KB: %s/s on one core (at least 1000)%n",
                Integer.parseInt(rate[1]) / 1024.0,
                rate[0]);
        String slowest = "";
        double seconds = 0;
        for (String name : run("-Xmx256m", "names")) {
            List<String> said = run("-Xmx200m", "worst", String.valueOf(LARGEST), name);
            double took = said.isEmpty() ? Double.NaN : Double.parseDouble(said.get(0));
            System.out.printf(
                    Locale.ROOT, "reading: 25 MB of %-40s %.2f s of processor time in a heap of 200 MB%n", name, took);
            if (!(took <= seconds)) {
                seconds = took;
                slowest = name;
            }
        }
        System.out.printf(Locale.ROOT, "reading: the slowest of them: %s, %.2f s (at most 5)%n", slowest, seconds);
    }

    /** What a JVM of its own with this heap prints; nothing if it fails. */
    private static List<String> run(String heap, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path"),
                ReadingRun.class.getName()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(Scratch.file("reading.log").toFile())
                    .start();
            List<String> lines = process.inputReader().lines().toList();
            return process.waitFor() == 0 ? lines : List.of();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
