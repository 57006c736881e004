package dev.baton.inbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes raw messages, header by header, with nothing added. */
record RawMail(List<String> headers, String body) {

    static RawMail of(String subject) {
        return new RawMail(List.of(), "Hello,\r\nplease do it.\r\n")
                .with("From", "Nadia <nadia@example.com>")
                .with("To", "requests@example.com")
                .with("Subject", subject)
                .with("Message-ID", "<" + subject.replace(' ', '.') + "@mail.example.com>");
    }

    static RawMail bare(String body) {
        return new RawMail(List.of(), body);
    }

    RawMail with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name + ": " + value);
        return new RawMail(more, body);
    }

    RawMail without(String name) {
        return new RawMail(
                headers.stream().filter(line -> !line.startsWith(name + ":")).toList(), body);
    }

    RawMail saying(String text) {
        return new RawMail(headers, text);
    }

    byte[] bytes() {
        String head = headers.isEmpty() ? "" : String.join("\r\n", headers) + "\r\n";
        return (head + "\r\n" + body).getBytes(StandardCharsets.UTF_8);
    }
}
