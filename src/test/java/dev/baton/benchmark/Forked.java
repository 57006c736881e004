package dev.baton.benchmark;

import dev.baton.testkit.BatonProcess;
import dev.baton.testkit.Visitor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One side of a comparison in a JVM of its own: 256 MB, UTC, the same flags on both sides, nothing of the tests but this package. */
record Forked(Process process, int port, Path log) implements AutoCloseable {

    private static final int HEAP = 256;
    private static final Duration PATIENCE = Duration.ofMinutes(60);

    /** Runs a program of this package to its end and gives what it printed. */
    static List<String> run(Class<?> program, List<String> arguments) {
        return run(program, HEAP, arguments);
    }

    /** The same with a heap of so many megabytes. */
    static List<String> run(Class<?> program, int heap, List<String> arguments) {
        Forked forked = start(program.getName(), heap, 0, arguments);
        try {
            if (forked.process.waitFor() != 0) {
                throw new IllegalStateException(program.getSimpleName() + " failed, see " + forked.log);
            }
            return Files.readAllLines(forked.log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException stopped) {
            forked.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Starts a web application on a free port and does not wait. */
    static Forked application(String main, Map<String, String> properties) {
        return application(main, HEAP, properties);
    }

    /** The same with a heap of so many megabytes. */
    static Forked application(String main, int heap, Map<String, String> properties) {
        int port = BatonProcess.freePort();
        List<String> arguments = new ArrayList<>(List.of("--server.port=" + port));
        properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return start(main, heap, port, arguments);
    }

    private static Forked start(String main, int heap, int port, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                "-Duser.timezone=UTC",
                "-cp",
                classes(),
                main));
        command.addAll(arguments);
        Path log = Scratch.file(main.substring(main.lastIndexOf('.') + 1) + ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Forked(process, port, log);
        } catch (IOException failed) {
            throw new UncheckedIOException(main + " does not start", failed);
        }
    }

    /** Waits until its health is UP. */
    Forked up() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended, see " + log);
            }
            if (healthy()) {
                return this;
            }
            Pace.pause(Duration.ofMillis(20));
        }
        throw new IllegalStateException("It does not come up, see " + log);
    }

    private boolean healthy() {
        try {
            return visitor().opens("/actuator/health").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Lets it stand still meanwhile. */
    void pausedWhile(Runnable work) {
        signal("STOP");
        try {
            work.run();
        } finally {
            signal("CONT");
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    Visitor visitor() {
        return Visitor.of(port);
    }

    /** Ends it as an operator does. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    /** Everything but the tests, whose stand-ins an application would take for its own parts; and this package. */
    private static String classes() {
        Path ours = Scratch.file("classes");
        String all = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.replaceAll("[/\\\\]$", "").endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        copyPackageTo(ours);
        return all + File.pathSeparator + ours;
    }

    private static void copyPackageTo(Path folder) {
        Path here = Path.of("target/test-classes/dev/baton/benchmark");
        try (Stream<Path> files = Files.list(here)) {
            Path there = Files.createDirectories(folder.resolve("dev/baton/benchmark"));
            for (Path file : files.toList()) {
                Files.copy(file, there.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
