package dev.baton.inbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Mails that are made to be slow or large to read, of any size. */
final class WorstMails {

    private static final String MIXED = "Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
    private static final String HTML = "Subject: x\r\nContent-Type: text/html\r\n\r\n";
    private static final String TEXT = "Subject: x\r\nContent-Type: text/plain\r\n\r\n";

    private WorstMails() {}

    static Map<String, IntFunction<byte[]>> all() {
        Map<String, IntFunction<byte[]>> all = new LinkedHashMap<>();
        all.put("tiny parts", size -> filled(MIXED, "--b\r\n\r\na\r\n", size));
        all.put("tiny attachments", size -> filled(MIXED, "--b\r\nContent-Type: a/b\r\n\r\na\r\n", size));
        all.put("empty parts", size -> filled(MIXED, "--b\r\n", size));
        all.put("one line", size -> filled(TEXT, "a", size));
        all.put("one line of blanks", size -> filled(TEXT, " ", size));
        all.put("empty lines", size -> filled(TEXT, "\n", size));
        all.put("quoted lines", size -> filled(TEXT, "> a\n", size));
        all.put("quotes and answers", size -> filled(TEXT, "> a\nb\n", size));
        all.put("introductions", size -> filled(TEXT, "On Mon, 2 Mar 2026 at 10:00, A <a@b.c> wrote:\n", size));
        all.put("almost introductions", size -> filled(TEXT, "On 2 Mar 2026 10:00 On On On On\n", size));
        all.put("what others said", size -> filled(TEXT, "At 10:30 x said:\n", size));
        all.put("uuencoded beginnings", size -> filled(TEXT, "begin 644 a\nMABC\n", size));
        all.put("header blocks", size -> filled(TEXT, "From: a\nSent: b\nTo: c\n", size));
        all.put("separators", size -> filled(TEXT, "-----Original Message-----\n", size));
        all.put("signatures", size -> filled(TEXT, "-- \na\n", size));
        all.put("greetings", size -> filled(TEXT, "hi\n", size));
        all.put("outcomes", size -> filled(TEXT, "request changes ", size));
        all.put("dashes", size -> filled(TEXT, "-", size));
        all.put("lines of blanks", size -> filled(TEXT, "    \t  \n", size));
        all.put("message-ids in a text", size -> filled(TEXT, "\n>", size));
        all.put("html: text", size -> filled(HTML, "word ", size));
        all.put("html: div in div", size -> filled(HTML, "<div>", size));
        all.put("html: font in font", size -> filled(HTML, "<b><i><font>", size));
        all.put("html: quote in quote", size -> filled(HTML, "<blockquote>a", size));
        all.put("html: table in table", size -> filled(HTML, "<table><tr><td>", size));
        all.put("html: links", size -> filled(HTML, "<a href=\"http://a\">a", size));
        all.put("html: links in tables", size -> filled(HTML, "<table><a href=\"http://a\">", size));
        all.put("html: open tags", size -> filled(HTML, "<", size));
        all.put("html: attributes", size -> filled(HTML + "<p ", "a" + "=b ", size));
        all.put("html: many attributes", size -> numbered(HTML + "<p ", "a%d=b ", size));
        all.put("html: unclosed comment", size -> filled(HTML + "<!--", "--", size));
        all.put("html: entities", size -> filled(HTML, "&amp", size));
        all.put("html: style", size -> filled(HTML + "<p style=\"", "a:b;", size));
        all.put("html: pre", size -> filled(HTML + "<pre>", "\n", size));
        all.put("html: spans", size -> filled(HTML, "<span> </span>", size));
        all.put("html: cid", size -> filled(HTML, "cid:", size));
        all.put("headers", size -> filled("", "X-A: b\r\n", size));
        all.put("different headers", size -> numbered("", "X-%d: b\r\n", size));
        all.put("one header", size -> filled("Subject: ", "a ", size));
        all.put("folded header", size -> filled("Subject: a\r\n", " b\r\n", size));
        all.put("lines that are no headers", size -> filled("Subject: a\r\n", "b\r\nX: c\r\n", size));
        all.put("encoded words", size -> filled("Subject: ", "=?utf-8?Q?a?= ", size));
        all.put("encoded words in lines", size -> filled("Subject: a\r\n", " =?utf-8?B?YQ?=\r\n", size));
        all.put(
                "references in many headers",
                size -> filled("", "References: " + "<a@b> ".repeat(16_000) + "\r\n", size));
        all.put("letters in many headers", size -> filled("", "Cc: " + "a".repeat(99_000) + "\r\n", size));
        all.put("addresses in many headers", size -> filled("", "To: " + "a@b.c, ".repeat(14_000) + "\r\n", size));
        all.put(
                "authentication in many headers",
                size -> filled("", "Authentication-Results: x; " + "a=b c.d=e ".repeat(9_000) + "\r\n", size));
        all.put("header block that goes on", size -> filled(TEXT, "cc:@,\n", size));
        all.put("forwarded header block that goes on", size -> filled("Subject: Fwd: x\r\n\r\n", "cc:@,\n", size));
        all.put("sender's header block that goes on", size -> filled(TEXT, "From: a@b\ncc:@,\n", size));
        all.put("encoded words in many headers", size -> filled("", "To: " + "=?a?q?".repeat(2_000) + "\r\n", size));
        all.put("beginnings of encoded words", size -> filled("Subject: ", "=?", size));
        all.put("recipients", size -> filled("From: a@b.c\r\nTo: ", "a@b.c, ", size));
        all.put("recipients in lines", size -> filled("From: a@b.c\r\nTo: x@y.z", ",\r\n a@b.c", size));
        all.put("comments", size -> filled("From: ", "(", size));
        all.put("From headers", size -> filled("", "From: " + "a@b.c, ".repeat(100) + "\r\n", size));
        all.put("angles", size -> filled("References: ", "<a@b> ", size));
        all.put("open angles", size -> filled("References: ", "<", size));
        all.put("parameters", size -> numbered("Content-Type: text/plain", "; a*%d=b", size));
        all.put("nested multiparts", WorstMails::nested);
        all.put("nested multiparts with much in them", WorstMails::nestedFull);
        all.put("boundaries that are prefixes", WorstMails::prefixes);
        all.put(
                "almost boundaries",
                size -> filled(
                        "Content-Type: multipart/mixed; boundary=" + "b".repeat(60) + "\r\n\r\n",
                        "--" + "b".repeat(59) + "\r\n",
                        size));
        all.put("no boundary", size -> filled("Content-Type: multipart/mixed\r\n\r\n", "--a\r\nb\r\n", size));
        all.put(
                "wrong boundary",
                size -> filled("Content-Type: multipart/mixed; boundary=c\r\n\r\n", "--a\r\n\r\nb\r\n", size));
        all.put(
                "long boundary",
                size -> filled(
                        "Content-Type: multipart/mixed; boundary=" + "b".repeat(2_000) + "\r\n\r\n",
                        "--" + "b".repeat(2_000) + "\r\n",
                        size));
        all.put("headers of a part", size -> filled(MIXED + "--b\r\n", "Content-X: a\r\n", size));
        all.put("one header of a part", size -> filled(MIXED + "--b\r\nContent-Type: ", "a", size));
        all.put(
                "folded header of a part",
                size -> filled(MIXED + "--b\r\nContent-Type: text/plain\r\n", " ;a\r\n", size));
        all.put("part without header", size -> filled(MIXED + "--b\r\n", "a", size));
        all.put(
                "broken headers of a part",
                size -> filled(MIXED + "--b\r\nContent-Type: a/b\r\n", "b\r\nContent-Type: c\r\n", size));
        all.put("base64 of nothing", size -> filled(encoded("base64"), "=", size));
        all.put("base64 of little", size -> filled(encoded("base64"), "AA=", size));
        all.put("base64 of blanks", size -> filled(encoded("base64") + "AAAA", "\r\n", size));
        all.put("base64", size -> filled(encoded("base64"), "QUFB".repeat(19) + "\r\n", size));
        all.put("quoted-printable blanks", size -> filled(encoded("quoted-printable"), " ", size));
        all.put("quoted-printable equals", size -> filled(encoded("quoted-printable"), "=", size));
        all.put("quoted-printable equals and blanks", size -> filled(encoded("quoted-printable"), "= ", size));
        all.put("quoted-printable", size -> filled(encoded("quoted-printable"), "=41=\r\n", size));
        all.put("uuencode begins", size -> filled(TEXT, "begin 644 a\n", size));
        all.put("uuencoded files", size -> filled(TEXT, "begin 644 a\n#0V%T\n`\nend\n", size));
        all.put("uuencoded", size -> filled(TEXT + "begin 644 a\n", "M" + "0".repeat(60) + "\n", size));
        all.put("yEnc begins", size -> filled(TEXT, "=ybegin name=a\n", size));
        all.put(
                "iso-2022-jp escapes",
                size -> filled("Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n", "\u001b$B", size));
        all.put("utf-7", size -> filled("Content-Type: text/plain; charset=utf-7\r\n\r\n", "+", size));
        all.put("enriched", size -> filled("Content-Type: text/enriched\r\n\r\n", "<", size));
        all.put("flowed", size -> filled("Content-Type: text/plain; format=flowed\r\n\r\n", "a \n", size));
        all.put("flowed quotes", size -> filled("Content-Type: text/plain; format=flowed\r\n\r\n", ">", size));
        all.put("attached mails in attached mails", size -> filled("", "Content-Type: message/rfc822\r\n\r\n", size));
        all.put("attached mail", size -> filled("Content-Type: message/rfc822\r\n\r\nSubject: a\r\n\r\n", "a", size));
        all.put(
                "calendar",
                size -> filled("Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n", "BEGIN:VEVENT\r\n", size));
        all.put("small calendars", WorstMails::calendars);
        all.put("winmail that claims gigabytes", size -> tnef(size, 0x7fffffff));
        all.put("winmail that is one file", size -> tnef(size, -1));
        all.put("winmail of compressed rtf", WorstMails::rtf);
        all.put(
                "signed nothing",
                size -> encoded("Content-Type: application/pkcs7-mime\r\n", new byte[size * 3 / 4 - 1_000]));
        all.put("signed in signed", WorstMails::asn1);
        all.put(
                "report fields",
                size -> filled(
                        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n"
                                + "Content-Type: message/delivery-status\r\n\r\n",
                        " ",
                        size));
        all.put(
                "report of blanks and line ends",
                size -> filled(report("message/delivery-status"), " ".repeat(500) + "\n", size));
        all.put(
                "report of fields",
                size -> filled(report("message/delivery-status"), "Final-Recipient: a ( ( ( (\n\n", size));
        all.put("report of empty lines", size -> filled(report("text/plain"), "\n> ", size));
        all.put("report of ids", size -> filled(report("text/plain"), "Message-ID: <a@b>\n", size));
        all.put("report of headers", size -> filled(report("text/rfc822-headers"), "A: b\n", size));
        all.put(
                "bounce in words",
                size -> filled("From: mailer-daemon@a.b\r\nSubject: Undeliverable\r\n\r\n", "user account \n- ", size));
        all.put(
                "vacation",
                size -> filled(
                        "From: a@b.c\r\nAuto-Submitted: auto-replied\r\nSubject: Away\r\n\r\n",
                        "until 1 from Mon 2. 3 back ",
                        size));
        all.put(
                "authentication results",
                size -> filled("", "Authentication-Results: x; a=b " + "a".repeat(19_000) + "\r\n", size));
        all.put(
                "authentication properties",
                size -> filled("", "Authentication-Results: x; " + "a=b c.d = ".repeat(1_900) + "\r\n", size));
        all.put(
                "forwarded",
                size -> filled(
                        "Subject: Fwd: x\r\n\r\n",
                        "---------- Forwarded message ---------\nFrom: a <a@b.c>\nDate: x\n",
                        size));
        all.put(
                "forwarded labels",
                size -> filled("Subject: Fwd: x\r\n\r\nFrom: a\n", "To: a@b.c " + "a ".repeat(50) + "\n", size));
        all.put("typed answers", size -> filled(TEXT, "> [Nadia Fischer] [Nadia Fischer]\n", size));
        all.put(
                "html: coloured answers",
                size -> filled(HTML, "<blockquote>a<font color=red>b</font></blockquote>", size));
        all.put("zeros", size -> new byte[size]);
        all.put("noise", WorstMails::noise);
        return all;
    }

    private static String report(String type) {
        return "From: mailer-daemon@a.b\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: " + type + "\r\n\r\n";
    }

    private static String encoded(String how) {
        return "Subject: x\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: " + how + "\r\n\r\n";
    }

    static byte[] filled(String start, String again, int size) {
        byte[] mail = new byte[size];
        byte[] first = start.getBytes(StandardCharsets.ISO_8859_1);
        byte[] more = again.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(first, 0, mail, 0, Math.min(first.length, size));
        for (int i = first.length; i < size; i++) {
            mail[i] = more[(i - first.length) % more.length];
        }
        return mail;
    }

    private static byte[] numbered(String start, String pattern, int size) {
        ByteArrayOutputStream mail = new ByteArrayOutputStream(size);
        mail.writeBytes(start.getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; mail.size() < size - 40; i++) {
            mail.writeBytes(pattern.replace("%d", String.valueOf(i)).getBytes(StandardCharsets.ISO_8859_1));
        }
        return mail.toByteArray();
    }

    private static byte[] nested(int size) {
        ByteArrayOutputStream mail = new ByteArrayOutputStream(size);
        mail.writeBytes("Content-Type: multipart/mixed; boundary=b0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; mail.size() < size - 100; i++) {
            mail.writeBytes(("--b" + i + "\r\nContent-Type: multipart/mixed; boundary=b" + (i + 1) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }
        return mail.toByteArray();
    }

    private static byte[] nestedFull(int size) {
        StringBuilder start = new StringBuilder("Content-Type: multipart/mixed; boundary=b0\r\n\r\n");
        for (int i = 0; i < 48; i++) {
            start.append("--b").append(i).append("\r\nContent-Type: multipart/mixed; boundary=b");
            start.append(i + 1).append("\r\n\r\n");
        }
        return filled(start + "--b48\r\n\r\n", "-- b\n-", size);
    }

    private static byte[] prefixes(int size) {
        StringBuilder start = new StringBuilder("Content-Type: multipart/mixed; boundary=b\r\n\r\n");
        for (int i = 1; i < 49; i++) {
            start.append("--").append("b".repeat(i)).append("\r\nContent-Type: multipart/mixed; boundary=");
            start.append("b".repeat(i + 1)).append("\r\n\r\n");
        }
        return filled(start.toString(), "--" + "b".repeat(60) + "\r\n", size);
    }

    private static byte[] calendars(int size) {
        String event =
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:a\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Europe/Berlin:20260302T100000"
                        + "\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        return filled(MIXED, "--b\r\nContent-Type: text/calendar\r\n\r\n" + event, size);
    }

    private static byte[] encoded(String type, byte[] content) {
        byte[] start = (type + "Content-Transfer-Encoding: base64\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] body = Base64.getEncoder().encode(content);
        byte[] mail = java.util.Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, mail, start.length, body.length);
        return mail;
    }

    private static byte[] tnef(int size, int claimed) {
        byte[] tnef = new byte[size * 3 / 4 - 1_000];
        byte[] start = {0x78, (byte) 0x9f, 0x3e, 0x22, 1, 0, 2, 0x02, (byte) 0x90, 6, 0, 14, 0, 0, 0};
        System.arraycopy(start, 0, tnef, 0, start.length);
        int at = 6 + 11 + 14;
        int length = claimed < 0 ? tnef.length - at - 11 : claimed;
        byte[] data = {
            2,
            0x0f,
            (byte) 0x80,
            6,
            0,
            (byte) length,
            (byte) (length >> 8),
            (byte) (length >> 16),
            (byte) (length >> 24)
        };
        System.arraycopy(data, 0, tnef, at, data.length);
        return encoded("Content-Type: application/ms-tnef; name=winmail.dat\r\n", tnef);
    }

    /** Many properties of RTF, each of which says the same seventeen bytes again and again. */
    private static byte[] rtf(int size) {
        int length = Math.min(900_000, size / 2);
        int count = Math.max(1, Math.min(3, size * 3 / 4 / length));
        ByteArrayOutputStream properties = new ByteArrayOutputStream();
        number(properties, count);
        for (int i = 0; i < count; i++) {
            properties.writeBytes(new byte[] {0x02, 0x01, 0x09, 0x10, 1, 0, 0, 0});
            number(properties, length);
            number(properties, length - 4);
            number(properties, 0x7fffffff);
            properties.writeBytes("LZFu".getBytes(StandardCharsets.US_ASCII));
            number(properties, 0);
            byte[] same = new byte[length - 16];
            for (int j = 0; j < same.length; j++) {
                same[j] = (byte) (j % 17 == 0 ? 0xff : j % 2 == 1 ? 0x00 : 0x0f);
            }
            properties.writeBytes(same);
            properties.writeBytes(new byte[(4 - length % 4) % 4]);
        }
        ByteArrayOutputStream tnef = new ByteArrayOutputStream();
        tnef.writeBytes(new byte[] {0x78, (byte) 0x9f, 0x3e, 0x22, 1, 0, 1, 0x03, (byte) 0x90, 6, 0});
        number(tnef, properties.size());
        tnef.writeBytes(properties.toByteArray());
        tnef.writeBytes(new byte[2]);
        return encoded("Content-Type: application/ms-tnef; name=winmail.dat\r\n", tnef.toByteArray());
    }

    private static void number(ByteArrayOutputStream to, int number) {
        for (int shift = 0; shift < 32; shift += 8) {
            to.write(number >> shift);
        }
    }

    private static byte[] asn1(int size) {
        byte[] content = new byte[size * 3 / 4 - 1_000];
        for (int i = 0; i + 1 < content.length; i += 2) {
            content[i] = 0x30;
            content[i + 1] = (byte) 0x80;
        }
        return encoded("Content-Type: application/pkcs7-mime\r\n", content);
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new java.util.Random(1).nextBytes(noise);
        return noise;
    }
}
