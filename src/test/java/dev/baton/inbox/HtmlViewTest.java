package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlViewTest {

    private static final byte[] DOT = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static HtmlView view(String html, Attachment... attached) {
        return new HtmlCleaning(new MailPictures(List.of(attached)), HtmlViewTest::plain).view(html);
    }

    /** Takes the secret out, also where it stands in two pieces. */
    private static List<String> plain(List<String> pieces) {
        List<String> plain = new ArrayList<>(pieces);
        plain.replaceAll(piece -> piece.replace("secret", "(personal link)"));
        for (int i = 1; i < plain.size(); i++) {
            if (plain.get(i - 1).endsWith("sec") && plain.get(i).startsWith("ret")) {
                plain.set(i - 1, plain.get(i - 1).replace("sec", "(personal link)"));
                plain.set(i, plain.get(i).substring(3));
            }
        }
        return plain;
    }

    private static Attachment picture(String contentId, byte[] bytes) {
        AttachedFile file = new AttachedFile("dot.png", "image/png", bytes.length, true, contentId, List.of());
        return new Attachment(file, () -> new java.io.ByteArrayInputStream(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<p onclick=alert(1) onload=alert(1)>x</p>",
                "<body onload=alert(1)>x",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<meta http-equiv=refresh content=\"0;url=https://evil.example/\">",
                "<form action=https://evil.example/><input name=a><button>Go</button></form>",
                "<img src=https://evil.example/pixel.gif>",
                "<img src=//evil.example/pixel.gif srcset=\"https://evil.example/2.gif 2x\">",
                "<img src=x onerror=alert(1)>",
                "<picture><source srcset=https://evil.example/p.webp><img alt=p></picture>",
                "<table background=https://evil.example/b.png><tr><td>x</td></tr></table>",
                "<div style=\"background:url(https://evil.example/b.png)\">x</div>",
                "<div style=\"background-image:image-set('https://evil.example/b.png' 1x)\">x</div>",
                "<div style=\"width:expression(alert(1))\">x</div>",
                "<div style=\"background:u\\72l(https://evil.example/b.png)\">x</div>",
                "<div style=\"color:red;/*\">x</div><div style=\"*/background:url(//evil.example)\">y</div>",
                "<style>@import url(https://evil.example/s.css);body{background:url(//evil.example)}</style>",
                "<link rel=stylesheet href=https://evil.example/s.css>",
                "<base href=https://evil.example/>",
                "<a href=javascript:alert(1)>x</a>",
                "<a href=\" java\tscript:alert(1)\">x</a>",
                "<a href=data:text/html,<script>alert(1)</script>>x</a>",
                "<img src=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\">",
                "<img src=\"data:image/svg+xml;base64,PHN2Zy8+\">",
                "<iframe src=https://evil.example/ srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<object data=https://evil.example/o.swf></object><embed src=https://evil.example/e.swf>",
                "<video src=https://evil.example/v.mp4 poster=https://evil.example/p.png autoplay></video>",
                "<input type=image src=https://evil.example/i.png>",
                "<div style=\"position:fixed;top:0;left:0;width:100%;height:100%\">over all</div>",
                "<template><img src=x onerror=alert(1)></template>"
            })
    void nothingOfItRunsLoadsSendsOrLeadsAway(String hostile) {
        String body = view("<p>Before</p>" + hostile + "<p>After</p>").body();

        assertThat(body.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("<script", "onload=", "onclick=", "onerror=", "javascript:", "<svg", "<meta", "<form")
                .doesNotContain("href=", "srcset", "url(", "image-set", "expression(", "@import", "<link", "<base")
                .doesNotContain("<iframe", "<object", "<embed", "<video", "<input", "position", "text/html", "svg+xml")
                .doesNotContain("src=\"http", "src=\"//", "src=\"x", "background=");
        assertThat(body).contains("Before");
    }

    @Test
    void picturesFromElsewhereAreLeftOutAndCounted() {
        HtmlView view = view("<img src=https://a.example/1.gif alt=One><img src=cid:none>"
                + "<table background=x></table><p style='background: url(https://a.example/2.gif); color: red'>Hi</p>");
        assertThat(view.leftOut()).isEqualTo(4);
        assertThat(view.body()).contains("alt=\"One\"", "style=\"color: red\"");
    }

    @Test
    void picturesThatTheMailBringsStandWhereTheyBelong() {
        HtmlView view = view("<p>Look: <img src='cid:a%40b' width=10>", picture("a@b", DOT));
        assertThat(view.leftOut()).isZero();
        assertThat(view.body()).contains("src=\"data:image/png;base64,iVBORw0KGgo");
    }

    @Test
    void whatOnlySaysItIsAPictureIsLeftOut() {
        HtmlView view =
                view("<img src=cid:a>", picture("a", "<svg onload=alert(1)/>".getBytes(StandardCharsets.US_ASCII)));
        assertThat(view.leftOut()).isEqualTo(1);
        assertThat(view.body()).doesNotContain("src=");
    }

    @Test
    void onePictureInManyPlacesDoesNotFillTheMemory() {
        byte[] large = new byte[2 * 1024 * 1024];
        System.arraycopy(DOT, 0, large, 0, DOT.length);
        HtmlView view = view("<img src=cid:a>".repeat(10_000), picture("a", large));
        assertThat(view.body().length()).isLessThan(30_000_000);
        assertThat(view.leftOut()).isGreaterThan(9_000);
    }

    @Test
    void wordsTablesAndColoursStay() {
        assertThat(view("<table width=600><tr><td bgcolor=#eee style='padding:4px;font-weight:bold'>Sale</table>")
                        .body())
                .contains("width=\"600\"", "bgcolor=\"#eee\"", "padding:4px; font-weight:bold", "Sale");
    }

    @Test
    void linksOpenApartFromThePageAndSayWhereTheyLead() {
        assertThat(view("<a href=https://shop.example/sale target=_top rel=opener ping=https://evil.example>Sale</a>")
                        .body())
                .contains("href=\"https://shop.example/sale\"", "title=\"https://shop.example/sale\"")
                .contains("target=\"_blank\"", "rel=\"noopener noreferrer nofollow\"")
                .doesNotContain("_top", "ping", "evil");
        assertThat(view("<a href=/my/quiet>Here</a><a href=mailto:a@b.example>Write</a>")
                        .body())
                .doesNotContain("/my/quiet")
                .contains("href=\"mailto:a@b.example\"");
    }

    @Test
    void whatIsOnePersonsAloneIsTakenOut() {
        assertThat(view("<p>Go to https://a.example/secret</p><a href=https://a.example/secret>Press</a>"
                                + "<img alt=secret><b title=secret>!</b>")
                        .body())
                .doesNotContain("secret")
                .contains("Go to https://a.example/(personal link)", ">Press</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sec<wbr>ret", "<b>sec</b>ret", "<span>sec</span><i>ret</i>", "sec<!-- -->ret"})
    void alsoWhereElementsPartIt(String parted) {
        assertThat(view("<p>Go to https://a.example/" + parted + " <b>now</b></p>")
                        .body())
                .doesNotContain("sec", ">ret")
                .contains("(personal link)", "<b>now</b>");
    }

    @Test
    void whatIsTooLongOrTooDeepIsShownInPart() {
        assertThat(view("word ".repeat(400_000)).cut()).isTrue();
        assertThat(view("<div>".repeat(100_000) + "deep").body()).isNotNull();
    }
}
