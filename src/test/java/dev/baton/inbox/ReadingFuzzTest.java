package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Signatures;
import dev.baton.tasks.Answers;
import dev.baton.testkit.Corpus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;

/**
 * Breaks mails at random and reads them: nothing is thrown, nothing hangs, no word is lost. Some seconds with every build; longer
 * with {@code -Dbaton.fuzz=10m}, from another start with {@code -Dbaton.fuzz.seed=7}. A mail that fails is kept in {@code
 * target/fuzz}.
 */
class ReadingFuzzTest {

    /** Processor time that a mail of less than half a megabyte may take, on a machine that does other things too. */
    private static final double SECONDS = 5;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Pattern FRAME = Pattern.compile("begin [0-7]{3,4} .*|\\s*end\\s*");
    private static final Set<String> LIMITS = Set.of("long-text", "too-many-parts", "unreadable-body");

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Filters filters = new Filters(
            new BatonProperties(URI.create("http://localhost:8080"), EmailAddress.of("requests@example.com"), null),
            new Signatures(new byte[] {1}),
            event -> {});
    private double slowest;

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        if (Corpus.missing().isEmpty()) {
            Corpus.files().stream()
                    .map(Corpus::read)
                    .filter(mail -> mail.length < 200_000)
                    .forEach(seeds::add);
        }
        for (String name : List.of("signed.eml", "signed-streamed.eml", "encrypted.eml")) {
            try (InputStream mail = ReadingFuzzTest.class.getResourceAsStream("/mails/" + name)) {
                seeds.add(Objects.requireNonNull(mail).readAllBytes());
            }
        }
        WorstMails.all().values().forEach(worst -> seeds.add(worst.apply(4_000)));
        OrdinaryMails.all().forEach(seeds::add);
        return seeds;
    }

    @Test
    void whateverIsDoneToAMailItIsRead() throws IOException {
        Duration time = DurationStyle.detectAndParse(System.getProperty("baton.fuzz", "5s"));
        long seed = Long.getLong("baton.fuzz.seed", 1);
        List<byte[]> seeds = seeds();
        long end = System.nanoTime() + time.toNanos();
        int count = 0;
        for (; System.nanoTime() < end; count++) {
            byte[] mail = new Mutations(seeds, seed * 1_000_003 + count).next();
            try {
                check(mail);
            } catch (Throwable failure) {
                throw new AssertionError(
                        "Mail " + count + " from seed " + seed + ", kept in " + kept(mail, seed, count), failure);
            }
        }
        System.out.printf(Locale.ROOT, "Fuzzing: %d mails read in %s, the slowest in %.2f s%n", count, time, slowest);
        assertThat(count).isPositive();
    }

    private void check(byte[] raw) throws IOException {
        long start = threads.getCurrentThreadCpuTime();
        assertThat(NewMail.whole(raw, Arrival.posted(ReadMails.AT)).digest().hex())
                .hasSize(64);
        ReceivedMail mail = ReadMails.read(raw);
        filters.judge(mail);
        Answers.toReview(mail.text());
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
        slowest = Math.max(slowest, seconds);
        assertThat(seconds).isLessThan(SECONDS);
        assertThat(mail.notes()).extracting(Note::key).doesNotContain("unreadable-body");
        for (Attachment file : mail.attachments()) {
            assertThat(file.name()).isNotBlank();
            assertThat(file.content().transferTo(OutputStream.nullOutputStream()))
                    .isEqualTo(file.size());
        }
        nothingIsLost(raw, mail);
    }

    /** Each word of each part that is text is with the own words or with what was taken off, if it is within the limits. */
    private static void nothingIsLost(byte[] raw, ReceivedMail mail) throws IOException {
        if (mail.notes().stream().anyMatch(note -> LIMITS.contains(note.key()))) {
            return;
        }
        String all = mail.text() + "\n" + mail.cut();
        Map<String, Integer> kept = words(all);
        new MimeWalk(LineEnds.readable(raw), ReadingLimits.STANDARD, new Notes()).toItsEnd(found -> {
            if (found.loose() || !found.leaf().isBody()) {
                return;
            }
            String text = BodyText.of(found.content().readAllBytes(), found.leaf(), new Notes());
            String said = found.leaf().isHtml() ? HtmlText.plain(text) : withoutFiles(text);
            if (found.alternatives() > 0) {
                // A broken tag may part a word in the one reading and not in the other.
                MissingLines.of(said, all)
                        .lines()
                        .forEach(line -> assertThat(letters(all)).contains(letters(line)));
            } else {
                words(said)
                        .forEach((word, count) ->
                                assertThat(kept.getOrDefault(word, 0)).as(word).isGreaterThanOrEqualTo(count));
            }
        });
    }

    /** The text without lines that may be of a file: they have no small letters. */
    private static String withoutFiles(String text) {
        if (text.contains("=ybegin")) {
            return "";
        }
        return text.contains("begin ")
                ? text.lines()
                        .filter(line ->
                                !FRAME.matcher(line).matches() && line.chars().anyMatch(Character::isLowerCase))
                        .collect(Collectors.joining("\n"))
                : text;
    }

    private static String letters(String text) {
        return NO_LETTERS.matcher(text).replaceAll("");
    }

    /** How often each word is there. */
    private static Map<String, Integer> words(String text) {
        Map<String, Integer> words = new HashMap<>();
        NO_LETTERS.splitAsStream(text).forEach(word -> words.merge(word, 1, Integer::sum));
        words.remove("");
        return words;
    }

    private static Path kept(byte[] mail, long seed, int count) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/fuzz"));
        return Files.write(folder.resolve("mail-" + seed + "-" + count + ".eml"), mail);
    }
}
