package dev.baton.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Files that no owner means to send and somebody will, and how an answer to them may not sound. */
public final class BadFiles {

    private static final Pattern JARGON =
            Pattern.compile("Exception|cvc-|ENGINE-|org\\.|java\\.|com\\.sun|\\bnull\\b|\\bat \\w+\\.");

    private BadFiles() {}

    /** By the names of files; each has something in it that must be mended. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        String good = new String(Drawing.good().bytes(), StandardCharsets.UTF_8);
        files.put("zip.bpmn", new byte[] {'P', 'K', 3, 4, 20, 0});
        files.put(
                "bomb.bpmn", text("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"b\">" + bomb() + "]><a>&b9;</a>"));
        files.put("file.bpmn", text("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"));
        files.put("server.bpmn", text("<!DOCTYPE a [<!ENTITY % b SYSTEM \"http://127.0.0.1:1/b\">%b;]><a/>"));
        files.put(
                "schema.bpmn",
                text(good.replace("id=\"definitions\"", "xsi:schemaLocation=\"urn:x http://127.0.0.1:1/x\"")));
        files.put("latin.bpmn", good.replace("Small", "Schl\u00fcssel").getBytes(StandardCharsets.ISO_8859_1));
        files.put("wide.bpmn", good.getBytes(StandardCharsets.UTF_16));
        files.put("klingon.bpmn", text(good.replace("UTF-8", "klingon")));
        files.put("half.bpmn", text(good.substring(0, good.length() / 2)));
        files.put("twice.bpmn", text(good.replace("id=\"end\"", "id=\"start\"")));
        files.put("spaces.bpmn", text(good.replace("\"look\"", "\"look at it\"")));
        files.put("unbound.bpmn", text(good.replace("xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\"", "")));
        files.put("deep.bpmn", text("<a>".repeat(100_000)));
        files.put("empty.bpmn", new byte[0]);
        files.put("nothing.bpmn", new byte[1_000]);
        files.put("words.dmn", text("Draw something"));
        files.put("swapped.dmn", text(good.replace("isExecutable=\"true\"", "isExecutable=\"no\"")));
        return files;
    }

    /** A folder with all of them, and with one of 50 MB. */
    static Path in(Path folder) {
        try {
            for (Map.Entry<String, byte[]> file : all().entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            Files.write(folder.resolve("huge.bpmn"), new byte[50_000_000]);
            return folder;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Says that these words are for people who draw workflows, not for those who program them. */
    public static void plain(String words) {
        assertThat(words).isNotBlank().doesNotContainPattern(JARGON);
    }

    private static String bomb() {
        StringBuilder entities = new StringBuilder("<!ENTITY b0 \"boom\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY b%d \"%s\">".formatted(i, ("&b" + (i - 1) + ";").repeat(10)));
        }
        return entities.toString();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
