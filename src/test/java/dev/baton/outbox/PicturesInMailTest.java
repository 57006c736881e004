package dev.baton.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.SettableClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What mail programs get in place of SVG. */
class PicturesInMailTest {

    private static final Drawing DRAWING = new Drawing();

    static final String CIRCLE = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="40 0 120 80" width="120" height="80" font-family="sans-serif">
            <rect x="40" width="120" height="80" fill="#ffffff"/><circle cx="100" cy="40" r="30" fill="#0b5c61"/>
            <text x="100" y="40" text-anchor="middle">Review</text></svg>""";

    private static QueuedMail showing(String svg) {
        MailPicture.Shown shown = new MailPicture(svg, "The work is at: Review.", 120).shown();
        String html = "<!DOCTYPE html><html><head><title>x</title></head><body><p>Here</p><img src=\"" + shown.source()
                + "\" alt=\"" + shown.says() + "\"><p>There</p></body></html>";
        return new WrittenMail(
                        "<baton.launch-1.5f@example.com>",
                        EmailAddress.of("nadia@example.com"),
                        EmailAddress.of("requests@example.com"),
                        RequestRef.of("LAUNCH-1"),
                        "x",
                        "x",
                        html,
                        List.of(),
                        "acknowledgement",
                        null,
                        MailKind.NOW,
                        null)
                .queued(1, SettableClock.START);
    }

    @Test
    void aPictureGoesOutAsAPngThatTheHtmlNames() throws IOException {
        PicturesInMail made = PicturesInMail.of(showing(CIRCLE), DRAWING);

        Element picture = Jsoup.parse(made.html()).select("img").first();
        assertThat(picture.attr("src")).isEqualTo("cid:baton-picture.1.baton.launch-1.5f@example.com");
        assertThat(picture.attr("alt")).isEqualTo("The work is at: Review.");
        BufferedImage png =
                ImageIO.read(new ByteArrayInputStream(made.parts().get(0).png()));
        assertThat(List.of(png.getWidth(), png.getHeight())).containsExactly(240, 160);
        assertThat(png.getRGB(2, 2)).as("the ground").isEqualTo(0xffffffff);
        assertThat(png.getRGB(120, 120)).as("the circle").isEqualTo(0xff0b5c61);
        assertThat(MailPicture.isOurs(made.parts().get(0).contentId())).isTrue();
    }

    @Test
    void aMailWithoutPicturesIsLeftAsItIs() {
        QueuedMail mail = showing(CIRCLE);
        QueuedMail plain = new WrittenMail(
                        mail.messageId(),
                        mail.to(),
                        mail.replyTo(),
                        null,
                        "x",
                        "x",
                        "<p>Odd<p >HTML",
                        List.of(),
                        "x",
                        null,
                        MailKind.NOW,
                        null)
                .queued(1, SettableClock.START);

        assertThat(PicturesInMail.of(plain, DRAWING)).isEqualTo(new PicturesInMail("<p>Odd<p >HTML", List.of()));
    }

    @Test
    void whatCannotBeDrawnIsThereInItsWords() {
        for (String svg :
                List.of("no picture", "<svg", "", CIRCLE.replace("120", "99999"), CIRCLE.replace("80", "-1"))) {
            PicturesInMail made = PicturesInMail.of(showing(svg), DRAWING);

            assertThat(made.parts()).as(svg).isEmpty();
            assertThat(Jsoup.parse(made.html()).body().text()).isEqualTo("Here The work is at: Review. There");
            assertThat(made.html()).doesNotContain("svg", "cid:");
        }
    }

    @Test
    void aPictureFetchesNothingFromElsewhere() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            String external = CIRCLE.replace(
                    "<circle",
                    "<image href=\"" + address + "/i.png\" width=\"9\" height=\"9\"/><use href=\"" + address
                            + "/u.svg#a\"/><style>@import url('" + address + "/s.css');</style><circle");
            DRAWING.png("<!DOCTYPE svg SYSTEM \"" + address + "/x.dtd\" [<!ENTITY e SYSTEM \"" + address + "/e\">]>"
                    + external.replace("Review", "&e;"));

            assertThat(DRAWING.png(external)).isPresent();
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aServerWithoutFontsSendsTheMailWithTheWords(@TempDir Path folder) throws Exception {
        Path noFonts = Files.writeString(
                folder.resolve("fonts.conf"),
                "<?xml version=\"1.0\"?><fontconfig><cachedir>" + folder + "</cachedir></fontconfig>");
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                WithoutFonts.class.getName());
        java.environment().put("FONTCONFIG_FILE", noFonts.toString());
        java.redirectErrorStream(true);
        Process process = java.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("Here The work is at: Review. There");
    }

    /** In a process of its own, since Java looks for fonts once. */
    static final class WithoutFonts {

        public static void main(String[] none) {
            PicturesInMail made = PicturesInMail.of(showing(CIRCLE), new Drawing());
            Optional<String> words = Optional.of(Jsoup.parse(made.html()).body().text())
                    .filter(text -> made.parts().isEmpty());
            System.out.println(words.orElse("It was drawn"));
        }

        private WithoutFonts() {}
    }
}
