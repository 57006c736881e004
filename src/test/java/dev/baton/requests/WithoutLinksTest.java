package dev.baton.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shared.Signatures;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                "https://baton.example/sign-in"
            })
    void everythingElseStays(String words) {
        assertThat(withoutLinks.in(words)).isEqualTo(words);
    }

    @Test
    void aTextMadeToBeSlowIsNot() {
        String slow = ("/t/" + "a\n\n> ".repeat(400)).repeat(400) + "+t.".repeat(100_000);

        assertThat(withoutLinks.in(slow)).isEqualTo(slow);
    }

    private static WithoutLinks withoutLinks() {
        StaticMessageSource messages = new StaticMessageSource();
        messages.addMessage("requests.said.link", java.util.Locale.ENGLISH, "(link)");
        return new WithoutLinks(messages);
    }
}
