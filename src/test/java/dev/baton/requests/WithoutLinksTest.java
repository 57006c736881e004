package dev.baton.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shared.Signatures;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;

class WithoutLinksTest {

    private static final Signatures SIGNATURES = new Signatures("a key of this test".getBytes(StandardCharsets.UTF_8));
    private static final String TOKEN = SIGNATURES.token("action", "4711");

    private final WithoutLinks withoutLinks = withoutLinks();

    @ParameterizedTest
    @ValueSource(strings = {"/t/", "/t/blocker/", "/brief/", "/q/"})
    void aPersonalLinkBecomesAWord(String page) {
        String link = "https://baton.example/here" + page + TOKEN;

        assertThat(withoutLinks.in("> Approve: <" + link + "?outcome=approve>\n> Reject: " + link + "\nBye"))
                .isEqualTo("> Approve: <(link)>\n> Reject: (link)\nBye");
    }

    @Test
    void soDoesOneThatAMailProgramBroke() {
        String broken = TOKEN.substring(0, 20) + "\r\n> > " + TOKEN.substring(20, 30) + "=\n" + TOKEN.substring(30);

        assertThat(withoutLinks.in("> > Approve: https://baton.example/t/" + broken + "\nBye"))
                .isEqualTo("> > Approve: (link)\nBye");
    }

    @Test
    void andOneThatAGatewayPackedIntoItsOwn() {
        String ours = URLEncoder.encode("https://baton.example/t/" + TOKEN, StandardCharsets.UTF_8);

        assertThat(withoutLinks.in("https://safe.example/?url=" + ours + "&data=1 Bye"))
                .isEqualTo("(link) Bye");
        assertThat(withoutLinks.in("https://safe.example/?url=" + URLEncoder.encode(ours, StandardCharsets.UTF_8)))
                .isEqualTo("(link)");
    }

    @Test
    void anAnswerAddressBecomesAWord() {
        String signature = SIGNATURES.shortSignature("answer", "launch-7");

        assertThat(withoutLinks.in("<requests+t." + signature + "@example.com>, REQUESTS+LAUNCH-7."
                        + signature.toUpperCase(java.util.Locale.ROOT) + "@example.com"))
                .isEqualTo("<(link)>, (link)");
    }

    @Test
    void aLinkToSignInBecomesAWord() {
        assertThat(withoutLinks.in(
                        "https://baton.example/sign-in/link?token=0b5d7c0e-3c5e-4e0e-8a39-2f6a2f5cf3a1 for you"))
                .isEqualTo("(link) for you");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "See https://news.example/t/2026.html and https://baton.example/brief/help",
                "requests+launch@example.com, 1+1=2. Fine",
                "https://baton.example/sign-in",
                "Pi is +3.\n14159, and +a.\nfeed for /t/ and\n/t/b.\nwords"
            })
    void everythingElseStays(String words) {
        assertThat(withoutLinks.in(words)).isEqualTo(words);
    }

    static Stream<String> whatOpensSomething() {
        String code = SIGNATURES.shortSignature("answer", "launch-7");
        return Stream.of(
                "/t/" + TOKEN,
                "/t/blocker/" + TOKEN,
                "/brief/" + TOKEN,
                "/q/" + SIGNATURES.token("quiet", "a".repeat(240) + "@example.com"),
                "/forwarded/" + TOKEN,
                "/reply/" + TOKEN,
                "/sign-in/link?token=2f5d7c0e-3c5e-4e0e-8a39-2f6a2f5cf3a1",
                "requests+t." + code + "@example.com",
                "requests+launch-7." + code + "@example.com");
    }

    @ParameterizedTest
    @MethodSource("whatOpensSomething")
    void itMayBeBrokenAnywhere(String secret) {
        for (String broken :
                List.of("=\r\n", "\r\n", " \n> > ", "=\n> ", "\u200B", "<wbr>", "</span><span class=3D\"x\">")) {
            for (int at = 1; at < secret.length(); at++) {
                String text = secret.substring(0, at) + broken + secret.substring(at);
                assertThat(opens(withoutLinks.in(text))).as(text).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("whatOpensSomething")
    void itsPiecesMayStandApart(String secret) {
        for (int at = 1; at < secret.length(); at++) {
            List<String> pieces = List.of("See ", secret.substring(0, at), secret.substring(at), " Bye");
            List<String> plain = withoutLinks.in(pieces);
            assertThat(plain).as("%s", pieces).hasSize(4).startsWith("See ").endsWith(" Bye");
            assertThat(opens(String.join("", plain))).as("%s", pieces).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("whatOpensSomething")
    void eachOfItsSignsMayBePacked(String secret) {
        for (String packing : List.of(
                "=%02X", "%%%02X", "%%%02x", "%%25%02X", "%%2525%02X", "=25%02X", "&#%d;", "&#x%X;", "&#0%d;")) {
            for (String sign : List.of("[^A-Za-z0-9]", "[A-Za-z0-9]", ".")) {
                String packed = Pattern.compile(sign)
                        .matcher(secret)
                        .replaceAll(each -> packing.formatted((int) each.group().charAt(0)));
                assertThat(withoutLinks.in(packed)).as(packed).contains("(link)");
                String broken = packed.replaceAll("(.)", "$1=\r\n");
                assertThat(withoutLinks.in(broken)).as(broken).contains("(link)");
            }
        }
        String named = secret.replace("/", "&sol;")
                .replace("+", "&plus;")
                .replace(".", "&period;")
                .replace("?", "&quest;");
        assertThat(withoutLinks.in(named)).as(named).contains("(link)");
    }

    @ParameterizedTest
    @MethodSource("whatOpensSomething")
    void itMayHaveTwoBytesALetter(String secret) {
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            for (String text : List.of("See " + secret + " now", secret, "x\n" + secret + "\ny")) {
                byte[] masked = withoutLinks
                        .in(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1))
                        .getBytes(StandardCharsets.ISO_8859_1);
                assertThat(new String(masked, charset)).contains("(link)").isEqualTo(withoutLinks.in(text));
            }
        }
    }

    @Test
    void whatStandsBetweenTwoStays() {
        String code = SIGNATURES.shortSignature("answer", "7");
        String html = "<a href=\"https://baton.example/t/" + TOKEN + "\">Approve</a> or <b>write</b> to <i>r+t." + code
                + "@a.example</i>";
        assertThat(withoutLinks.in(html)).isEqualTo("<a href=\"(link)\">Approve</a> or <b>write</b> to <i>(link)</i>");
    }

    /** Whether what is left, with all of its letters joined, still holds enough to act for somebody. */
    private static boolean opens(String text) {
        String joined =
                text.replaceAll("=\\r?\\n", "").replaceAll("<[^>]*>", "").replaceAll("[\\s>\\u200B]", "");
        return joined.matches("(?s).*/(t|t/blocker|brief|q|forwarded|reply)/[\\w-]+\\.[\\w-]{38}.*")
                || joined.matches("(?s).*\\.[\\w-]{38}.*")
                || joined.matches("(?s).*\\.[0-9a-f]{16}.*")
                || joined.matches("(?s).*[0-9a-f]{4}-[0-9a-f]{8}.*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/t/", "/t/a.", "+t.", "+", "=", "=\n", "&", "&#", "<", "<a>", ">", "%25", "\n> ", "=3D", "&amp;",
                "/t/a.\n", "+a.0"
            })
    void aTextMadeToBeSlowIsNot(String part) {
        String slow = part.repeat(4_000_000 / part.length());
        ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
        long begin = cpu.getCurrentThreadCpuTime();

        withoutLinks.in(slow);

        assertThat(Duration.ofNanos(cpu.getCurrentThreadCpuTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aLongTextStaysAsItIs() {
        String slow = ("/t/" + "a\n\n> ".repeat(400)).repeat(400) + "+t.".repeat(100_000);

        assertThat(withoutLinks.in(slow)).isEqualTo(slow);
    }

    static WithoutLinks withoutLinks() {
        StaticMessageSource messages = new StaticMessageSource();
        messages.addMessage("requests.said.link", java.util.Locale.ENGLISH, "(link)");
        return new WithoutLinks(messages);
    }
}
