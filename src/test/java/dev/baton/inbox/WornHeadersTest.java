package dev.baton.inbox;

import static dev.baton.inbox.ReadMails.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shared.EmailAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers in the forms in which they come, most of which no standard allows. */
class WornHeadersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?utf-8?Q?Gr=C3=BC=C3=9Fe?= | Grüße",
                "=?UTF-8?q?Gr=c3=bc=c3=9fe?= | Grüße",
                "=?utf-8?B?R3LDvMOfZQ==?= | Grüße",
                "=?utf-8?b?R3LDvMOfZQ?= | Grüße",
                "=?utf-8*en?Q?Gr=C3=BC=C3=9Fe?= | Grüße",
                "=?utf-8?Q?Gr=C3?= =?utf-8?Q?=BC=C3=9Fe?= | Grüße",
                "=?utf-8?B?R3LD?= =?utf-8?B?vMOfZQ==?= | Grüße",
                "=?utf-8?Q?Gr=C3=BC?==?utf-8?Q?=C3=9Fe?= | Grüße",
                "=?utf-8?Q?Gr=C3=BC?= =?iso-8859-1?Q?=DFe?= | Grüße",
                "=?utf-8?Q?Viele Gr=C3=BC=C3=9Fe?= | Viele Grüße",
                "=?utf-8?Q?Viele_Gr=C3=BC=C3=9Fe?= | Viele Grüße",
                "=?utf-8?B?R3LD vMOf ZQ==?= | Grüße",
                "=?utf-8?Q?Gr=C3=BC=C3=9Fe | Grüße",
                "=?utf-8?B?R3LDvMOfZQ== | Grüße",
                "=?utf-8?Q?Gr=C3=BC=C3=9Fe? | Grüße",
                "=?utf-8?Q?Gr=C3=BC =?utf-8?Q?=C3=9Fe?= | Grüße",
                "\"=?utf-8?Q?Gr=C3=BC=C3=9Fe?=\" | \"Grüße\"",
                "a=?utf-8?Q?=C3=BC?=b | aüb",
                "Re: =?utf-8?Q?=C3=BC?= and =?utf-8?Q?=C3=9F?= | Re: ü and ß",
                "=?utf-8?Q?50=25?= | 50%",
                "=?utf-8?Q?a=b?= | a=b",
                "=?utf-8?Q?a?b?= | a?b",
                "=?utf-8?Q?why?=20now?= | why? now",
                "=?utf-8?Q?why?=abc | whyabc",
                "=?iso-8859-1?B?_9_8?= | ÿßü",
                "=?x-unknown?Q?Gr=FC=DFe?= | Grüße",
                "=?gb2312?B?z+7Ev8b0tq8=?= | 项目启动",
                "=?iso-2022-jp?B?GyRCRnxLXBsoQg==?= | 日本",
                "=?iso-8859-1?Q?Gr=C3=BC=C3=9Fe?= | Grüße",
                "=?utf-8?X?abc?= | =?utf-8?X?abc?=",
                "=?utf-8?Q??= | ''",
                "What =? and why?= | What =? and why?=",
                "=?utf-8?Q?line=0D=0ABcc:_x?= | line  Bcc: x",
            })
    void anEncodedWordIsReadAsItWasMeant(String subject, String text) {
        assertThat(read(RawMail.bare("x").with("Subject", subject)).subject()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Jörg Müller <joerg@example.com> | Jörg Müller | joerg@example.com",
                "\"=?utf-8?Q?M=C3=BCller,_J=C3=B6rg?=\" <j@example.com> | Müller, Jörg | j@example.com",
                "=?utf-8?Q?M=C3=BCller, J=C3=B6rg?= <j@example.com> | Müller, Jörg | j@example.com",
                "=?utf-8?Q?J=C3=B6rg_(Team)?= <j@example.com> | Jörg (Team) | j@example.com",
                "=?utf-8?Q?=22a=40b=2Ec=22?= <j@example.com> | \"a@b.c\" | j@example.com",
                "=?utf-8?B?SsO2cmc=?=<j@example.com> | Jörg | j@example.com",
                "=?utf-8?B?SsO2?= =?utf-8?B?cmc=?= <j@example.com> | Jörg | j@example.com",
                "jörg@bücher.example | | jörg@bücher.example",
                "Jörg <jörg@bücher.example> | Jörg | jörg@bücher.example",
                "<j@example.com> | | j@example.com",
                "j@example.com (Jörg) | | j@example.com",
                "Jörg <j@example.com | Jörg | j@example.com",
                "=?utf-8?Q?j=40example=2Ecom?= | | j@example.com",
                "'Jörg' <j@example.com> | 'Jörg' | j@example.com",
                "Jörg [mailto:j@example.com] | | j@example.com",
                "j@example.com k@example.com | | j@example.com",
            })
    void aSenderIsFound(String from, String name, String address) {
        ReceivedMail mail = read(RawMail.bare("x").with("From", from));

        assertThat(mail.from()).isEqualTo(EmailAddress.of(address));
        assertThat(mail.fromName()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attachment; filename=plan.pdf | | plan.pdf",
                "attachment; filename=\"my plan.pdf\" | | my plan.pdf",
                "attachment; filename=my plan.pdf | | my plan.pdf",
                "attachment; filename=\"grün.pdf\" | | grün.pdf",
                "attachment; filename=grün.pdf | | grün.pdf",
                "attachment; filename*=utf-8''gr%C3%BCn.pdf | | grün.pdf",
                "attachment; filename*=iso-8859-1'de'gr%FCn.pdf | | grün.pdf",
                "attachment; filename*=gr%C3%BCn.pdf | | grün.pdf",
                "attachment; filename*=\"utf-8''gr%C3%BCn.pdf\" | | grün.pdf",
                "attachment; filename=gr%C3%BCn.pdf | | grün.pdf",
                "attachment; filename=100%25.pdf | | 100%25.pdf",
                "attachment; filename*0*=utf-8''gr%C3; filename*1*=%BCn; filename*2=.pdf | | grün.pdf",
                "attachment; filename*1=n.pdf; filename*0*=utf-8''gr%C3%BC | | grün.pdf",
                "attachment; filename*0=\"a b\"; filename*1=\".pdf\" | | a b.pdf",
                "attachment; filename*0=\"=?utf-8?Q?gr=C3=BC\"; filename*1=\"n.pdf?=\" | | grün.pdf",
                "attachment; filename=\"=?utf-8?Q?gr=C3=BCn.pdf?=\" | | grün.pdf",
                "attachment; filename==?utf-8?Q?gr=C3=BCn.pdf?= | | grün.pdf",
                "attachment; filename=\"=?utf-8?B?Z3LDvA==?= =?utf-8?B?bi5wZGY=?=\" | | grün.pdf",
                "attachment; filename=\"gruen.pdf\"; filename*=utf-8''gr%C3%BCn.pdf | x.pdf | grün.pdf",
                "attachment; filename*=klingon''gr%C3%BCn.pdf | | grün.pdf",
                "attachment | =?utf-8?Q?gr=C3=BCn.pdf?= | grün.pdf",
                "inline | plan.pdf | plan.pdf",
                "attachment; filename=\"\" | plan.pdf | plan.pdf",
                "attachment; filename=\"C:\\\\dir\\\\plan.pdf\" | | plan.pdf",
                "attachment; filename=\"../../plan.pdf\" | | plan.pdf",
                "attachment; FILENAME=\"plan.pdf\" | | plan.pdf",
                "attachment; filename=\"plan.pdf | | plan.pdf",
                "attachment filename=plan.pdf | | attachment-1.pdf",
            })
    void aFileHasTheNameItsSenderGaveIt(String disposition, String name, String expected) {
        String type = "application/pdf" + (name == null ? "" : "; name=\"" + name + "\"");
        ReceivedMail mail = read(RawMail.of("x")
                .with("Content-Type", "multipart/mixed; boundary=b")
                .saying("--b\r\nContent-Type: " + type + "\r\nContent-Disposition: " + disposition
                        + "\r\n\r\n%PDF\r\n--b--"));

        assertThat(mail.attachments())
                .singleElement()
                .extracting(Attachment::name)
                .isEqualTo(expected);
    }

    @Test
    void aRawFileNameIsInTheCharsetOfItsPart() {
        byte[] raw =
                ("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=koi8-r\r\n"
                                + "Content-Disposition: attachment; filename=\"\u00f0\u00ec\u00e1\u00ee.txt\"\r\n\r\nx\r\n--b--")
                        .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(raw).attachments())
                .singleElement()
                .extracting(Attachment::name)
                .isEqualTo("ПЛАН.txt");
    }

    @Test
    void headersThatLostTheirShapeAreFoundAllTheSame() {
        ReceivedMail mail = read(("From nadia Mon Mar  2 10:00:00 2026\r\nFrom: nadia@example.com\r\n"
                        + "Subject: A long subject that some server\r\nbroke without a blank\r\n"
                        + "To : requests@example.com\r\nX-Odd\u00e9: yes\r\nMessage-ID: <a@b>\r\nHello there.\r\n")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(mail.from()).isEqualTo(EmailAddress.of("nadia@example.com"));
        assertThat(mail.subject()).startsWith("A long subject that some server broke without a blank");
        assertThat(mail.to()).containsExactly(EmailAddress.of("requests@example.com"));
        assertThat(mail.messageId()).isEqualTo("<a@b>");
        assertThat(mail.text()).isEqualTo("Hello there.");
    }

    @Test
    void anAddressThatBeginsWithAPlusHasNoTag() {
        EmailAddress sender =
                read(RawMail.bare("x").with("From", "<+tag@example.com>")).from();

        assertThat(sender).isEqualTo(EmailAddress.of("+tag@example.com"));
        assertThat(sender.untagged()).isEqualTo(sender);
        assertThat(sender.tag()).isEmpty();
    }

    @Test
    void aFoldedHeaderMayHaveEmptyLinesInIt() {
        ReceivedMail mail = read(("Subject: One\r\n \r\n\t two\r\nTo: Mary\r\n__\r\n   <mary@example.com>\r\n"
                        + "Message-ID: <a@b>\r\n \r\nHello.")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(mail.subject()).containsPattern("One\\s+two");
        assertThat(mail.to()).containsExactly(EmailAddress.of("mary@example.com"));
        assertThat(mail.messageId()).isEqualTo("<a@b>");
        assertThat(mail.text()).isEqualTo("Hello.");
    }

    @Test
    void linesMayEndInCarriageReturnsAlone() {
        ReceivedMail mail =
                read("Subject: Old\rFrom: a@example.com\r\rHello,\rthere.\r".getBytes(StandardCharsets.UTF_8));

        assertThat(mail.subject()).isEqualTo("Old");
        assertThat(mail.text()).isEqualTo("Hello,\nthere.");
    }
}
