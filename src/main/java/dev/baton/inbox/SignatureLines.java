package dev.baton.inbox;

import java.util.List;
import java.util.regex.Pattern;

/** The lines by which a signature is known: its dashes, and what phones and programs put under a mail. */
final class SignatureLines {

    private static final int LONGEST_WORN = 12;
    private static final int LONGEST_BELOW_DASH = 4;
    private static final int LONGEST_FOOTER = 10;
    private static final int LONGEST_DEVICE_LINE = 100;
    private static final int SHORT = 40;

    private static final List<String> DEVICES = MailWords.of("device");
    private static final List<String> BEGINS = MailWords.of("device.begins");
    private static final List<String> ENDS = MailWords.of("device.ends");
    private static final List<String[]> AROUND = MailWords.of("device.around").stream()
            .map(pair -> pair.split(" ~ "))
            .toList();
    private static final List<String> APOLOGIES = MailWords.of("device.apology");
    private static final List<String> OFFERS = MailWords.of("offer.begins");
    private static final List<String> OFFERS_LAST = MailWords.of("offer.ends");
    private static final List<String> OFFERED = MailWords.of("offer.of");
    private static final List<String> OFFERED_ON = MailWords.of("offer.on");

    private static final Pattern TARGET = Pattern.compile("[<(\\[]https?://[^\\s>)\\]]{1,500}[>)\\]]");
    private static final Pattern FREE = Pattern.compile("sent from (?:my|a|the) \\S+(?: \\S+){0,5}");

    private SignatureLines() {}

    /** Whether a signature begins here (RFC 3676 §4.3, and without the space that many lose) and ends before {@code end}. */
    static boolean beginAt(List<BodyLine> lines, int i, int end) {
        String line = lines.get(i).text();
        if (line.equals("-- ")) {
            return true;
        }
        int most = line.strip().equals("--") ? LONGEST_WORN : line.strip().equals("—") ? LONGEST_BELOW_DASH : 0;
        return most > 0 && isSignature(lines, i, end, most) || isListFooter(lines, i, end);
    }

    /** Below dashes that people write between thoughts too. */
    private static boolean isSignature(List<BodyLine> lines, int i, int end, int most) {
        if (end - i > LONGEST_WORN) {
            return false;
        }
        SignatureBlock block = new SignatureBlock(lines.subList(i + 1, end));
        return block.isNoLongerThan(most) && !block.holdsWords();
    }

    /** Whether what is cut from here on, a signature or a footer, may hold words that somebody wrote. */
    static boolean isDoubtful(List<BodyLine> lines, int i, int end) {
        List<BodyLine> below = lines.subList(i + 1, end);
        return Separator.isRule(lines.get(i).text())
                ? below.stream()
                        .noneMatch(line ->
                                line.text().contains("http") || line.text().contains("@"))
                : new SignatureBlock(below).holdsWords();
    }

    /** What mailing list servers put under every mail, below a rule. */
    private static boolean isListFooter(List<BodyLine> lines, int i, int end) {
        String line = lines.get(i).text();
        if (end - i > LONGEST_FOOTER || line.isEmpty() || line.length() > 100 || !Separator.isRule(line)) {
            return false;
        }
        String rest = MailWords.normal(String.join(
                " ", lines.subList(i + 1, end).stream().map(BodyLine::text).toList()));
        return rest.length() < 1_000
                && (rest.contains("mailing list") || rest.contains("unsubscribe") || rest.contains("listinfo"));
    }

    /** Whether the line is one of those that phones and mail programs put under a mail. */
    static boolean isDeviceLine(String line) {
        if (line.length() > 600) {
            return false;
        }
        String said = said(line);
        return !said.isEmpty()
                && said.length() <= LONGEST_DEVICE_LINE
                && (isSentFrom(said) || isAround(said) || isOffer(said) || isAdvertised(said));
    }

    /** Whether such a line may say more than what wrote it, or is known only by how it begins. */
    static boolean isDoubtfulDeviceLine(String line) {
        String said = said(line);
        String rest = said.substring(firstClause(said).length());
        boolean more = rest.strip().length() > 1 && APOLOGIES.stream().noneMatch(rest::contains);
        boolean anyMail =
                isOffer(said) && OFFERED.stream().filter(said::contains).allMatch("mail"::equals);
        return !isAround(said) && !isAdvertised(said) && (more || anyMail || !names(said));
    }

    private static String said(String line) {
        return MailWords.normal(
                TARGET.matcher(line).replaceAll(" ").replace('*', ' ').replace('_', ' '));
    }

    private static boolean isSentFrom(String said) {
        boolean begins = BEGINS.stream().anyMatch(said::startsWith);
        return (begins && names(firstClause(said)))
                || (said.length() <= SHORT
                        && names(said)
                        && ENDS.stream().anyMatch(end -> said.endsWith(end) || said.endsWith(end + ".")))
                || FREE.matcher(withoutStop(said)).matches();
    }

    private static boolean isAround(String said) {
        String whole = withoutStop(said);
        return AROUND.stream().anyMatch(pair -> whole.startsWith(pair[0] + " ") && whole.endsWith(pair[1]))
                        && names(whole)
                || AROUND.stream()
                        .anyMatch(pair -> whole.length() <= SHORT
                                && whole.startsWith(pair[0])
                                && whole.endsWith(pair[1])
                                && names(whole));
    }

    private static boolean isOffer(String said) {
        String whole = withoutStop(said);
        return (OFFERS.stream().anyMatch(whole::startsWith)
                        || OFFERS_LAST.stream().anyMatch(whole::endsWith))
                && said.length() <= SHORT * 2
                && OFFERED.stream().anyMatch(said::contains)
                && OFFERED_ON.stream().anyMatch(said::contains);
    }

    private static boolean isAdvertised(String said) {
        return said.startsWith("yahoo mail: ");
    }

    private static boolean names(String said) {
        return DEVICES.stream().anyMatch(device -> containsWord(said, device));
    }

    private static boolean containsWord(String said, String word) {
        int at = said.indexOf(word);
        return at >= 0
                && (at == 0
                        || !Character.isLetter(said.charAt(at - 1))
                        || !Character.isLetter(word.charAt(0))
                        || word.codePointAt(0) > 0x2e00
                        || said.charAt(at - 1) > 0x2e00);
    }

    private static String firstClause(String said) {
        for (int i = 0; i < said.length(); i++) {
            boolean stop = ",;!?".indexOf(said.charAt(i)) >= 0
                    || (said.charAt(i) == '.' && i + 1 < said.length() && said.charAt(i + 1) == ' ');
            if (stop) {
                return said.substring(0, i);
            }
        }
        return said;
    }

    private static String withoutStop(String said) {
        return said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
    }
}
