package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testkit.BatonProcess;
import dev.baton.testkit.BesideOthers;
import dev.baton.testkit.ChosenFile;
import dev.baton.testkit.Correspondent;
import dev.baton.testkit.Correspondent.Letter;
import dev.baton.testkit.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever does what docs/process-owners.md says gets what it promises. */
@BesideOthers
class GuideTest {

    private static final Path GUIDE = Path.of("docs/process-owners.md");
    private static final Path EXAMPLES = Path.of("docs/guide");
    private static final String PETRA = "petra@customer.example";
    private static final String TOM = "tom@example.com";

    @TempDir
    Path folder;

    private final int smtp = BatonProcess.freePort();
    private final int imap = BatonProcess.freePort();

    @Test
    void everyPieceOfAModelStandsInAnExampleThatTheGuideLinks() throws IOException {
        String guide = Files.readString(GUIDE);
        List<String> examples = all(guide, "\\]\\((guide/[a-z0-9.-]+)\\)")
                .distinct()
                .map(link -> flat(read(GUIDE.resolveSibling(link))))
                .toList();

        List<String> pieces = all(guide, "(?s)```(?:xml|html)\n(.*?)```").toList();

        assertThat(pieces).hasSizeGreaterThan(8);
        assertThat(pieces)
                .allSatisfy(piece -> assertThat(examples)
                        .anySatisfy(example -> assertThat(example).contains(flat(piece))));
        assertThat(all(guide, "\\]\\((pictures/[a-z0-9.-]+)\\)"))
                .allSatisfy(picture -> assertThat(GUIDE.resolveSibling(picture)).isRegularFile());
    }

    @Test
    void itsExamplesHaveNothingToMendAndAreRunByMail() throws IOException {
        Path templates = Files.createDirectory(folder.resolve("mail-templates"));
        Files.copy(EXAMPLES.resolve("press-quote.html"), templates.resolve("press-quote.html"));
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("spring.profiles.active", "embedded");
        properties.put("spring.datasource.url", "jdbc:h2:file:" + folder.resolve("baton"));
        properties.put("baton.embedded.smtp-port", String.valueOf(smtp));
        properties.put("baton.embedded.imap-port", String.valueOf(imap));
        properties.put("baton.embedded.examples", "false");
        properties.put("baton.mail-templates", templates.toString());
        try (BatonProcess baton = BatonProcess.start(properties).up()) {
            deploys(baton, "newsletter.bpmn");
            deploys(baton, "press-release.bpmn", "press-desk.dmn");
            aNewsletterItemIsPrinted(baton);
            aPressReleaseGoesOut();
            deploys(baton, "newsletter-2.bpmn");
        }
    }

    private void aNewsletterItemIsPrinted(BatonProcess baton) {
        Correspondent petra = person(PETRA);
        petra.writes(
                "requests+newsletter@example.com",
                "New scanner in the May newsletter",
                "Which product or event is it?: The new scanner\nWhat should readers know?: It is half as heavy.");
        Correspondent tom = person(TOM);
        tom.answers(tom.awaitsSubject("Write the text"), "Text is ready\n\nOur new scanner weighs half.");
        Visitor visitor = baton.visitor();
        visitor.presses(
                "Print it",
                visitor.opens(petra.awaitsSubject("Approve the text").link("/t/")));
        assertThat(petra.awaitsSubject("Done").subject()).startsWith("[NEWS-1]");
    }

    private void aPressReleaseGoesOut() {
        Correspondent petra = person(PETRA);
        petra.writes(
                "requests+press@example.com",
                "Design prize",
                "What is the news?: The scanner won the design prize.\nFor which press?: Europe\nNot before: "
                        + LocalDate.now(ZoneId.of("Europe/Berlin")).minusDays(1));
        Correspondent tom = person(TOM);
        tom.answers(tom.awaitsSubject("Write the release"), "The release is written\n\nOur scanner won.");
        for (String approver : List.of("maria@example.com", "ben@example.com")) {
            Correspondent legal = person(approver);
            legal.answers(legal.awaitsSubject("Approve the release"), "Approve");
        }
        Letter quote = petra.awaitsSubject("May we quote you");
        assertThat(quote.text()).contains("> The scanner won the design prize.");
        petra.answers(quote, "Yes, I agree.");
        tom.answers(tom.awaitsSubject("Send it to the press"), "It is out\n\nSent to 40 editors.");
        assertThat(petra.awaitsSubject("Done: Design prize").subject()).startsWith("[PRESS-1]");
    }

    private static void deploys(BatonProcess baton, String... names) {
        List<ChosenFile> files = List.of(names).stream()
                .map(name -> new ChosenFile(
                        "file", name.replace("-2", ""), "application/octet-stream", bytes(EXAMPLES.resolve(name))))
                .toList();
        Visitor.Answer deployed = baton.visitor().sends("/api/models", "demo", files);
        assertThat(deployed.status()).as("%s", deployed.body()).isEqualTo(201);
        assertThat(deployed.body()).contains("\"findings\":[]");
    }

    private Correspondent person(String address) {
        return Correspondent.of(address, smtp, imap);
    }

    private static java.util.stream.Stream<String> all(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    /** Without the space at the beginning of lines. */
    private static String flat(String text) {
        return text.strip().replaceAll("\\s*\n\\s*", "\n");
    }

    private static String read(Path file) {
        return new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
