package dev.baton.inbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks mails in the ways in which programs, servers and ill will break them. */
final class Mutations {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\"\\s;]{1,70})");
    private static final int LARGEST = 300_000;

    private static final List<String> WORDS = List.of(
            "\r\n",
            "\n",
            "\r",
            "\0",
            "\r\n\r\n",
            "--",
            "=?utf-8?Q?",
            "=?utf-8?B?",
            "?=",
            "=?iso-2022-jp?B?",
            "begin 644 a\r\n",
            "end\r\n",
            "=ybegin name=a\r\n",
            "=yend\r\n",
            "> ",
            "-- \r\n",
            "On 2 Mar 2026, A <a@b.c> wrote:\r\n",
            "-----Original Message-----\r\n",
            "From: a@b.c\r\nSent: x\r\nTo: y\r\nSubject: z\r\n",
            "<blockquote>",
            "</div>",
            "<table><tr><td>",
            "<!--",
            "\u001b$B",
            "\u001b(B",
            "\u00fe\u00ff",
            "\u00ef\u00bb\u00bf",
            "+ImIDkQ-",
            "Content-Type: text/html; charset=utf-16\r\n",
            "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n",
            "Content-Type: multipart/alternative; boundary=\"\"\r\n",
            "Content-Type: message/rfc822\r\n\r\n",
            "Content-Type: application/ms-tnef\r\n",
            "Content-Type: application/pkcs7-mime\r\n",
            "Content-Type: text/calendar\r\n",
            "Content-Type: text/plain; format=flowed; delsp=yes\r\n",
            "Content-Type: text/enriched\r\n",
            "Content-Type: multipart/report; report-type=delivery-status\r\n",
            "Content-Transfer-Encoding: base64\r\n",
            "Content-Transfer-Encoding: quoted-printable\r\n",
            "Content-Transfer-Encoding: x-uuencode\r\n",
            "Content-Disposition: attachment; filename*0*=utf-8''a; filename*1=b\r\n",
            "; charset=gb2312",
            "; charset=iso-2022-jp",
            "; charset=utf-7",
            "; charset=ks_c_5601-1987",
            "Auto-Submitted: auto-replied\r\n",
            "Authentication-Results: a; dmarc=pass\r\n",
            "Date: Thu, 99 Foo 99999 25:61 +9999\r\n");

    private final List<byte[]> seeds;
    private final Random random;

    Mutations(List<byte[]> seeds, long seed) {
        this.seeds = seeds;
        this.random = new Random(seed);
    }

    /** Some mail, broken in some ways. */
    byte[] next() {
        byte[] mail = any();
        for (int i = random.nextInt(6); i >= 0; i--) {
            mail = broken(mail);
        }
        return mail;
    }

    private byte[] any() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private int within(int bound) {
        return bound <= 0 ? 0 : random.nextInt(bound);
    }

    private byte[] broken(byte[] mail) {
        return switch (random.nextInt(12)) {
            case 0 -> flipped(mail);
            case 1 -> Arrays.copyOf(mail, within(mail.length));
            case 2 -> replaced(mail, within(mail.length), within(200), new byte[0]);
            case 3 -> doubled(mail, 1);
            case 4 -> doubled(mail, 1 + within(2_000));
            case 5 -> spliced(mail);
            case 6 -> lineFromAnother(mail);
            case 7 -> otherBoundary(mail);
            case 8 -> otherLineEnds(mail);
            case 9 -> swappedLines(mail);
            default -> replaced(mail, within(mail.length), 0, word());
        };
    }

    private byte[] word() {
        return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] flipped(byte[] mail) {
        byte[] copy = mail.clone();
        for (int i = within(20); i >= 0 && copy.length > 0; i--) {
            copy[within(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }

    private static byte[] replaced(byte[] mail, int at, int length, byte[] other) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(mail, 0, at);
        out.writeBytes(other);
        int rest = Math.min(mail.length, at + length);
        out.write(mail, rest, mail.length - rest);
        return out.toByteArray();
    }

    private byte[] doubled(byte[] mail, int times) {
        int start = within(mail.length);
        int length = Math.min(within(times > 1 ? 60 : 3_000), mail.length - start);
        int most = length == 0 ? 0 : Math.min(times, Math.max(0, LARGEST - mail.length) / length);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        for (int i = 0; i < most; i++) {
            again.write(mail, start, length);
        }
        return replaced(mail, start, 0, again.toByteArray());
    }

    private byte[] spliced(byte[] mail) {
        byte[] other = any();
        int from = within(other.length);
        byte[] piece = Arrays.copyOfRange(other, from, Math.min(other.length, from + within(20_000)));
        return mail.length > LARGEST ? mail : replaced(mail, within(mail.length), within(2_000), piece);
    }

    private byte[] lineFromAnother(byte[] mail) {
        List<String> lines = lines(mail);
        List<String> others = lines(any());
        lines.set(within(Math.min(40, lines.size())), others.get(within(Math.min(40, others.size()))));
        return bytes(lines);
    }

    private byte[] swappedLines(byte[] mail) {
        List<String> lines = lines(mail);
        int one = within(lines.size());
        int other = within(lines.size());
        String line = lines.get(one);
        lines.set(one, lines.get(other));
        lines.set(other, line);
        return bytes(lines);
    }

    private byte[] otherBoundary(byte[] mail) {
        String text = new String(mail, StandardCharsets.ISO_8859_1);
        Matcher boundary = BOUNDARY.matcher(text);
        if (!boundary.find()) {
            return mail;
        }
        String name = boundary.group(1);
        String other = random.nextBoolean() ? name + "x" : name.substring(0, (name.length() + 1) / 2);
        String changed = random.nextBoolean()
                ? text.replaceFirst(Pattern.quote("--" + name), Matcher.quoteReplacement("--" + other))
                : text.substring(0, boundary.start(1)) + other + text.substring(boundary.end(1));
        return changed.getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] otherLineEnds(byte[] mail) {
        String text = new String(mail, StandardCharsets.ISO_8859_1);
        return text.replace("\r\n", List.of("\n", "\r", "\n\r", "\r\r\n").get(within(4)))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> lines(byte[] mail) {
        return new ArrayList<>(Arrays.asList(new String(mail, StandardCharsets.ISO_8859_1).split("(?<=\n)", -1)));
    }

    private static byte[] bytes(List<String> lines) {
        return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
    }
}
