package dev.baton.inbox;

import static dev.baton.inbox.ReadMails.read;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters, whatever their charset is called and whether it is that. */
class CharsetsTest {

    private static byte[] mail(String contentType, byte[] body) {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes(("Subject: x\r\nContent-Type: " + contentType + "\r\n\r\n").getBytes(US_ASCII));
        mail.writeBytes(body);
        return mail.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "GB18030, gb2312, 项目启动 镕 𠮷",
        "GB18030, GBK, 项目启动",
        "GB18030, 'gb_2312-80', 项目启动",
        "GB18030, x-gbk, 项目启动",
        "GB18030, cp936, 项目启动",
        "x-windows-949, ks_c_5601-1987, 안녕하세요 똠",
        "x-windows-949, ks_c_5601, 안녕하세요",
        "x-windows-949, euc-kr, 안녕하세요 똠",
        "x-windows-949, cp949, 안녕하세요",
        "windows-31j, shift_jis, ①髙橋さん",
        "windows-31j, windows-31j, ①髙橋さん",
        "windows-31j, x-sjis, 髙橋さん",
        "windows-31j, cp932, 髙橋さん",
        "EUC-JP, euc-jp, 高橋さん",
        "EUC-JP, x-euc-jp, 高橋さん",
        "ISO-2022-JP, iso-2022-jp, こんにちは",
        "x-windows-iso2022jp, iso-2022-jp, ①髙橋さん",
        "x-windows-50221, iso-2022-jp, ﾃｽﾄです",
        "x-windows-50221, cp50221, ﾃｽﾄです",
        "ISO-2022-JP-2, iso-2022-jp-2, 高橋さん",
        "ISO-2022-JP, iso-2022-jp-3, 高橋さん",
        "x-windows-iso2022jp, iso-2022-jp-ms, 髙橋さん",
        "windows-31j, iso-2022-jp, 髙橋さんです",
        "ISO-2022-JP, us-ascii, こんにちは",
        "Big5-HKSCS, big5-hkscs, 專案啟動",
        "Big5, big5, 專案啟動",
        "Big5, cp950, 專案啟動",
        "KOI8-R, koi8-r, Здравствуйте",
        "KOI8-U, koi8-u, Привіт ґанок",
        "windows-1251, cp-1251, Здравствуйте",
        "windows-1251, WIN-1251, Здравствуйте",
        "IBM850, cp-850, Grüße",
        "IBM850, ibm850, Grüße",
        "x-MacRoman, macintosh, Grüße aus Köln",
        "windows-1252, iso-8859-1, ‘Grüße’ 5 €",
        "windows-1252, latin1, ‘Grüße’",
        "windows-1252, ISO8859-1, Grüße",
        "windows-1252, iso_8859-1:1987, Grüße",
        "ISO-8859-15, iso-8859-15, 5 € für Œuvre",
        "ISO-8859-2, iso8859-2, Zażółć gęślą",
        "windows-1254, iso-8859-9, İstanbul ‘ş’",
        "x-windows-874, tis-620, สวัสดี",
        "windows-1255, windows-1255, שלום",
        "windows-1252, x-unknown, Grüße",
        "windows-1252, unknown-8bit, Grüße",
        "windows-1252, default, Grüße",
        "windows-1252, utf-8, Grüße",
        "utf-8, us-ascii, Grüße",
        "utf-8, iso-8859-1, Grüße 5 €",
        "utf-8, windows-1252, Zażółć",
        "utf-8, iso-8859-2, Zażółć",
        "utf-8, gb2312, 项目启动",
        "utf-8, x-unknown, Grüße",
        "utf-8, unknown-8bit, Grüße",
        "utf-8, utf8, Grüße",
        "utf-8, 'utf 8', Grüße",
        "UTF-16, utf-16, Grüße",
        "UTF-16LE, utf-16, Grüße von uns",
        "UTF-16BE, utf-16, Grüße von uns",
        "x-UTF-16LE-BOM, utf-16le, Grüße",
        "utf-8, utf-16, Only said so",
        "UTF-16LE, x-unknown, Hello from here",
    })
    void aBodyIsReadWhateverItsCharsetIsCalled(String real, String named, String text) {
        byte[] raw = mail("text/plain; charset=\"" + named + "\"", text.getBytes(Charset.forName(real)));

        assertThat(read(raw).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "utf-7, Hi Mom -+Jjo--!, Hi Mom -☺-!",
        "unicode-1-1-utf-7, A+ImIDkQ., A≢Α.",
        "utf-7, 1 +- 1, 1 + 1",
        "hz-gb-2312, This is ~{<:Ky2;~}., This is 己所不.",
        "hz-gb-2312, a~~b, a~b"
    })
    void aBodyInACharsetThatJavaDoesNotKnowIsReadToo(String named, String bytes, String text) {
        assertThat(read(mail("text/plain; charset=" + named, bytes.getBytes(US_ASCII)))
                        .text())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"[$A4s, 大", "[$(CH|, 힙", "[(I6Ej, ｶﾅﾈ", "[$(D0\", 丄", "[.A[Nd, ä", "[$BF|K\\\\[(Bx, 日本x"})
    void everySetOfIso2022JpIsRead(String bytes, String text) {
        byte[] body = bytes.replace('[', '\u001b').replace("\\\\", "\\").getBytes(US_ASCII);

        assertThat(read(mail("text/plain; charset=iso-2022-jp-2", body)).text()).startsWith(text.substring(0, 1));
    }

    @Test
    void withoutACharsetTheBytesTell() {
        assertThat(read(mail("text/plain", "Grüße".getBytes(UTF_8))).text()).isEqualTo("Grüße");
        assertThat(read(mail("text/plain", "Grüße".getBytes(ISO_8859_1))).text())
                .isEqualTo("Grüße");
        assertThat(read(mail("text/plain", "日本".getBytes(Charset.forName("ISO-2022-JP"))))
                        .text())
                .isEqualTo("日本");
        assertThat(read(mail("text/plain; charset=", "\ufeffGrüße".getBytes(UTF_8)))
                        .text())
                .isEqualTo("Grüße");
    }

    @Test
    void withoutACharsetHtmlTells() {
        String html = "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\"></head>"
                + "<body>Здравствуйте</body></html>";

        assertThat(read(mail("text/html", html.getBytes(Charset.forName("windows-1251"))))
                        .text())
                .isEqualTo("Здравствуйте");
    }

    @ParameterizedTest
    @CsvSource({"GB18030, gb2312, 项目启动", "KOI8-R, koi8-r, Здравствуйте", "windows-31j, iso-2022-jp, 髙橋さん"})
    void rawHeadersAreInTheCharsetOfTheBody(String real, String named, String text) {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes("Subject: ".getBytes(US_ASCII));
        mail.writeBytes(text.getBytes(Charset.forName(real)));
        mail.writeBytes(("\r\nContent-Type: text/plain; charset=" + named + "\r\n\r\nx").getBytes(US_ASCII));

        if (!named.equals("iso-2022-jp")) {
            assertThat(read(mail.toByteArray()).subject()).isEqualTo(text);
        }
    }

    @Test
    void rawJisInAHeaderShowsByItsEscapes() {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes("Subject: ".getBytes(US_ASCII));
        mail.writeBytes("日本語".getBytes(Charset.forName("ISO-2022-JP")));
        mail.writeBytes("\r\n\r\nx".getBytes(US_ASCII));

        assertThat(read(mail.toByteArray()).subject()).isEqualTo("日本語");
    }

    @Test
    void aFooterInAnotherCharsetIsReadToo() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("Grüße aus Köln, schöne Tage\r\n".getBytes(UTF_8));
        body.writeBytes("Für alle".getBytes(ISO_8859_1));

        assertThat(read(mail("text/plain; charset=utf-8", body.toByteArray())).text())
                .isEqualTo("Grüße aus Köln, schöne Tage\nFür alle");
    }

    @Test
    void aCharsetThatNobodyKnowsIsNoted() {
        assertThat(read(mail("text/plain; charset=klingon", "Qapla".getBytes(US_ASCII)))
                        .notes())
                .containsExactly(Note.of("unknown-charset", "klingon"));
        assertThat(read(mail("text/plain; charset=utf-7", "Qapla".getBytes(US_ASCII)))
                        .notes())
                .isEmpty();
    }
}
