package dev.baton.testkit;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Baton as a program of its own, as it runs in production: another JVM, that can be killed. */
public final class BatonProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final int port;
    private final Path log;

    private BatonProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts it on a free port and does not wait. What it logs is in {@code target/baton-<port>.log}.
     */
    public static BatonProcess start(Map<String, String> properties) {
        return start(ClassArchive.options(), properties);
    }

    /** Examines mail, as {@code --doctor} does, and waits until that has ended. */
    public static BatonProcess doctor(Map<String, String> properties) {
        BatonProcess doctor = start(ClassArchive.options(), properties, List.of("--doctor"));
        doctor.process
                .onExit()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        return doctor;
    }

    /** What it ended with. */
    public int exitCode() {
        return process.exitValue();
    }

    static BatonProcess start(List<String> options, Map<String, String> properties) {
        return start(options, properties, List.of());
    }

    private static BatonProcess start(List<String> options, Map<String, String> properties, List<String> arguments) {
        int port = freePort();
        Path log = Path.of("target", "baton-" + port + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC"));
        command.addAll(options);
        command.addAll(List.of(
                "dev.baton.BatonApplication",
                "--server.port=" + port,
                "--baton.public-url=http://localhost:" + port,
                "--spring.main.banner-mode=off"));
        properties.forEach((name, value) -> command.add("--" + name + "=" + value));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new BatonProcess(process, port, log);
        } catch (IOException failed) {
            throw new UncheckedIOException("Baton does not start", failed);
        }
    }

    /** The class path of the tests without the tests, whose stand-ins it would otherwise take for its own parts. */
    static String classesOfProduction() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A port that nobody listens on. */
    public static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("No free port", none);
        }
    }

    /** Waits until its health is UP. */
    public BatonProcess up() {
        Visitor visitor = Visitor.of(port);
        await("Baton is up, see " + log)
                .atMost(PATIENCE)
                .failFast("Baton ended, see " + log, () -> !process.isAlive())
                .ignoreExceptions()
                .until(() -> visitor.opens("/actuator/health").status() == 200);
        return this;
    }

    public int port() {
        return port;
    }

    /** A visitor of its pages. */
    public Visitor visitor() {
        return Visitor.of(port);
    }

    /** What it has logged so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** {@code kill -9}, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to end, as a service manager does, and waits until it has. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
