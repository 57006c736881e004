package dev.baton.inbox;

import static dev.baton.inbox.ReadMails.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of a mail whose text comes in several parts. */
class TextPartsTest {

    private static final String FULL_LINE = "M" + "5".repeat(60) + "\n";

    private static String part(String type, String content) {
        return "Content-Type: " + type + "\n\n" + content + "\n";
    }

    private static String multipart(String kind, String boundary, String... parts) {
        String line = "--" + boundary;
        return "Content-Type: multipart/" + kind + "; boundary=" + boundary + "\n\n" + line + "\n"
                + String.join("\n" + line + "\n", parts) + "\n" + line + "--\n";
    }

    private static ReceivedMail mail(String entity) {
        return read(("Subject: Re: x\n" + entity).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static ReceivedMail both(String plain, String html) {
        return mail(multipart("alternative", "a", part("text/plain", plain), part("text/html", html)));
    }

    private static String pieces(String type, String first, String second) {
        return multipart(
                "mixed", type.replace('/', '-'), part(type, first), part("application/pdf", "x"), part(type, second));
    }

    @Test
    void htmlGoesOnBehindAFile() {
        ReceivedMail mail = mail(multipart(
                "alternative",
                "a",
                part("text/plain", ""),
                pieces("text/html", "<p>See the draft.", "<p>I reject it.</p>")));

        assertThat(mail.text()).isEqualTo("See the draft.\n\nI reject it.");
        assertThat(mail.html()).contains("See the draft.", "I reject it.");
    }

    @Test
    void whatTheFirstPieceLeavesOpenEndsThere() {
        ReceivedMail mail = mail(multipart(
                "alternative",
                "a",
                part("text/plain", ""),
                pieces("text/html", "<p>See it.</p><blockquote type=cite>Old", "<p>I reject it.</p>")));

        assertThat(mail.text()).isEqualTo("See it.\n\nI reject it.");
    }

    @Test
    void bothKindsGoOnBehindAFile() {
        ReceivedMail mail = mail(multipart(
                "alternative",
                "a",
                pieces("text/plain", "See the draft.", "I reject it."),
                pieces("text/html", "<p>See the draft.</p>", "<p>I reject it.</p>")));

        assertThat(mail.text()).contains("See the draft.", "I reject it.");
        assertThat(mail.notes()).isEmpty();
    }

    @Test
    void whatOnlyThePlainTextSaysIsCutInDoubt() {
        ReceivedMail mail = both("I approve it. Do not print page two.", "<p>I approve it.</p>");

        assertThat(mail.text()).isEqualTo("I approve it. Do not print page two.");
        assertThat(mail.isInDoubt()).isFalse();
    }

    @Test
    void whereBothSayDifferentThingsTheOtherIsCutAndTheMailInDoubt() {
        ReceivedMail mail = both("All of it is approved by me.", "<p>I reject this. The headline must change.</p>");

        assertThat(mail.text()).isEqualTo("All of it is approved by me.");
        assertThat(mail.cut()).isEqualTo("I reject this. The headline must change.");
        assertThat(mail.isInDoubt()).isTrue();
        assertThat(mail.notes()).containsExactly(Note.of("parts-differ"));
    }

    @Test
    void whereEachSaysSomethingOfItsOwnNothingIsLost() {
        ReceivedMail mail = both(
                "I approve the flyer as it is now.\nPrint two hundred.",
                "<p>I approve the flyer as it is now.</p><p>Not before Friday.</p>");

        assertThat(mail.text() + mail.cut()).contains("Print two hundred.", "Not before Friday.");
        assertThat(mail.isInDoubt()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<s>Approved.</s> Change page two.",
                "<p><DEL >Approved.</DEL></p>Change page two.",
                "<span style=\"text-decoration: line-through\">Approved.</span> Change page two."
            })
    void wordsThatAreStruckOutLeaveAMailInDoubt(String html) {
        assertThat(both("Approved. Change page two.", html).isInDoubt()).isTrue();
        assertThat(mail(part("text/html", "<p>Approved.</p><blockquote type=cite>" + html + "</blockquote>"))
                        .notes())
                .doesNotContain(Note.of("struck-out"));
    }

    @Test
    void linksAndNumbersOfListsAreNoDifference() {
        ReceivedMail mail = both(
                "1. See page two\n2. Approve it [image: logo]",
                "<ol><li>See <a href=\"https://example.com/a/b\">page two</a></li><li>Approve it</li></ol>");

        assertThat(mail.isInDoubt()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your e-mail program does not show HTML messages.",
                "This is an HTML message. Please use a program that can show it.",
                "Diese Nachricht ist im HTML-Format. Ihr Programm kann sie nicht anzeigen.",
                "Ce message est au format HTML.",
                "Este mensaje está en formato HTML.",
                "Questo messaggio è in formato HTML.",
                "Este e-mail está em formato HTML.",
                "Dit is een HTML-bericht.",
                "Ta wiadomość jest w formacie HTML.",
                "Письмо в формате HTML.",
                "この メールは HTML形式 です。",
            })
    void aTextThatOnlyTellsOfTheHtmlIsNotTheSenders(String excuse) {
        ReceivedMail mail = mail(multipart(
                "alternative",
                "a",
                part("text/plain; charset=utf-8", excuse),
                part("text/html", "<p>I reject it. The headline is wrong.</p>")));

        assertThat(mail.text()).isEqualTo("I reject it. The headline is wrong.");
        assertThat(mail.cut()).isEqualTo(excuse);
        assertThat(mail.isInDoubt()).isFalse();
    }

    @Test
    void aBodyMayHaveAName() {
        ReceivedMail mail = mail(
                "Content-Type: text/plain; name=\"text_0.txt\"\nContent-Disposition: inline; filename=text_0.txt\n\nApprove\n");

        assertThat(mail.text()).isEqualTo("Approve");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("text_0.txt");
    }

    @Test
    void aTextWithANameStandsBackForTheWords() {
        ReceivedMail mail = mail(multipart(
                "mixed", "a", part("text/plain; name=notes.txt", "Some notes"), part("text/plain", "Approve")));

        assertThat(mail.text()).isEqualTo("Approve");
    }

    @Test
    void theDashesOfASignatureStandOnALineOfTheirOwnWhateverFlows() {
        ReceivedMail mail = mail(part("text/plain; format=flowed", "Please do it \n-- \nNadia\nMarketing"));

        assertThat(mail.text()).isEqualTo("Please do it");
        assertThat(mail.cut()).isEqualTo("-- \nNadia\nMarketing");
    }

    @Test
    void aQuoteWithABorderIsOneThoughItHasNoOtherBorder() {
        ReceivedMail mail = mail(
                part(
                        "text/html",
                        "<p>Not yet.</p><p>Tom Berg schrieb:</p>"
                                + "<blockquote style='border:none;border-left:solid #CCCCCC 1.0pt'><p>Approve</p></blockquote>"));

        assertThat(mail.text()).isEqualTo("Not yet.");
    }

    @Test
    void aRenamedQuoteOutsideAnEarlierMailIsAQuote() {
        assertThat(mail(part(
                                "text/html",
                                "<div>Not yet.</div><blockquote class=\"x_gmail_quote\">Approve</blockquote>"))
                        .text())
                .isEqualTo("Not yet.");
    }

    @ParameterizedTest
    @CsvSource({"'', end", "`, end", "'', x"})
    void aUuencodedFileIsOneToItsLastWholeLine(String last, String end) {
        ReceivedMail mail = mail(part(
                "text/plain",
                "See:\nbegin 644 a.bin\n" + FULL_LINE.repeat(2) + (last.isEmpty() ? "" : last + "\n") + end));

        assertThat(mail.attachments()).extracting(Attachment::size).containsExactly(90L);
        assertThat(mail.text()).isEqualTo(end.equals("end") ? "See:" : "See:\nx");
    }

    @Test
    void aUuencodedFileMayBeCutOff() {
        ReceivedMail mail = mail(part("text/plain", "begin 644 a.bin\n" + FULL_LINE.repeat(3) + "M555"));

        assertThat(mail.attachments()).extracting(Attachment::size).containsExactly(135L);
    }
}
