package dev.baton.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class HtmlToTextTest {

    private static String text(String html) {
        return HtmlToText.of(Jsoup.parse(html));
    }

    @Test
    void paragraphsHaveALineBetweenThem() {
        assertThat(text("<h1>One\n  two</h1><p>three<br>four</p>\n<p> five </p>"))
                .isEqualTo("One two\n\nthree\nfour\n\nfive\n");
    }

    @Test
    void linksSayTheirLabelAndWhereTheyLead() {
        assertThat(text("<p>See <a href='https://x.org/a'>the page</a> now</p>"))
                .isEqualTo("See the page: https://x.org/a now\n");
        assertThat(text("<a href='https://x.org'>https://x.org</a>")).isEqualTo("https://x.org\n");
        assertThat(text("<a href='mailto:a@x.org'>a@x.org</a>")).isEqualTo("a@x.org\n");
    }

    @Test
    void rowsWithAHeadingAreLabelAndValue() {
        assertThat(
                        text(
                                "<table><tr><th>Audience</th><td>all</td></tr><tr><th>By when?</th><td>Monday</td></tr></table>"))
                .isEqualTo("Audience: all\nBy when? Monday\n");
        assertThat(text("<dl><dt>Audience</dt><dd>all</dd></dl>")).isEqualTo("Audience: all\n");
    }

    @Test
    void listsHaveMarksAndTheirLinesAreIndented() {
        assertThat(text("<ul><li>one</li><li>two<br>lines</li></ul><ol><li>a</li><li>b</li></ol>"))
                .isEqualTo("- one\n- two\n  lines\n\n1. a\n2. b\n");
    }

    @Test
    void whatSomebodySaidIsQuoted() {
        assertThat(text("<blockquote style='white-space:pre-line'>a\n\nb</blockquote>"))
                .isEqualTo("> a\n>\n> b\n");
    }

    @Test
    void theFootStandsBelowASignatureMark() {
        assertThat(text("<p>body</p><footer><p>foot</p></footer>")).isEqualTo("body\n\n-- \nfoot\n");
    }

    @Test
    void whatIsNotSeenIsNotRead() {
        assertThat(text("<style>p{}</style><p hidden>a</p><p style='display: none'>b</p><img alt='logo' src='x'>c"))
                .isEqualTo("c\n");
    }

    @Test
    void aDrawingIsReadInItsWords() {
        assertThat(text("<p><img alt='The work is at: Review.' src='data:image/svg+xml;base64,PHN2Zy8+'></p>"))
                .isEqualTo("The work is at: Review.\n");
    }
}
