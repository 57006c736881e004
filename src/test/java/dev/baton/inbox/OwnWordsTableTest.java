package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.inbox.OwnWordsFixtures.Reply;
import dev.baton.testkit.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How often exactly the own words of a reply are found, per program and language; printed as a table. */
class OwnWordsTableTest {

    private static final double AIM = 95.0;

    private final List<Reply> usual = OwnWordsFixtures.usual();

    @Test
    void ofTheUsualRepliesAtLeast95InAHundredGiveExactlyTheirOwnWords() {
        System.out.println(table(usual));

        assertThat(share(usual)).isGreaterThanOrEqualTo(AIM);
    }

    @Test
    void noAnswerInsideAQuoteIsLost() {
        assertThat(usual.stream().filter(Reply::answersInside).filter(Reply::loses))
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> oddRepliesGiveTheirOwnWordsToo() {
        return OwnWordsFixtures.odd().stream()
                .map(reply -> DynamicTest.dynamicTest(
                        reply.client(),
                        () -> assertThat(OwnWordsFixtures.linesOf(reply.read().own()))
                                .isEqualTo(reply.own())));
    }

    @Test
    void everyLineOfAReplyIsEitherOwnOrCut() {
        Stream.concat(usual.stream(), OwnWordsFixtures.odd().stream()).forEach(reply -> {
            OwnWords words = reply.read();
            assertThat(Wording.of(String.join("\n", reply.lines()))
                            .beyond(Wording.of(words.own() + "\n" + words.cut())))
                    .as("words of %s %s in neither", reply.client(), reply.language())
                    .isZero();
        });
    }

    @Test
    void ofBothPartsTogetherTheOwnWordsComeOutToo() {
        List<Reply> texts =
                usual.stream().filter(reply -> reply.part().equals("text")).toList();
        for (Reply html : usual) {
            if (html.part().equals("html")) {
                texts.stream()
                        .filter(text -> text.language().equals(html.language())
                                && text.kind().equals(html.kind()))
                        .forEach(text -> assertThat(OwnWordsFixtures.linesOf(
                                        OwnWords.of(text.body(), html.body()).own()))
                                .as("%s with %s, %s", text.client(), html.client(), html.language())
                                .isEqualTo(html.own()));
            }
        }
    }

    @Test
    void ofTheRealRepliesOfOthersAtLeast95InAHundredGiveExactlyTheirOwnWords() throws IOException {
        assumeTrue(Files.isDirectory(Corpus.folder()), "Skipped: there is no corpus of real mail");
        List<Reply> real = real();
        System.out.println(table(real));

        assertThat(share(real)).isGreaterThanOrEqualTo(AIM);
    }

    private static List<Reply> real() throws IOException {
        List<Reply> real = new ArrayList<>();
        try (Stream<Path> mails = Files.list(Corpus.folder().resolve("talon/standard_replies"))) {
            for (Path mail : mails.filter(path -> path.toString().endsWith(".eml"))
                    .sorted()
                    .toList()) {
                ReceivedMail read = ReadMails.read(Files.readAllBytes(mail));
                // Read as a mail, and shown as the text that came out.
                real.add(new Reply("talon", "mail", "top", name(mail), read.text(), List.of("Hello")));
            }
        }
        try (Stream<Path> pages = Files.list(Corpus.folder().resolve("talon/html_replies"))) {
            for (Path page : pages.sorted().toList()) {
                List<String> own = List.of("Hi. I am fine.", "Thanks,", "Alex");
                real.add(new Reply("talon", "html", "top", name(page), Files.readString(page), own));
            }
        }
        Properties lines = OwnWordsFixtures.properties("corpus.properties");
        for (String name : new TreeSet<>(lines.stringPropertyNames())) {
            String text = Files.readString(Corpus.folder().resolve("email-reply-parser/" + name + ".txt"));
            List<String> own = written(text.lines().toList(), lines.getProperty(name));
            real.add(new Reply("reply-parser", "text", "odd", name, text, own));
        }
        return real;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static List<String> written(List<String> lines, String ranges) {
        List<String> own = new ArrayList<>();
        for (String range : ranges.split(" ")) {
            String[] ends = range.split("-");
            own.addAll(lines.subList(Integer.parseInt(ends[0]) - 1, Integer.parseInt(ends[ends.length - 1])));
        }
        return OwnWordsFixtures.linesOf(String.join("\n", own));
    }

    private static double share(List<Reply> replies) {
        return replies.stream().filter(Reply::isMatched).count() * 100.0 / replies.size();
    }

    private static String table(List<Reply> replies) {
        Set<String> languages = new TreeSet<>(column(replies, Reply::language));
        boolean wide = languages.size() <= 25;
        StringBuilder table = new StringBuilder(String.format("%n%-22s", "exact of all"));
        if (wide) {
            languages.forEach(language -> table.append(String.format("%6s", language)));
        }
        for (String program : column(replies, Reply::program)) {
            List<Reply> its = replies.stream()
                    .filter(reply -> reply.program().equals(program))
                    .toList();
            table.append(String.format("%n%-22s", program));
            if (wide) {
                languages.forEach(language -> table.append(String.format(
                        "%6s",
                        counted(its.stream()
                                .filter(reply -> reply.language().equals(language))
                                .toList()))));
            } else {
                table.append(counted(its));
            }
        }
        table.append(String.format("%nall: %s, %.1f %%", counted(replies), share(replies)));
        replies.stream()
                .filter(reply -> !reply.isMatched())
                .forEach(reply -> table.append(
                        String.format("%nnot exact: %s %s %s", reply.program(), reply.kind(), reply.language())));
        return table.toString();
    }

    private static String counted(List<Reply> replies) {
        return replies.stream().filter(Reply::isMatched).count() + "/" + replies.size();
    }

    private static Set<String> column(List<Reply> replies, Function<Reply, String> of) {
        return replies.stream().map(of).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
