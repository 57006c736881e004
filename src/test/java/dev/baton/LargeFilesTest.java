package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.testkit.BatonProcess;
import dev.baton.testkit.BesideOthers;
import dev.baton.testkit.ChosenFile;
import dev.baton.testkit.Databases;
import dev.baton.testkit.TestMail;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as large as they may be, in a process that has the memory it is to make do with. */
@BesideOthers
class LargeFilesTest {

    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void comeBackAsTheyWereFromH2() {
        comeBackAsTheyWere(
                Map.of("spring.datasource.url", "jdbc:h2:file:" + folder.resolve("baton") + ";WRITE_DELAY=0"));
    }

    @Test
    void comeBackAsTheyWereFromPostgres() {
        comeBackAsTheyWere(Databases.postgres());
    }

    private static void comeBackAsTheyWere(Map<String, String> database) {
        Map<String, String> properties = new TreeMap<>(database);
        properties.put("spring.profiles.active", "embedded");
        properties.put("baton.embedded.smtp-port", String.valueOf(BatonProcess.freePort()));
        properties.put("baton.embedded.imap-port", String.valueOf(BatonProcess.freePort()));
        properties.put("baton.embedded.examples", "false");
        try (BatonProcess baton = BatonProcess.start(properties).up()) {
            byte[] film = film(25 * MEGABYTE);
            byte[] cut = film(24 * MEGABYTE + 1);
            List<Answer> statuses = atOnce(Stream.<Supplier<Answer>>generate(() -> () -> sentByForm(baton, film, cut))
                    .limit(3));
            byte[] mailed = film(18_900_000);
            atOnce(statuses.stream().map(status -> () -> {
                assertThat(file(baton, status, "film.mp4")).isEqualTo(film);
                assertThat(file(baton, status, "cut.mp4")).isEqualTo(cut);
                return sentByMail(baton, status, mailed);
            }));
            for (Answer status : statuses) {
                Answer answered = await().atMost(Duration.ofMinutes(1))
                        .until(
                                () -> baton.visitor().opens(status.at().toString()),
                                page -> page.body().contains("mailed.mp4"));
                assertThat(file(baton, answered, "mailed.mp4")).isEqualTo(mailed);
            }
        }
    }

    /** Not by a parallel stream: that would share the threads that tests run in. */
    private static <T> List<T> atOnce(Stream<Supplier<T>> works) {
        return works.map(CompletableFuture::supplyAsync).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private static Answer sentByForm(BatonProcess baton, byte[] film, byte[] cut) {
        Visitor petra = baton.visitor();
        Answer status = petra.presses(
                "Send the request",
                petra.opens("/new/landing-page-update"),
                Map.of(
                        "title", "A film for the fair page",
                        "name", "Petra Vogel",
                        "address", "petra@customer.example",
                        "f.page", "https://example.com/fair",
                        "f.change", "Show the film.",
                        "f.claims", "false"),
                List.of(
                        new ChosenFile("f.material", "film.mp4", "video/mp4", film),
                        new ChosenFile("f.material", "cut.mp4", "video/mp4", cut)));
        assertThat(status.at().getPath()).as(status.body()).startsWith("/s/");
        return status;
    }

    private static Answer sentByMail(BatonProcess baton, Answer status, byte[] film) {
        Matcher reference = Pattern.compile("PAGE-\\d+").matcher(status.page().text());
        assertThat(reference.find()).isTrue();
        TestMail mail = TestMail.from("Petra Vogel <petra@customer.example>")
                .about("Re: [" + reference.group() + "] A film for the fair page")
                .saying("Here is a better one.")
                .attaching("mailed.mp4", "video/mp4", film);
        Visitor program = baton.visitor();
        Answer taken = program.send(program.request("/api/inbound")
                .header("Authorization", "Bearer demo")
                .header("Content-Type", "message/rfc822")
                .POST(BodyPublishers.ofByteArray(mail.raw())));
        assertThat(taken.status()).as(taken.body()).isEqualTo(202);
        return taken;
    }

    private static byte[] file(BatonProcess baton, Answer status, String name) {
        String link = status.page().select("a[href*=/files/]").stream()
                .filter(each -> each.text().contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No file " + name + " on\n" + status.body()))
                .absUrl("href");
        return baton.visitor().downloads(link);
    }

    private static byte[] film(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }
}
