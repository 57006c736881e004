package dev.baton.inbox;

import static dev.baton.inbox.ReadMails.read;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails in mails' clothing: winmail.dat, S/MIME, invitations. */
class PackedMailTest {

    private static final String RTF =
            "{\\rtf1\\ansi\\ansicpg1252\\fromtext{\\fonttbl{\\f0 Arial;}}\\f0 Please book\\par "
                    + "the h\\'e4ll \\u8364? {\\*\\secret no}now\\par}";

    private static byte[] attribute(int level, int id, int type, byte[] data) {
        return ByteBuffer.allocate(11 + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) level)
                .putShort((short) id)
                .putShort((short) type)
                .putInt(data.length)
                .put(data)
                .putShort((short) 0)
                .array();
    }

    private static byte[] property(int type, int id, byte[] data) {
        int padding = (4 - data.length % 4) % 4;
        return ByteBuffer.allocate(16 + data.length + padding)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(1)
                .putShort((short) type)
                .putShort((short) id)
                .putInt(1)
                .putInt(data.length)
                .put(data)
                .array();
    }

    private static byte[] tnef(byte[] property) {
        ByteArrayOutputStream tnef = new ByteArrayOutputStream();
        tnef.writeBytes(new byte[] {0x78, (byte) 0x9f, 0x3e, 0x22, 1, 0});
        tnef.writeBytes(attribute(1, 0x9003, 6, property));
        tnef.writeBytes(attribute(2, 0x9002, 6, new byte[14]));
        tnef.writeBytes(attribute(2, 0x8010, 1, "plan.pdf\0".getBytes(US_ASCII)));
        tnef.writeBytes(attribute(2, 0x800f, 6, "%PDF".getBytes(US_ASCII)));
        return tnef.toByteArray();
    }

    private static byte[] uncompressed(String rtf) {
        byte[] text = rtf.getBytes(US_ASCII);
        return ByteBuffer.allocate(16 + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(12 + text.length)
                .putInt(text.length)
                .put("MELA".getBytes(US_ASCII))
                .putInt(0)
                .put(text)
                .array();
    }

    private static ReceivedMail winmail(String text, byte[] tnef) {
        return read(RawMail.of("Hall")
                .with("Content-Type", "multipart/mixed; boundary=b")
                .saying("--b\r\n\r\n" + text + "\r\n--b\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(tnef) + "\r\n--b--"));
    }

    @Test
    void aWinmailIsUnpackedAndKept() throws IOException {
        ReceivedMail mail = winmail("", tnef(property(0x1f, 0x1000, "Please book the häll.\0".getBytes(UTF_16LE))));

        assertThat(mail.text()).isEqualTo("Please book the häll.");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("winmail.dat", "plan.pdf");
        assertThat(mail.attachments().get(1).content()).hasContent("%PDF");
        assertThat(mail.attachments().get(1).type()).isEqualTo("application/pdf");
        assertThat(mail.notes()).isEmpty();
    }

    @Test
    void theTextOfAWinmailStandsBackForThatOfTheMail() {
        ReceivedMail mail = winmail("I say this.", tnef(property(0x1f, 0x1000, "And that.\0".getBytes(UTF_16LE))));

        assertThat(mail.text()).isEqualTo("I say this.");
    }

    @Test
    void aWinmailIsReadInItsCodePage() {
        Charset chinese = Charset.forName("GB18030");
        ByteArrayOutputStream tnef = new ByteArrayOutputStream();
        tnef.writeBytes(new byte[] {0x78, (byte) 0x9f, 0x3e, 0x22, 1, 0});
        tnef.writeBytes(attribute(1, 0x9007, 6, new byte[] {(byte) 0xa8, 3, 0, 0, 0, 0, 0, 0}));
        tnef.writeBytes(attribute(1, 0x800c, 2, "请预订大厅。\0".getBytes(chinese)));
        tnef.writeBytes(attribute(2, 0x9002, 6, new byte[14]));
        tnef.writeBytes(attribute(2, 0x8010, 1, "计划.pdf\0".getBytes(chinese)));
        tnef.writeBytes(attribute(2, 0x800f, 6, "%PDF".getBytes(US_ASCII)));
        ReceivedMail mail = winmail("", tnef.toByteArray());

        assertThat(mail.text()).isEqualTo("请预订大厅。");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("winmail.dat", "计划.pdf");
    }

    @Test
    void aMailInAWinmailBringsItsWordsAndFiles() throws IOException {
        byte[] inner = tnef(property(0x1f, 0x1000, "The older words.\0".getBytes(UTF_16LE)));
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.writeBytes(new byte[16]);
        object.writeBytes(inner);
        ByteArrayOutputStream tnef = new ByteArrayOutputStream();
        tnef.writeBytes(new byte[] {0x78, (byte) 0x9f, 0x3e, 0x22, 1, 0});
        tnef.writeBytes(attribute(1, 0x9003, 6, property(0x1f, 0x1000, "See below.\0".getBytes(UTF_16LE))));
        tnef.writeBytes(attribute(2, 0x9002, 6, new byte[14]));
        tnef.writeBytes(attribute(2, 0x8010, 1, "Old mail\0".getBytes(US_ASCII)));
        tnef.writeBytes(attribute(2, 0x9005, 6, property(0x0d, 0x3701, object.toByteArray())));
        ReceivedMail mail = winmail("", tnef.toByteArray());

        assertThat(mail.text()).isEqualTo("See below.");
        assertThat(mail.attachments())
                .extracting(Attachment::name)
                .containsExactly("winmail.dat", "Old mail.txt", "plan.pdf");
        assertThat(mail.attachments().get(1).content()).hasContent("The older words.");
    }

    @Test
    void theRtfOfAWinmailIsReadAsText() {
        ReceivedMail mail = winmail("", tnef(property(0x102, 0x1009, uncompressed(RTF))));

        assertThat(mail.text()).isEqualTo("Please book\nthe häll € now");
    }

    @Test
    void theHtmlOfAWinmailIsRead() {
        ReceivedMail mail = winmail("", tnef(property(0x102, 0x1013, "<p>Please <b>book</b></p>".getBytes(US_ASCII))));

        assertThat(mail.text()).isEqualTo("Please book");
        assertThat(mail.html()).isEqualTo("<p>Please <b>book</b></p>");
    }

    @Test
    void rtfThatWasMadeOfHtmlShowsItsText() {
        String rtf =
                "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 Please {\\*\\htmltag84 <b>}"
                        + "\\htmlrtf {\\b\\htmlrtf0 book{\\*\\htmltag92 </b>}\\htmlrtf }\\htmlrtf0 \\htmlrtf }\\htmlrtf0\\htmlrtf\\par\\htmlrtf0}";

        assertThat(RtfText.plain(rtf.getBytes(US_ASCII))).isEqualTo("Please book");
    }

    @Test
    void aBrokenWinmailStaysAFile() {
        byte[] whole = tnef(property(0x1f, 0x1000, "Hello\0".getBytes(UTF_16LE)));
        whole[11] = (byte) 0xff;
        whole[14] = (byte) 0x7f;
        ReceivedMail mail = winmail("See the file.", whole);

        assertThat(mail.text()).isEqualTo("See the file.");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("winmail.dat");
        assertThat(mail.notes()).containsExactly(Note.of("winmail"));
    }

    private static ReceivedMail file(String name) throws IOException {
        try (InputStream mail = PackedMailTest.class.getResourceAsStream("/mails/" + name)) {
            return read(Objects.requireNonNull(mail).readAllBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"signed.eml", "signed-streamed.eml"})
    void whatIsSignedIsReadable(String name) throws IOException {
        ReceivedMail mail = file(name);

        assertThat(mail.text()).isEqualTo("Please book the häll.");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("smime.p7m", "dates.txt");
        assertThat(mail.attachments().get(1).content()).hasContent("2 March");
        assertThat(mail.notes()).isEmpty();
    }

    @Test
    void whatIsEncryptedIsKeptAndSaid() throws IOException {
        ReceivedMail mail = file("encrypted.eml");

        assertThat(mail.text()).isEmpty();
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("smime.p7m");
        assertThat(mail.notes()).containsExactly(Note.of("encrypted", "S/MIME"));
    }

    private static String calendar(String method, String... lines) {
        return "BEGIN:VCALENDAR\r\nPRODID:-//x//y\r\nVERSION:2.0\r\nMETHOD:" + method + "\r\nBEGIN:VEVENT\r\nUID:1\r\n"
                + "SUMMARY:Kick-off\\, spring\r\n" + String.join("\r\n", lines)
                + "\r\nLOCATION:Room 5\r\nORGANIZER;CN=Nadia:mailto:nadia@example.com\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private static ReceivedMail invitation(String text, String calendar) {
        return read(RawMail.of("Kick-off")
                .with("Content-Type", "multipart/alternative; boundary=b")
                .saying("--b\r\n\r\n" + text + "\r\n--b\r\nContent-Type: text/calendar; charset=utf-8\r\n\r\n"
                        + calendar + "--b--"));
    }

    @Test
    void anInvitationIsShownInAFewLines() {
        ReceivedMail mail = invitation(
                "",
                calendar(
                        "REQUEST",
                        "DTSTART;TZID=W. Europe Standard Time:20260302T100000",
                        "DTEND;TZID=W. Europe Standard Time:20260302T113000"));

        assertThat(mail.text())
                .isEqualTo("Kick-off, spring\nMon 2 Mar 2026, 10:00\u201311:30 (W. Europe Standard Time)\nRoom 5\n"
                        + "nadia@example.com");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("invite.ics");
        assertThat(mail.notes()).extracting(Note::key).containsExactly("invitation");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CANCEL | DTSTART:20260302T100000Z | invitation-cancelled | Mon 2 Mar 2026, 10:00 (UTC)",
                "REPLY | ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.com | invitation-accepted | Room 5",
                "REPLY | ATTENDEE;PARTSTAT=DECLINED:mailto:a@example.com | invitation-declined | Room 5",
                "REQUEST | DTSTART;VALUE=DATE:20260302 | invitation | Mon 2 Mar 2026",
            })
    void whatBecomesOfAMeetingIsNoted(String method, String line, String key, String part) {
        ReceivedMail mail = invitation("My words.", calendar(method, line));

        assertThat(mail.text()).isEqualTo("My words.");
        assertThat(mail.notes()).singleElement().satisfies(note -> {
            assertThat(note.key()).isEqualTo(key);
            assertThat(note.details().get(0)).contains("Kick-off, spring", part);
        });
    }

    @Test
    void aBrokenInvitationIsKept() {
        ReceivedMail mail = invitation("My words.", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nnonsense\r\n");

        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("invite.ics");
        assertThat(mail.notes()).isEmpty();
    }
}
