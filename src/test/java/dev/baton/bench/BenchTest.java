package dev.baton.bench;

import dev.baton.outbox.Outbox;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.SettableClock;
import dev.baton.testkit.SignInLink;
import dev.baton.testkit.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The example team with its workflows, whom nobody writes to. */
@BatonTest
@TestPropertySource(properties = {"baton.outbox.sending=false", "baton.api.tokens.tests=the-token"})
abstract class BenchTest {

    static final String NADIA = "nadia@example.com";
    static final String OLIVER = "oliver@example.com";
    static final String INES = "ines@example.com";
    static final String TOKEN = "the-token";

    @Autowired
    Outbox outbox;

    @Autowired
    SettableClock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void monday() {
        clock.set(SettableClock.START);
    }

    Visitor visitor() {
        return Visitor.of(port);
    }

    Visitor signedIn(String address) {
        return visitor().signsIn(address, this::signInLink);
    }

    /** The link of the newest mail. */
    String signInLink() {
        return SignInLink.newestIn(outbox);
    }

    /** One of our workflows, as if it were another: with this id, this prefix, and no address or word that leads to it. */
    static String workflow(String key, String prefix) {
        return ours("landing-page-update")
                .replace("id=\"landing-page-update\"", "id=\"" + key + "\"")
                .replaceAll("bpmnElement=\"landing-page-update\"", "bpmnElement=\"" + key + "\"")
                .replaceAll("(name=\"owner\" value=)\"[^\"]*\"", "$1\"" + NADIA + "\"")
                .replaceAll("(name=\"prefix\" value=)\"[^\"]*\"", "$1\"" + prefix + "\"")
                .replaceAll("(?m)^.*name=\"(addresses|keywords)\".*$", "");
    }

    static String ours(String key) {
        try {
            return Files.readString(Path.of("bpmn", key + ".bpmn"));
        } catch (IOException missing) {
            throw new IllegalStateException("No " + key, missing);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
