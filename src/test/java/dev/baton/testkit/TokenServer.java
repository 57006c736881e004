package dev.baton.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Gives access tokens on loopback (OAuth 2.0, RFC 6749), and tells mail servers whose they are. */
public final class TokenServer implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> users = new ConcurrentHashMap<>();
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();

    private record Answer(int status, String json) {}

    public TokenServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/token", this::token);
        server.createContext("/whose", this::whose);
        server.start();
    }

    /** Where tokens are asked for. */
    public URI tokens() {
        return at("/token");
    }

    /** Where a mail server asks whose a token is: the token goes to the end. */
    public URI whose() {
        return at("/whose?access_token=");
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** The next answer is this; the last one is given again and again. */
    public synchronized TokenServer answers(int status, String json) {
        answers.add(new Answer(status, json.replace('\'', '"')));
        return this;
    }

    /** The next answer is this token, which is good for an hour. */
    public TokenServer gives(String token) {
        return answers(200, "{'token_type':'Bearer','expires_in':3600,'access_token':'" + token + "'}");
    }

    /** From now on mail servers are told that this token is this user's. */
    public TokenServer knows(String token, String user) {
        users.put(token, user);
        return this;
    }

    /** The forms that came, in order. */
    public List<Map<String, String>> asked() {
        return asked;
    }

    private synchronized void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8))));
        Answer answer = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        send(exchange, answer.status, answer.json);
    }

    private void whose(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        String user = users.get(query.substring(query.indexOf('=') + 1));
        send(exchange, user == null ? 401 : 200, user == null ? "{}" : "{\"email\":\"" + user + "\"}");
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
