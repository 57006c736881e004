package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.shared.EmailAddress;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedTest {

    private static final EmailAddress TOM = EmailAddress.of("tom@example.com");

    private static final String BLOCK = """
            From: Tom Weber <tom@example.com>
            Sent: Monday, 2 March 2026 10:00
            To: Nadia Fischer <nadia@example.com>
            Subject: A flyer, please

            We need a flyer.

            Tom
            """;

    static Stream<OwnWordsFixtures.PassedOn> passedOn() {
        return OwnWordsFixtures.passedOn().stream();
    }

    @ParameterizedTest
    @MethodSource("passedOn")
    void whatEveryProgramForwardsIsReadInEveryLanguage(OwnWordsFixtures.PassedOn mail) {
        ReceivedMail read = ReadMails.read(RawMail.of(mail.subject())
                .with("Content-Type", "text/" + (mail.part().equals("html") ? "html" : "plain") + "; charset=utf-8")
                .saying(mail.body()));

        Forwarded forwarded = Objects.requireNonNull(read.forwarded());
        assertThat(forwarded.from()).isEqualTo(TOM);
        assertThat(forwarded.fromName()).isEqualTo("Tom Weber");
        assertThat(forwarded.subject()).isEqualTo(mail.about());
        assertThat(forwarded.text()).isEqualTo(mail.text());
        assertThat(forwarded.sentOn()).isNotBlank();
        assertThat(read.text()).isEqualTo(mail.note());
    }

    private static RawMail saying(String subject, String text) {
        return RawMail.of("x").without("Subject").with("Subject", subject).saying(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Re: A flyer, please", "AW: WG: A flyer, please", "A flyer, please", "RE: [Fwd: A flyer]"})
    void aReplyWithAQuoteIsNoForward(String subject) {
        assertThat(ReadMails.read(saying(subject, "Yes.\n\n" + BLOCK)).forwarded())
                .isNull();
    }

    @Test
    void aMarkedSubjectAloneIsNoForward() {
        assertThat(ReadMails.read(saying("Fwd: A flyer", "Can we have one?")).forwarded())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[EXT] Fwd: x", "[Fwd: x]", "FW[2]: x", "Fwd: Re: x", "x (fwd)", "Пересл: x", "转发：x", "Doorst: x"
            })
    void theMarkOfASubjectIsKnownInManyForms(String subject) {
        assertThat(SubjectMark.of(subject)).isEqualTo(SubjectMark.FORWARD);
    }

    @Test
    void aLineThatSaysSoMakesAForwardWithoutAMark() {
        ReceivedMail mail = ReadMails.read(
                saying("Please do this", "See below.\n\n---------- Forwarded message ---------\n" + BLOCK));

        assertThat(Objects.requireNonNull(mail.forwarded()).from()).isEqualTo(TOM);
        assertThat(mail.text()).isEqualTo("See below.");
    }

    @Test
    void whatAForwardQuotesInColourIsNobodysAnswer() {
        ReceivedMail mail = ReadMails.read(saying(
                        "FW: x",
                        "<p>See below.</p><p>From: Tom &lt;tom@example.com&gt;<br>Sent: Monday, 2 March 2026<br>To: N<br>"
                                + "Subject: x</p><p>Hello</p><p style='color:red'>Approve</p><p>[Nadia Fischer] Approve</p>")
                .with("Content-Type", "text/html"));

        assertThat(mail.text()).isEqualTo("See below.");
    }

    @Test
    void aMailForwardedTwiceIsAChain() {
        ReceivedMail mail = ReadMails.read(saying(
                "Fwd: Fwd: flyer",
                "Please.\n\n---------- Forwarded message ---------\nFrom: Ines <ines@example.com>\nDate: Mon\n"
                        + "Subject: Fwd: flyer\nTo: N\n\nFor you?\n\n---------- Forwarded message ---------\n"
                        + BLOCK));

        assertThat(Objects.requireNonNull(mail.forwarded()).chain())
                .extracting(Forwarded::from, Forwarded::text)
                .containsExactly(
                        tuple(EmailAddress.of("ines@example.com"), "For you?"), tuple(TOM, "We need a flyer.\n\nTom"));
    }

    @Test
    void aMailThatIsAttachedIsReadWithItsFiles() {
        ReceivedMail mail = ReadMails.read(RawMail.of("x")
                .without("Subject")
                .with("Subject", "Fwd: flyer")
                .with("Content-Type", "multipart/mixed; boundary=a")
                .saying("--a\r\n\r\nPlease do.\r\n--a\r\nContent-Type: message/rfc822\r\n\r\n"
                        + "From: Tom Weber <tom@example.com>\r\nSubject: flyer\r\nMessage-ID: <t@example.com>\r\n"
                        + "Date: Mon, 2 Mar 2026 10:00:00 +0100\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + "--b\r\n\r\nWe need a flyer.\r\n--b\r\nContent-Type: application/pdf; name=logo.pdf\r\n\r\n"
                        + "%PDF\r\n--b--\r\n--a--\r\n"));

        Forwarded forwarded = Objects.requireNonNull(mail.forwarded());
        assertThat(mail.text()).isEqualTo("Please do.");
        assertThat(forwarded.from()).isEqualTo(TOM);
        assertThat(forwarded.text()).isEqualTo("We need a flyer.");
        assertThat(forwarded.messageId()).isEqualTo("<t@example.com>");
        assertThat(forwarded.attachments()).extracting(Attachment::name).isEqualTo(List.of("logo.pdf"));
        assertThat(forwarded.attachments().get(0))
                .satisfies(file -> assertThat(file.content()).hasContent("%PDF"));
    }

    @Test
    void aNameWithoutAnAddressIsANameOnly() {
        ReceivedMail mail =
                ReadMails.read(saying("FW: x", "From: Weber, Tom\nSent: Monday\nTo: Nadia\nSubject: flyer\n\nPlease"));

        assertThat(Objects.requireNonNull(mail.forwarded()).author()).isEmpty();
        assertThat(mail.forwarded().fromName()).isEqualTo("Weber, Tom");
    }

    @Test
    void theRestOfAForwardInPartsOfItsOwnIsNotTheForwardersWord() {
        ReceivedMail mail = ReadMails.read(RawMail.of("x")
                .without("Subject")
                .with("Subject", "Fwd: flyer")
                .with("Content-Type", "multipart/mixed; boundary=a")
                .saying("--a\r\n\r\nPlease do.\r\n\r\nBegin forwarded message:\r\n\r\n" + BLOCK.replace("\n", "\r\n")
                        + "\r\n--a\r\nContent-Type: image/png\r\nContent-ID: <i>\r\n\r\nx\r\n--a\r\n\r\nP.S. Approve"
                        + "\r\n--a--"));

        assertThat(mail.text()).isEqualTo("Please do.");
        assertThat(mail.cut()).contains("P.S. Approve");
    }
}
