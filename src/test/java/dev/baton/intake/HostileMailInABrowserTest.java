package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inbox.LedgerEntry;
import dev.baton.testkit.Browser;
import dev.baton.testkit.TestMail;
import dev.baton.testkit.Trap;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A mail that was made to run, load, send and lead away, on the page that shows it. */
class HostileMailInABrowserTest extends IntakeTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    private static final String HOSTILE = """
            <html><head>
            <base href="TRAP/base/">
            <meta http-equiv="refresh" content="0;url=TRAP/refresh">
            <link rel="stylesheet" href="TRAP/sheet.css"><link rel="prefetch" href="TRAP/prefetch">
            <link rel="preload" as="image" href="TRAP/preload.png"><link rel="dns-prefetch" href="TRAP/">
            <style>@import url("TRAP/import.css"); body { background: url(TRAP/body.png) }
              @font-face { font-family: x; src: url(TRAP/font.woff) } p { font-family: x }</style>
            <script>document.title = 'script ran'; new Image().src = 'TRAP/script'</script>
            <script src="TRAP/script.js"></script>
            </head>
            <body onload="new Image().src='TRAP/onload'" background="TRAP/background.png">
            <h1>Spring offer</h1>
            <p onclick="new Image().src='TRAP/onclick'">Ten percent off for <b>hospitals</b>, until Friday.</p>
            <img src="TRAP/pixel.gif" alt="Our poster" width="1" height="1">
            <img srcset="TRAP/small.png 1x, TRAP/large.png 2x" alt=""><img src=x onerror="new Image().src='TRAP/onerror'">
            <picture><source srcset="TRAP/source.webp"><img src="TRAP/fallback.png"></picture>
            <div style="background-image: url('TRAP/style.png'); position: fixed; inset: 0">over everything</div>
            <div style="list-style-image:url(TRAP/list.png);content:url(TRAP/content.png)">styled</div>
            <svg width="10" height="10"><image href="TRAP/svg.png"/><script>new Image().src='TRAP/svg'</script></svg>
            <iframe src="TRAP/iframe"></iframe><iframe srcdoc="<img src='TRAP/srcdoc'>"></iframe>
            <object data="TRAP/object.swf"></object><embed src="TRAP/embed.swf">
            <video src="TRAP/video.mp4" poster="TRAP/poster.png" autoplay></video><audio src="TRAP/audio.mp3" autoplay></audio>
            <form action="TRAP/form" method="post"><input name="password" autofocus><input type="image" src="TRAP/image.png">
              <button formaction="TRAP/formaction">Confirm your password</button></form>
            <a href="javascript:new Image().src='TRAP/javascript'">Run me</a>
            <a href="TRAP/page" ping="TRAP/ping" target="_top" rel="opener">Read it in your browser</a>
            <table background="TRAP/table.png"><tr><td background="TRAP/cell.png">In a table</td></tr></table>
            </body></html>
            """;

    @Test
    void itsWordsAreReadAndNothingOfItRunsLoadsSendsOrLeadsAway() {
        try (Trap trap = Trap.set();
                Browser browser = Browser.at(port)) {
            LedgerEntry entry = arrives(TestMail.from("Shop <shop@advertising.example>")
                    .about("Spring offer")
                    .with("Content-Type", "text/html; charset=utf-8")
                    .saying(HOSTILE.replace("TRAP", trap.address(""))));
            signIn(browser, "admin@example.com");

            browser.open("/ledger/" + entry.id()).wide(1280).click("As its sender made it");
            assertThat(browser.textInFrame("iframe.mail"))
                    .contains("Spring offer", "Ten percent off for hospitals", "In a table");
            browser.pictureOf("iframe.mail", PICTURES.resolve("ledger-hostile-frame.png"));
            browser.pictures(PICTURES, "ledger-hostile").readsWellEverywhere();
            assertThat(browser.address()).endsWith("/ledger/" + entry.id());
            assertThat(trap.asked()).isEmpty();

            assertThat(browser.opensApart("iframe.mail", "Read it in your browser"))
                    .as("the title of a page that shows its opener and referrer")
                    .isEqualTo("caught");
            assertThat(browser.address()).endsWith("/ledger/" + entry.id());
            browser.open("/ledger/" + entry.id() + "/html");
            assertThat(browser.text()).contains("Spring offer");
            assertThat(browser.address()).endsWith("/html");
            assertThat(trap.asked()).containsExactly("GET /page");
        }
    }

    @Test
    void aMailWithManyHeadersNotesAndPartsReadsWellEverywhere() {
        String received = IntStream.range(0, 60)
                .mapToObj(hop -> "from relay" + hop + ".a-very-long-name-of-a-relay-in-between.example (unknown"
                        + " [192.0.2." + hop + "]) by mx.example.com with ESMTPS id " + "abcdef0123456789".repeat(6))
                .collect(Collectors.joining("\r\nReceived: "));
        LedgerEntry entry = arrives(TestMail.from(PETRA)
                .to("requests+launch@example.com")
                .about("Antwort: " + "Frühjahrskampagne für Krankenhäuser und Arztpraxen ".repeat(6))
                .with("Received", received)
                .with("X-Spam-Report", "x".repeat(3_000))
                .with("Content-Type", "multipart/mixed; boundary=part")
                .saying(
                        "--part\r\nContent-Type: text/plain; charset=x-unknown-9\r\nContent-Transfer-Encoding: x-odd\r\n\r\n"
                                + COMPLETE.replace("\n", "\r\n") + "\r\n" + "https://shop.example/".repeat(40)
                                + "\r\n--part\r\nContent-Type: application/pdf; name=\"" + "a-long-name-".repeat(12)
                                + ".pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!not base64!!!\r\n"));
        try (Browser browser = Browser.at(port)) {
            signIn(browser, "admin@example.com");
            browser.open("/ledger/" + entry.id());
            browser.click("All headers");
            browser.pictures(PICTURES, "ledger-long").readsWellEverywhere();
            assertThat(ledger.find(entry.id()).orElseThrow().notes()).isNotEmpty();
            assertThat(browser.text())
                    .contains(ledger.find(entry.id()).orElseThrow().notes())
                    .contains("relay59");
            browser.open("/ledger/" + entry.id() + "/source")
                    .pictures(PICTURES, "ledger-source")
                    .readsWellEverywhere();
        }
    }
}
