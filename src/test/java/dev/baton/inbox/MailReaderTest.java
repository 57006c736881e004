package dev.baton.inbox;

import static dev.baton.inbox.ReadMails.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shared.EmailAddress;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailReaderTest {

    @Test
    void theHeadersSayWhoWritesToWhom() {
        ReceivedMail mail = read(RawMail.bare("Hi")
                .with("From", "=?utf-8?Q?J=C3=B6rg_M=2E?= <Joerg@Example.com>")
                .with("To", "\"Baton, please\" <requests+launch@example.com>, Team: a@example.com, b@example.com;")
                .with("Cc", "not an address, c@example.com")
                .with("Delivered-To", "requests@example.com")
                .with("X-Original-To", "requests+launch@example.com")
                .with("Reply-To", "desk@example.com")
                .with("Subject", "=?iso-8859-1?Q?Gr=FC=DFe?= =?utf-8?B?IPCfmIA=?=")
                .with("Message-ID", "<one@example.com>")
                .with("In-Reply-To", "<zero@example.com>")
                .with("References", "<first@example.com>\r\n <second@example.com> <zero@example.com>")
                .with("Date", "Mon, 2 Mar 2026 10:00:00 +0100"));

        assertThat(mail.from()).isEqualTo(EmailAddress.of("joerg@example.com"));
        assertThat(mail.fromName()).isEqualTo("Jörg M.");
        assertThat(mail.to())
                .extracting(EmailAddress::value)
                .containsExactly("requests+launch@example.com", "a@example.com", "b@example.com");
        assertThat(mail.cc()).extracting(EmailAddress::value).containsExactly("c@example.com");
        assertThat(mail.recipients())
                .extracting(EmailAddress::value)
                .containsExactly(
                        "requests+launch@example.com",
                        "requests@example.com",
                        "a@example.com",
                        "b@example.com",
                        "c@example.com");
        assertThat(mail.replyTo()).containsExactly(EmailAddress.of("desk@example.com"));
        assertThat(mail.subject()).isEqualTo("Grüße 😀");
        assertThat(mail.messageId()).isEqualTo("<one@example.com>");
        assertThat(mail.references())
                .containsExactly("<zero@example.com>", "<second@example.com>", "<first@example.com>");
        assertThat(mail.sentAt()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
    }

    @Test
    void aMailWithoutAnythingIsStillAMail() {
        ReceivedMail mail = read(RawMail.bare(""));

        assertThat(mail.sender()).isEmpty();
        assertThat(mail.subject()).isEmpty();
        assertThat(mail.messageId()).isNull();
        assertThat(mail.sentAt()).isNull();
        assertThat(mail.references()).isEmpty();
        assertThat(mail.recipients()).isEmpty();
        assertThat(mail.text()).isEmpty();
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void ofTwoAlternativesThePlainOneIsRead() {
        ReceivedMail mail = read(RawMail.of("News")
                .with("Content-Type", "multipart/alternative; boundary=b")
                .saying("--b\r\nContent-Type: text/plain\r\n\r\nplain\r\n--b\r\n"
                        + "Content-Type: text/html\r\n\r\n<p>html</p>\r\n--b--"));

        assertThat(mail.text()).isEqualTo("plain");
        assertThat(mail.html()).isEqualTo("<p>html</p>");
    }

    @Test
    void aMailOfHtmlAloneIsReadAsText() {
        ReceivedMail mail = read(RawMail.of("News")
                .with("Content-Type", "text/html; charset=utf-8")
                .saying("<html><head><style>p {}</style></head><body><p>Hello <b>there</b>,</p>"
                        + "<ul><li>one</li><li>two</li></ul>"
                        + "<p>see <a href=\"https://example.com/x\">this</a><br>Nadia</p></body></html>"));

        assertThat(mail.text()).isEqualTo("Hello there,\n\n- one\n- two\n\nsee this <https://example.com/x>\nNadia");
    }

    @Test
    void nestedPartsInlineImagesAndAttachedMailsAreAttachments() throws IOException {
        ReceivedMail mail = read(RawMail.of("News")
                .with("Content-Type", "multipart/mixed; boundary=a")
                .saying("--a\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
                        + "--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n"
                        + "--c\r\n\r\nText\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>Text</p>\r\n--c--\r\n"
                        + "--b\r\nContent-Type: image/png\r\nContent-ID: <i>\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\nAAEC\r\n--b--\r\n"
                        + "--a\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\nInner text\r\n"
                        + "--a\r\nContent-Type: text/plain; name=\"=?utf-8?Q?=C3=84nderung.txt?=\"\r\n\r\nnotes\r\n"
                        + "--a\r\nContent-Disposition: attachment; filename*=utf-8''..%2F..%2Fgr%C3%BCn.pdf\r\n"
                        + "Content-Type: application/pdf\r\n\r\n%PDF\r\n--a--"));

        assertThat(mail.text()).isEqualTo("Text");
        assertThat(mail.attachments())
                .extracting(Attachment::name)
                .containsExactly("attachment-1.png", "attachment-2.eml", "Änderung.txt", "grün.pdf");
        assertThat(mail.attachments().get(0).content()).hasBinaryContent(new byte[] {0, 1, 2});
        assertThat(mail.attachments().get(1).content())
                .asString(StandardCharsets.UTF_8)
                .startsWith("Subject: inner");
        assertThat(mail.attachments().get(3).content()).hasContent("%PDF");
        assertThat(mail.attachments().get(2).content()).hasContent("notes");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, iso-8859-1, ‘Grüße’ 5 €",
        "utf-8, us-ascii, Grüße",
        "utf-8, x-unknown, Grüße",
        "windows-1252, x-unknown, Grüße",
        "windows-1252, utf-8, Grüße",
        "GB18030, gb2312, 你好 𠮷",
        "x-windows-949, ks_c_5601-1987, 안녕",
        "ISO-2022-JP, iso-2022-jp, こんにちは"
    })
    void textIsReadWhateverItsCharsetIsCalled(String real, String named, String text) {
        byte[] head = ("Content-Type: text/plain; charset=" + named + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] body = text.getBytes(Charset.forName(real));
        byte[] raw = new byte[head.length + body.length];
        System.arraycopy(head, 0, raw, 0, head.length);
        System.arraycopy(body, 0, raw, head.length, body.length);

        assertThat(read(raw).text()).isEqualTo(text);
    }

    @Test
    void rawBytesInHeadersAreReadAsUtf8OrWindows1252() {
        assertThat(read(RawMail.bare("x").with("Subject", "Grüße")).subject()).isEqualTo("Grüße");
        byte[] latin = "Subject: Gr\u00fc\u00dfe\r\n\r\nx".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(latin).subject()).isEqualTo("Grüße");
    }

    @Test
    void aMultipartWithoutBoundaryIsReadAsText() {
        assertThat(read(RawMail.of("News")
                                .with("Content-Type", "multipart/mixed")
                                .saying("What I wanted to say"))
                        .text())
                .isEqualTo("What I wanted to say");
    }

    @Test
    void partsNestedWithoutEndDoNotEndUs() {
        StringBuilder deep = new StringBuilder("Content-Type: multipart/mixed; boundary=b0\r\n\r\nHello\r\n");
        for (int i = 0; i < 5_000; i++) {
            deep.append("--b").append(i).append("\r\nContent-Type: multipart/mixed; boundary=b");
            deep.append(i + 1).append("\r\n\r\n");
        }

        assertThat(read(deep.toString().getBytes(StandardCharsets.UTF_8)).subject())
                .isEmpty();
    }

    @Test
    void flowedTextIsJoined() {
        assertThat(read(RawMail.of("News")
                                .with("Content-Type", "text/plain; format=flowed")
                                .saying("This goes \r\non here.\r\n\r\n> quoted \r\n> too\r\n"))
                        .text())
                .isEqualTo("This goes on here.");
    }
}
