package dev.baton.inbox;

import static dev.baton.inbox.ReadMails.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies and trees of parts that are not as they should be. */
class BrokenPartsTest {

    private static RawMail multipart(String type, String... lines) {
        return RawMail.of("x").with("Content-Type", type).saying(String.join("\r\n", lines));
    }

    private static String text(String encoding, String body) {
        return read(RawMail.of("x").with("Content-Transfer-Encoding", encoding).saying(body))
                .text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base64 | SGVsbG8gdGhlcmU= | Hello there",
                "BASE64 | SGVsbG8gdGhlcmU | Hello there",
                "base-64 | SGVs*bG8g!dGhl#cmU= | Hello there",
                "\"base64\" | SGVsbG8=dGhlcmU= | Hellothere",
                "base64 (yes) | SGVsbG8gdGhlcm | Hello ther",
                "base64 | Hello there, nobody encoded this. | Hello there, nobody encoded this.",
                "quoted-printable | Gr=C3=BC=C3=9Fe =3D | Grüße =",
                "quoted-printable | Gr=c3=bc=c3=9fe | Grüße",
                "Quoted Printable | a=b =XY c= | a=b =XY c",
                "x-rot13 | Hello there | Hello there",
                "7bit | Grüße | Grüße",
                "binary | Grüße | Grüße",
                "8 bit | Grüße | Grüße",
            })
    void aBodyIsReadHoweverItIsEncoded(String encoding, String body, String text) {
        assertThat(text(encoding, body)).isEqualTo(text);
    }

    @Test
    void anUnknownEncodingIsNoted() {
        assertThat(read(RawMail.of("x").with("Content-Transfer-Encoding", "x-rot13"))
                        .notes())
                .containsExactly(Note.of("unknown-encoding", "xrot13"));
    }

    @Test
    void softBreaksMayHaveBlanksAfterThem() {
        assertThat(text("quoted-printable", "one =  \r\nline=\nonly\r\n")).isEqualTo("one lineonly");
    }

    @Test
    void aFooterUnderBase64IsText() {
        assertThat(text("base64", "SGVsbG8gdGhlcmU=\r\n\r\n____\r\nA list\r\n")).contains("Hello there", "A list");
    }

    @Test
    void aMultipartWithoutBoundaryHasTheOneThatItsLinesShow() {
        ReceivedMail mail = read(multipart(
                "multipart/mixed",
                "--xyz",
                "Content-Type: text/plain",
                "",
                "Hello",
                "--xyz",
                "Content-Type: image/png; name=a.png",
                "",
                "abc",
                "--xyz--"));

        assertThat(mail.text()).isEqualTo("Hello");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("a.png");
        assertThat(mail.notes()).containsExactly(Note.of("wrong-boundary"));
    }

    @Test
    void aMultipartWithAnotherBoundaryHasTheOneThatItsLinesShow() {
        ReceivedMail mail = read(multipart(
                "multipart/mixed; boundary=\"abc",
                "--=_xyz",
                "",
                "Hello",
                "--=_xyz",
                "Content-Type: image/png; name=a.png",
                "",
                "abc",
                "--=_xyz--"));

        assertThat(mail.text()).isEqualTo("Hello");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("a.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boundary=\"b b\"",
                "boundary=b b",
                "Boundary = \"b b\"",
                "boundary=\"b b\"; charset=utf-8",
                "charset=utf-8;; boundary=\"b b\";",
                "boundary=\"b b",
                "boundary='b b'",
            })
    void aBoundaryMayBeWrittenOddly(String boundary) {
        assertThat(read(multipart("multipart/mixed; " + boundary, "--b b", "", "Hello", "--b b--"))
                        .text())
                .isEqualTo("Hello");
    }

    @Test
    void anEndBoundaryMayBeMissing() {
        ReceivedMail mail = read(multipart(
                "multipart/mixed; boundary=a",
                "--a",
                "Content-Type: multipart/alternative; boundary=b",
                "",
                "--b",
                "",
                "Hello",
                "--a",
                "Content-Type: image/png; name=a.png",
                "",
                "abc"));

        assertThat(mail.text()).isEqualTo("Hello");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("a.png");
    }

    @Test
    void partsAfterAnEndBoundaryAreParts() {
        ReceivedMail mail = read(multipart(
                "multipart/mixed; boundary=a",
                "--a",
                "",
                "Hello",
                "--a--",
                "--a",
                "Content-Type: image/png; name=a.png",
                "",
                "abc",
                "--a--"));

        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("a.png");
    }

    @Test
    void whatIsBeforeThePartsIsReadIfThereIsNothingElse() {
        assertThat(read(multipart("multipart/mixed; boundary=a", "All I say stands here.", ""))
                        .text())
                .isEqualTo("All I say stands here.");
        assertThat(read(multipart("multipart/mixed; boundary=a", "Only this.", "--a", "", "--a--"))
                        .text())
                .isEqualTo("Only this.");
        assertThat(read(multipart("multipart/mixed; boundary=a", "Get a better program.", "--a", "", "Hello", "--a--"))
                        .text())
                .isEqualTo("Hello");
    }

    @Test
    void aPartMayLackTheEmptyLineBeforeItsBody() {
        ReceivedMail mail = read(
                multipart("multipart/mixed; boundary=a", "--a", "First line,", "second line.", "", "Third.", "--a--"));

        assertThat(mail.text()).isEqualTo("First line,\nsecond line.\n\nThird.");
    }

    @Test
    void aBrokenHeaderOfAPartIsMended() {
        ReceivedMail mail = read(multipart(
                "multipart/mixed; boundary=a",
                "--a",
                "Content-Type: text/plain;",
                "charset=iso-8859-1",
                "Content-Transfer-Encoding: quoted-printable",
                "",
                "Gr=FC=DFe",
                "--a--"));

        assertThat(mail.text()).isEqualTo("Grüße");
    }

    @Test
    void boundariesMayBeginAlike() {
        ReceivedMail mail = read(multipart(
                "multipart/mixed; boundary=a",
                "--a",
                "Content-Type: multipart/mixed; boundary=aa",
                "",
                "--aa",
                "",
                "One",
                "--aa",
                "",
                "Two",
                "--aa--",
                "--a",
                "",
                "Three",
                "--a--"));

        assertThat(mail.text()).isEqualTo("One\n\nTwo\n\nThree");
    }

    @Test
    void uuencodedFilesLeaveTheText() throws IOException {
        ReceivedMail mail = read(
                RawMail.of("x").saying("Here it is:\r\n\r\nbegin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\n\r\nRegards\r\n"));

        assertThat(mail.text()).isEqualTo("Here it is:\n\nRegards");
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("cat.txt");
            assertThat(file.size()).isEqualTo(3);
            assertThat(file.content()).hasContent("Cat");
        });
    }

    @Test
    void whatFollowsAFileIsReadAsBefore() {
        byte[] mail = "Subject: x\r\n\r\nbegin 644 cat.txt\n#0V%T\n`\nend\n\u00fe\u00ffYes, please print it.\n"
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(mail).text()).endsWith("Yes, please print it.");
    }

    @Test
    void aTextThatBeginsToSpeakOfBeginningIsNoFile() {
        String text = "begin 644 at once,\nplease. We\nend today.";
        assertThat(read(RawMail.of("x").saying(text)).text()).isEqualTo(text);
    }

    @Test
    void yEncodedFilesLeaveTheText() throws IOException {
        ReceivedMail mail = read(("Subject: x\r\nContent-Type: text/plain; charset=latin1\r\n\r\nSee:\r\n"
                        + "=ybegin line=128 size=3 name=cat.txt\r\nm\u008b\u009e\r\n=yend size=3\r\nBye\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(mail.text()).isEqualTo("See:\nBye");
        assertThat(mail.attachments().get(0).content()).hasContent("Cat");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/enriched | <bold>Now</bold> is << here<param>x</param> | Now is < here",
                "text/richtext | <bold>Now</bold><nl>then <lt> | Now\\nthen <",
                "text/markdown | *Now* | *Now*",
                "text | Now | Now",
                "plain | Now | Now",
                "html | <p>Now</p> | Now",
                "nonsense; charset=utf-8 | Now | Now",
                "; charset=utf-8 | Now | Now",
                "text/plain charset=utf-8 | Now | Now",
            })
    void textIsTextWhateverItsTypeIsCalled(String type, String body, String text) {
        assertThat(read(RawMail.of("x").with("Content-Type", type).saying(body)).text())
                .isEqualTo(text.replace("\\n", "\n"));
    }

    @Test
    void flowedTextMayLoseTheSpaceAtWhichItFlows() {
        assertThat(read(RawMail.of("x")
                                .with("Content-Type", "text/plain; format=flowed; delsp=yes")
                                .saying("高橋 \r\nさん\r\n"))
                        .text())
                .isEqualTo("高橋さん");
    }

    @Test
    void attachedMailsListTheirFiles() throws IOException {
        String inner = String.join(
                "\r\n",
                "Subject: inner",
                "Content-Type: multipart/mixed; boundary=i",
                "",
                "--i",
                "",
                "Inner words",
                "--i",
                "Content-Type: application/pdf; name=plan.pdf",
                "Content-Transfer-Encoding: base64",
                "",
                Base64.getEncoder().encodeToString("%PDF".getBytes(StandardCharsets.US_ASCII)),
                "--i--");
        ReceivedMail mail = read(multipart(
                "multipart/mixed; boundary=a",
                "--a",
                "",
                "See below",
                "--a",
                "Content-Type: message/rfc822; name=old.eml",
                "",
                inner,
                "--a--"));

        AttachedFile eml = mail.attachments().get(0).file();
        assertThat(mail.text()).isEqualTo("See below");
        assertThat(eml.name()).isEqualTo("old.eml");
        assertThat(eml.size()).isEqualTo(inner.length());
        assertThat(eml.inside()).containsExactly(new AttachedFile("plan.pdf", "application/pdf", 4));
        assertThat(mail.attachments().get(0).content())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(inner);
    }

    @Test
    void aDigestIsAListOfMails() {
        ReceivedMail mail = read(multipart(
                "multipart/digest; boundary=a",
                "--a",
                "",
                "Subject: one",
                "",
                "One",
                "--a",
                "",
                "Subject: two",
                "",
                "Two",
                "--a--"));

        assertThat(mail.attachments()).extracting(Attachment::type).containsExactly("message/rfc822", "message/rfc822");
    }

    @Test
    void picturesThatTheHtmlShowsAreNoFilesOfTheirOwn() {
        ReceivedMail mail = read(multipart(
                "multipart/related; boundary=a",
                "--a",
                "Content-Type: text/html",
                "",
                "<p>Hi <img src=\"cid:logo%40x\"></p>",
                "--a",
                "Content-Type: image/png; name=logo.png",
                "Content-ID: <logo@x>",
                "",
                "abc",
                "--a",
                "Content-Type: image/png; name=photo.png",
                "Content-ID: <photo@x>",
                "",
                "abc",
                "--a--"));

        assertThat(mail.attachments()).extracting(Attachment::inline).containsExactly(true, false);
        assertThat(mail.attachments()).extracting(Attachment::contentId).containsExactly("logo@x", "photo@x");
    }

    @Test
    void whatCannotBeReadHereIsSaid() {
        assertThat(read(multipart(
                                "multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=a",
                                "--a",
                                "Content-Type: application/pgp-encrypted",
                                "",
                                "Version: 1",
                                "--a",
                                "Content-Type: application/octet-stream; name=encrypted.asc",
                                "",
                                "-----BEGIN PGP MESSAGE-----",
                                "--a--"))
                        .notes())
                .containsExactly(Note.of("encrypted", "PGP"));
        assertThat(read(multipart("message/partial; id=\"a@b\"; number=1; total=3", "Subject: x", "", "One third"))
                        .notes())
                .containsExactly(Note.of("partial", "1", "3"));
        assertThat(read(multipart("message/external-body; access-type=URL; URL=\"https://example.com/f\"", "", ""))
                        .notes())
                .containsExactly(Note.of("external", "https://example.com/f"));
    }

    @Test
    void partsOverTheLimitAreSaidToBeMissing() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < ReadingLimits.STANDARD.parts() + 10; i++) {
            many.append("--a\r\nContent-Type: image/png\r\n\r\nx\r\n");
        }
        ReceivedMail mail = read(multipart("multipart/mixed; boundary=a", many + "--a--"));

        assertThat(mail.attachments()).hasSize(ReadingLimits.STANDARD.parts());
        assertThat(mail.notes()).extracting(Note::key).containsExactly("too-many-parts");
    }

    @Test
    void partsThatAreTooDeepAreKeptAsAFile() {
        StringBuilder deep = new StringBuilder("Content-Type: multipart/mixed; boundary=b0\r\n\r\n");
        for (int i = 0; i < 80; i++) {
            deep.append("--b").append(i).append("\r\nContent-Type: multipart/mixed; boundary=b");
            deep.append(i + 1).append("\r\n\r\n");
        }
        ReceivedMail mail = read((deep + "--b80\r\n\r\nDeep down\r\n--b80--").getBytes(StandardCharsets.UTF_8));

        assertThat(mail.attachments()).hasSize(1);
        assertThat(mail.notes()).extracting(Note::key).contains("too-deep");
    }

    @Test
    void textAndHeadersOverTheLimitAreSaidToBeCut() {
        ReceivedMail mail =
                read(RawMail.of("x").with("X-Long", "y".repeat(200_000)).saying("z".repeat(1_500_000)));

        assertThat(mail.notes()).extracting(Note::key).containsExactlyInAnyOrder("long-header", "long-text");
        assertThat(mail.text()).hasSize(1_000_000);
    }

    @Test
    void aHeadOverTheLimitIsSaidToBeCutAndItsBodyIsRead() {
        StringBuilder head = new StringBuilder("From: nadia@example.com\r\n");
        for (int i = 0; i < 30; i++) {
            head.append("Cc: ").append("tom@example.com, ".repeat(5_000)).append("\r\n");
        }
        ReceivedMail mail = read((head + "\r\nStill here").getBytes(StandardCharsets.UTF_8));

        assertThat(mail.from()).hasToString("nadia@example.com");
        assertThat(mail.text()).isEqualTo("Still here");
        assertThat(mail.notes()).extracting(Note::key).containsExactly("large-head");
    }

    @Test
    void ofALongConversationTheNearestMailsAreKept() {
        StringBuilder ids = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            ids.append(" <").append(i).append("@example.com>");
        }
        ReceivedMail mail =
                read(RawMail.of("x").with("References", ids.toString()).saying("Yes"));

        assertThat(mail.references())
                .hasSizeLessThanOrEqualTo(100)
                .startsWith("<4999@example.com>", "<4998@example.com>");
    }
}
