package dev.baton.attacks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidator;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidatorContext;

/** Sings when an attack reaches it: as a class that a model names, as a bean, as a file to make, as a server to call. */
public final class Canary implements JavaDelegate, ExecutionListener, TaskListener, FormFieldValidator, AutoCloseable {

    /** Stands in a file that no model may read. */
    static final String SECRET = "the secret of the file";

    private static final AtomicInteger TOUCHED = new AtomicInteger();

    /** Whoever makes an object of this class by its name has run code. */
    public Canary() {
        TOUCHED.incrementAndGet();
    }

    /** What is watched while models are tried. */
    static final class Cage implements AutoCloseable {

        private final Path folder;
        private final HttpServer server;
        private final AtomicInteger calls = new AtomicInteger();

        Cage(Path folder) {
            this.folder = folder;
            try {
                Files.writeString(secret(), SECRET);
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException unusable) {
                throw new UncheckedIOException(unusable);
            }
            server.createContext("/", call -> {
                calls.incrementAndGet();
                call.sendResponseHeaders(200, -1);
                call.close();
            });
            server.start();
        }

        Path secret() {
            return folder.resolve("secret.txt");
        }

        Path made() {
            return folder.resolve("made.txt");
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        /** What sang; empty if nothing did. */
        List<String> songs() {
            return java.util.stream.Stream.of(
                            Files.exists(made()) ? "a file was made" : "",
                            calls.get() > 0 ? "the server was called" : "",
                            TOUCHED.get() > 0 ? "the class was touched" : "")
                    .filter(song -> !song.isEmpty())
                    .toList();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    public String touch() {
        TOUCHED.incrementAndGet();
        return "touched";
    }

    public List<String> list() {
        return List.of(touch());
    }

    @Override
    public void execute(DelegateExecution execution) {
        touch();
    }

    @Override
    public void notify(DelegateExecution execution) {
        touch();
    }

    @Override
    public void notify(DelegateTask task) {
        touch();
    }

    @Override
    public boolean validate(Object value, FormFieldValidatorContext context) {
        touch();
        return true;
    }

    @Override
    public void close() {
        touch();
    }

    static void quiet() {
        TOUCHED.set(0);
    }
}
