package dev.baton.inbox;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replies as the common programs write them, in many languages: the pages of {@code own-words/} put together. */
final class OwnWordsFixtures {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9]{1,20})(\\|[a-z]{1,10})?}");
    private static final String EXPECTED = "@=\n";

    private OwnWordsFixtures() {}

    /** One reply, what part of a mail it is, and the lines that its writer wrote, empty ones left out. */
    record Reply(String client, String part, String kind, String language, String body, List<String> own) {

        OwnWords read() {
            return part.equals("html") ? OwnWords.of(null, body) : OwnWords.of(body, null);
        }

        boolean isMatched() {
            return linesOf(read().own()).equals(own);
        }

        boolean answersInside() {
            return kind.equals("inline") || kind.equals("both");
        }

        boolean loses() {
            String kept = read().own();
            return own.stream().anyMatch(line -> !kept.contains(line));
        }

        /** The lines of the whole body. */
        List<String> lines() {
            return linesOf(part.equals("html") ? HtmlText.plain(body) : body);
        }

        String program() {
            return client + " " + part;
        }
    }

    /** A mail of Tom's that somebody passes on. */
    record PassedOn(String name, String part, String subject, String body, String note, String about, String text) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<String> linesOf(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The usual replies, once per language. */
    static List<Reply> usual() {
        Properties languages = properties("languages.properties");
        List<Reply> replies = new ArrayList<>();
        for (String section : sections("clients.txt")) {
            String[] head = section.lines().findFirst().orElseThrow().split(" ");
            String body = section.substring(section.indexOf('\n') + 1);
            for (String language : languages(languages)) {
                List<String> own = own(head[2]).stream()
                        .map(place -> filled(place, language, languages))
                        .toList();
                replies.add(new Reply(head[0], head[1], head[2], language, filled(body, language, languages), own));
            }
        }
        return replies;
    }

    /** Those that are not as usual. */
    static List<Reply> odd() {
        return single("odd.txt");
    }

    /** Those whose last words turn the first; the own words are those that do. */
    static List<Reply> turns() {
        return single("turns.txt");
    }

    private static List<Reply> single(String name) {
        return sections(name).stream()
                .map(section -> {
                    String head = section.lines().findFirst().orElseThrow();
                    int part = head.lastIndexOf(' ');
                    int expected = section.indexOf(EXPECTED);
                    return new Reply(
                            head.substring(0, part),
                            head.substring(part + 1),
                            "odd",
                            "odd",
                            section.substring(head.length() + 1, expected),
                            linesOf(section.substring(expected + EXPECTED.length())));
                })
                .toList();
    }

    /** Mails that are passed on, once per language. */
    static List<PassedOn> passedOn() {
        Properties languages = properties("languages.properties");
        List<PassedOn> mails = new ArrayList<>();
        for (String section : sections("forwards.txt")) {
            String[] head = section.lines().findFirst().orElseThrow().split(" ");
            String body = section.substring(section.indexOf('\n') + 1);
            for (String language : languages(languages)) {
                String mark = head[2].equals("mark") ? languages.getProperty(language + ".mark") : head[2];
                String about = filled("{ask2}", language, languages);
                mails.add(new PassedOn(
                        head[0] + " " + head[1] + " " + language,
                        head[1],
                        mark + ": " + about,
                        filled(body, language, languages),
                        filled("{own}", language, languages),
                        about,
                        filled("{ask}", language, languages)));
            }
        }
        return mails;
    }

    private static Set<String> languages(Properties languages) {
        return new TreeSet<>(languages.stringPropertyNames().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .toList());
    }

    static Properties properties(String name) {
        Properties properties = new Properties();
        try (InputStreamReader in = open(name)) {
            properties.load(in);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return properties;
    }

    private static List<String> sections(String name) {
        try (InputStreamReader in = open(name)) {
            StringWriter text = new StringWriter();
            in.transferTo(text);
            return List.of(text.toString().split("(?m)^@ ")).stream()
                    .filter(section -> !section.startsWith("#"))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static InputStreamReader open(String name) {
        return new InputStreamReader(
                Objects.requireNonNull(OwnWordsFixtures.class.getResourceAsStream("/own-words/" + name), name),
                StandardCharsets.UTF_8);
    }

    private static List<String> own(String kind) {
        return switch (kind) {
            case "none" -> List.of();
            case "inline" -> List.of("{own}", "{own3}");
            case "both" -> List.of("{own}", "{own2}", "{own3}");
            default -> List.of("{own}", "{own2}");
        };
    }

    private static String filled(String template, String language, Properties languages) {
        return PLACE.matcher(template).replaceAll(place -> {
            String key = language + "." + place.group(1);
            return Matcher.quoteReplacement(
                    shown(Objects.requireNonNull(languages.getProperty(key), key), String.valueOf(place.group(2))));
        });
    }

    private static String shown(String value, String how) {
        return switch (how) {
            case "|html" -> value.replace("<", "&lt;").replace(">", "&gt;");
            case "|wrapped" -> value.replace(" <", "\n<");
            default -> value;
        };
    }
}
