package dev.baton.testkit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A web server on loopback that writes down who comes by, as senders of advertisements have. Its page has the title
 * {@code caught}, with what it learns of where its visitor came from.
 */
public final class Trap implements AutoCloseable {

    private static final String PAGE = """
            <!DOCTYPE html><html><head><link rel="icon" href="data:,"><title>…</title></head><body><script>
            document.title = 'caught ' + (window.opener ? 'opener ' : '') + document.referrer;
            </script></body></html>""";

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private Trap(HttpServer server) {
        this.server = server;
    }

    /** One that waits. */
    public static Trap set() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Trap trap = new Trap(server);
            server.createContext("/", exchange -> {
                trap.asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
            });
            server.start();
            return trap;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** An address of this path. */
    public String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** What was asked for so far, {@code GET /pixel.gif} and so on. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
