package dev.baton.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A raw mail as a person's mail program writes it, each with a Message-ID of its own; any header can be changed or left out. */
public final class TestMail {

    private static final AtomicInteger WRITTEN = new AtomicInteger();

    private record File(String name, String type, byte[] content) {}

    private final Map<String, String> headers;
    private final String text;
    private final List<File> files;

    private TestMail(Map<String, String> headers, String text, List<File> files) {
        this.headers = headers;
        this.text = text;
        this.files = files;
    }

    /** A mail from this person, {@code Petra <petra@customer.example>}, to the intake address. */
    public static TestMail from(String sender) {
        return new TestMail(new LinkedHashMap<>(), "", List.of())
                .with("From", sender)
                .with("To", "requests@example.com")
                .with("Date", "Mon, 02 Mar 2026 09:00:00 +0100")
                .with("Message-ID", "<mail-" + WRITTEN.incrementAndGet() + "@programs.example>");
    }

    public TestMail to(String recipients) {
        return with("To", recipients);
    }

    public TestMail about(String subject) {
        return with("Subject", subject);
    }

    public TestMail saying(String words) {
        return new TestMail(headers, words, files);
    }

    /**
     * As a report of this type, with a part for people and two for machines.
     *
     * @param report such as {@code multipart/report; report-type=delivery-status}
     */
    public TestMail reporting(String report, String words, String type, String fields, String returned, String mail) {
        String parts =
                "--report\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + words + "\r\n--report\r\nContent-Type: "
                        + type + "\r\n\r\n" + fields.replace("\n", "\r\n") + "\r\n--report\r\nContent-Type: " + returned
                        + "\r\n\r\n" + mail.replace("\n", "\r\n") + "\r\n--report--\r\n";
        return with("Content-Type", report + "; boundary=report").saying(parts);
    }

    /** As an answer to the mail with this Message-ID. */
    public TestMail answering(String messageId) {
        return with("In-Reply-To", messageId);
    }

    public TestMail with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new TestMail(more, text, files);
    }

    public TestMail without(String header) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new TestMail(fewer, text, files);
    }

    public TestMail attaching(String name, String type, byte[] content) {
        List<File> more = new ArrayList<>(files);
        more.add(new File(name, type, content));
        return new TestMail(headers, text, more);
    }

    /** The bytes as they go over the wire. */
    public byte[] raw() {
        String head = headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        return (head + body()).getBytes(StandardCharsets.UTF_8);
    }

    private String body() {
        if (headers.containsKey("Content-Type")) {
            return "\r\n" + text;
        }
        String plain = "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text.replace("\n", "\r\n") + "\r\n";
        if (files.isEmpty()) {
            return plain;
        }
        String parts = files.stream()
                .map(file -> "--part\r\nContent-Type: " + file.type() + "\r\nContent-Transfer-Encoding: base64\r\n"
                        + "Content-Disposition: attachment; filename=\"" + file.name() + "\"\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(file.content()) + "\r\n")
                .collect(Collectors.joining());
        return "Content-Type: multipart/mixed; boundary=part\r\n\r\n--part\r\n" + plain + parts + "--part--\r\n";
    }
}
