package dev.baton.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Camunda Modeler as the server sees it. Its deployment client is not published by itself, so its calls were recorded byte
 * for byte: Chromium, which Modeler is made of, sent the requests that its {@code CamundaAPI} makes (Camunda Modeler 5,
 * client/src/plugins/camunda-plugin/shared). In {@code src/test/resources/modeler} the place of what differs from user to user is
 * held by names in double braces.
 */
final class Modeler {

    /** What Modeler reads of an answer. */
    record Answer(int status, String head, JsonNode body) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final int port;
    private final String authorization;

    private Modeler(int port, String authorization) {
        this.port = port;
        this.authorization = authorization;
    }

    static Modeler without(int port) {
        return new Modeler(port, "");
    }

    static Modeler basic(int port, String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Modeler(port, "authorization: Basic " + Base64.getEncoder().encodeToString(pair) + "\r\n");
    }

    static Modeler bearer(int port, String token) {
        return new Modeler(port, "authorization: Bearer " + token + "\r\n");
    }

    Answer connects() {
        return sends("connect", "");
    }

    Answer asksForTheVersion() {
        return sends("version", "");
    }

    Answer looksForPages() {
        return sends("well-known", "");
    }

    /** Presses Deploy. */
    Answer deploys(String name, String file, String diagram) {
        return sends(
                "create",
                recorded("create.body")
                        .replace("{{name}}", name)
                        .replace("{{file}}", file)
                        .replace("{{diagram}}", diagram));
    }

    /** Presses Deploy with a tenant and one more file. */
    Answer deploys(String name, String file, String diagram, String tenant, String attachment, String content) {
        String form = recorded("create-with-all.body");
        if (tenant.isEmpty()) {
            form = form.replaceFirst(
                    "(?s)(------WebKitFormBoundary\\w+\r\n[^\r]*tenant-id\"\r\n\r\n.*?\r\n)(?=------)", "");
        }
        return sends(
                "create-with-all",
                form.replace("{{name}}", name)
                        .replace("{{file}}", file)
                        .replace("{{diagram}}", diagram)
                        .replace("{{tenant}}", tenant)
                        .replace("{{attachment}}", attachment)
                        .replace("{{content}}", content));
    }

    private Answer sends(String call, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = recorded(call + ".head")
                .replace("{{port}}", String.valueOf(port))
                .replace("{{authorization}}\r\n", authorization)
                .replace("{{length}}", String.valueOf(bytes.length));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return answer(socket.getInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Answer answer(InputStream stream) throws IOException {
        String head = "";
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (!head.endsWith("\r\n\r\n")) {
            read.write(stream.read());
            head = read.toString(StandardCharsets.ISO_8859_1);
        }
        byte[] body = head.toLowerCase(java.util.Locale.ROOT).contains("transfer-encoding: chunked")
                ? chunks(stream)
                : stream.readNBytes(Integer.parseInt(head.replaceAll("(?is).*content-length: (\\d+).*", "$1")));
        return new Answer(Integer.parseInt(head.substring(9, 12)), head, JSON.readTree(body));
    }

    private static byte[] chunks(InputStream stream) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int length = length(stream); length > 0; length = length(stream)) {
            body.write(stream.readNBytes(length));
            stream.readNBytes(2);
        }
        return body.toByteArray();
    }

    private static int length(InputStream stream) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = stream.read(); read != '\n'; read = stream.read()) {
            line.append((char) read);
        }
        return Integer.parseInt(line.toString().strip(), 16);
    }

    /** Files are kept with line feeds alone where git might change them; the wire has both. */
    private static String recorded(String file) {
        try {
            return Files.readString(Path.of("src/test/resources/modeler", file)).replace("\n", "\r\n");
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
