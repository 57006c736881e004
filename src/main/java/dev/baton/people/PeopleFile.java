package dev.baton.people;

import dev.baton.people.YamlPart.Flaw;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * The people file and what it last said. It is read again when it has changed; while it cannot be read at all, what it
 * said before stays true.
 */
@Component
class PeopleFile {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleFile.class);

    private record Read(String version, Roster roster, List<PeopleFinding> findings) {}

    private final Path path;
    private final MessageSource messages;
    private volatile Read last = new Read("", Roster.empty(), List.of());

    PeopleFile(@Value("${baton.people:people.yaml}") Path path, MessageSource messages) {
        this.path = path;
        this.messages = messages;
    }

    Roster roster() {
        return current().roster();
    }

    List<PeopleFinding> findings() {
        return current().findings();
    }

    private Read current() {
        String version = version();
        if (!version.equals(last.version())) {
            readAgain(version);
        }
        return last;
    }

    private synchronized void readAgain(String version) {
        if (version.equals(last.version())) {
            return;
        }
        List<Flaw> flaws = new ArrayList<>();
        Node document = document(flaws);
        Roster roster = document == null ? last.roster() : RosterReader.read(new YamlPart(document, flaws));
        List<PeopleFinding> findings = flaws.stream()
                .sorted(Comparator.comparingInt(Flaw::line))
                .map(this::finding)
                .toList();
        findings.forEach(finding -> LOG.warn("{}", finding));
        last = new Read(version, roster, findings);
    }

    private String version() {
        try {
            return Files.getLastModifiedTime(path) + " " + Files.size(path);
        } catch (IOException missing) {
            return missing.getClass().getName();
        }
    }

    private @Nullable Node document(List<Flaw> flaws) {
        try {
            String text = Files.readString(path);
            Node node = compose(text, flaws);
            if (node == null && flaws.isEmpty()) {
                flaws.add(new Flaw(1, "empty"));
            }
            return node;
        } catch (NoSuchFileException missing) {
            flaws.add(new Flaw(1, "missing"));
        } catch (CharacterCodingException notUtf8) {
            flaws.add(new Flaw(1, "not-utf-8"));
        } catch (IOException unreadable) {
            flaws.add(new Flaw(1, "unreadable", unreadable.toString()));
        }
        return null;
    }

    private static @Nullable Node compose(String text, List<Flaw> flaws) {
        try {
            return new Yaml(new LoaderOptions()).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            flaws.add(new Flaw(line, "no-yaml", String.valueOf(e.getProblem())));
        } catch (ReaderException e) {
            String before = text.substring(0, Math.min(e.getPosition(), text.length()));
            flaws.add(new Flaw(
                    1 + (int) before.chars().filter(c -> c == '\n').count(),
                    "no-yaml",
                    String.valueOf(e.getMessage())));
        } catch (YAMLException e) {
            flaws.add(new Flaw(1, "no-yaml", String.valueOf(e.getMessage())));
        }
        return null;
    }

    private PeopleFinding finding(Flaw flaw) {
        String key = "people.finding." + flaw.code();
        return new PeopleFinding(
                path.toString(),
                flaw.line(),
                messages.getMessage(key, flaw.arguments(), Locale.ENGLISH),
                messages.getMessage(key + ".fix", flaw.arguments(), Locale.ENGLISH));
    }
}
