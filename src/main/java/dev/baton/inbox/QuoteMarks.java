package dev.baton.inbox;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines by which mail programs, in the languages they speak, say that what follows is not new. */
final class QuoteMarks {

    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_SIGNATURE = 12;

    /** How a line begins that names a day first, as in {@code pon., 2 mar} and {@code 02.03.2026}. */
    private static final String DAY = "(?:\\p{L}{1,12}[.,]{0,2} )?\\(?\\d";

    private static final Pattern INTRODUCTION = Pattern.compile(
            "(?:"
                    + Stream.of(
                                    "On\\b.{5,300}\\bwrote",
                                    "Am\\b.{5,300}\\bschrieb.{0,200}",
                                    "(?:Le|Il y a)\\b.{5,300}\\ba écrit",
                                    "El\\b.{5,300}\\bescribió",
                                    "Il(?: giorno)?\\b.{5,300}\\bha scritto",
                                    "Op\\b.{5,300}\\bschreef.{0,200}",
                                    "Em\\b.{5,300}\\bescreveu",
                                    "(?:W dniu|Dnia)\\b.{5,300}\\b(?:napisał(?:\\(a\\))?a?|pisze)",
                                    "Den\\b.{5,300}\\bskrev.{0,200}",
                                    "[^\n]{0,80}(?:在|于|於)\\s?\\d.{3,300}(?:写道|寫道)",
                                    DAY
                                            + ".{5,300}(?:wrote|schrieb|пишет|писал|написала?|написал\\(а\\)|napisał(?:\\(a\\))?"
                                            + "|のメール|書きました|写道|寫道)",
                                    DAY + ".{5,300}<[^<>\\s]+@[^<>\\s]+>")
                            .collect(Collectors.joining("|"))
                    + ")\\s*[:：]?",
            Pattern.DOTALL | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** With what such a line ends; looked at before the costly pattern. */
    private static final String LAST_CHARACTERS = ":：>道た";

    private static final Pattern TIME = Pattern.compile("\\d{1,2}[:.h]\\d{2}|(?:19|20)\\d{2}");

    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s*[-_=*]{2,}\\s*(?:Original Message|Original-Nachricht|Ursprüngliche Nachricht|Message d'origine"
                    + "|Message original|Mensaje original|Messaggio originale|Oorspronkelijk bericht|Mensagem original"
                    + "|Wiadomość oryginalna|Ursprungligt meddelande|Исходное сообщение|原始邮件|邮件原件|元のメッセージ"
                    + "|Forwarded message|Weitergeleitete Nachricht|Message transféré|Mensaje reenviado"
                    + "|Messaggio inoltrato|Doorgestuurd bericht|Mensagem encaminhada"
                    + "|Reply message|Reply Separator|Original appointment)\\s*[-_=*:]{0,}\\s*"
                    + "|\\s*(?:Begin forwarded message|Anfang der weitergeleiteten (?:Nachricht|E-Mail)"
                    + "|Début du message (?:réexpédié|transféré)|Inicio del mensaje reenviado"
                    + "|Inizio messaggio inoltrato|Begin doorgestuurd bericht)\\s*:?\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern RULE = Pattern.compile("\\s*[-_=*]{5,}\\s*");

    private static final Pattern FROM = Pattern.compile(
            "\\s*[>*]*\\s*\\*?(?:From|Von|De|Da|Van|Od|Från|Fra|От|发件人|寄件者|差出人|送信者)\\s?\\*?\\s?[:：].{2,}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SENT_TO = Pattern.compile(
            "\\s*\\*?(?:Sent|Date|To|Subject|Gesendet|Datum|An|Betreff|Envoyé|À|Objet|Enviado(?: el)?|Fecha|Para|Asunto"
                    + "|Inviato|Data|A|Oggetto|Verzonden|Aan|Onderwerp|Assunto|Wysłano|Do|Temat|Skickat|Till|Ämne"
                    + "|Отправлено|Дата|Кому|Тема|发送时间|收件人|主题|送信日時|宛先|件名)\\s?\\*?\\s?[:：].*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern DEVICE = Pattern.compile(
            "\\s*(?:Sent (?:from|via|using) (?:my|the|a|Mail|Outlook|Yahoo|Samsung|Proton|AOL|BlackBerry|iPhone|iPad|Gmail"
                    + "|Surface|Sparrow|Mailbird|Windows|an?\\b).{0,80}"
                    + "|(?:Von|Gesendet (?:von|mit|aus))\\s(?:meine[mr]?|Mail|Outlook|der|einem|iPhone).{0,80}"
                    + "|Envoyé (?:de|depuis|à partir d[e'u]) ?(?:mon|ma|Outlook|iPhone|l'app|Yahoo).{0,80}"
                    + "|Enviado (?:desde|do) (?:mi|meu|Outlook|Yahoo|Correo|el|o).{0,80}"
                    + "|Inviato da(?:l)? (?:mio |Outlook|iPhone|iPad|Yahoo|smartphone).{0,80}"
                    + "|Verzonden vanaf (?:mijn|Outlook|Samsung).{0,80}"
                    + "|Skickat från (?:min|Outlook).{0,80}|Wysłane z .{0,80}|Отправлено (?:с|из) .{0,80}"
                    + "|(?:Get|Download) (?:Outlook|BlueMail|Mail) for .{0,80}|Outlook für (?:iOS|Android).{0,80}"
                    + "|发自我的.{0,40}|iPhoneから送信)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private QuoteMarks() {}

    /** How many lines from here are the introduction of a quote; 0 if none is. Programs wrap it over up to four. */
    static int introductionAt(List<String> lines, int start) {
        if (lines.get(start).isBlank()) {
            return 0;
        }
        StringBuilder joined = new StringBuilder();
        for (int i = start; i < Math.min(start + 4, lines.size()); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith(">") || joined.length() + line.length() > LONGEST_LINE) {
                return 0;
            }
            joined.append(joined.isEmpty() ? "" : "\n").append(line);
            if (LAST_CHARACTERS.indexOf(line.charAt(line.length() - 1)) >= 0
                    && INTRODUCTION.matcher(joined).matches()) {
                return i - start + 1;
            }
        }
        return 0;
    }

    /** Whether the introduction is sure enough to be believed without a quoted line under it. */
    static boolean namesTimeAndSender(List<String> lines, int start, int length) {
        String whole = String.join(" ", lines.subList(start, start + length));
        return TIME.matcher(whole).find();
    }

    /** Whether everything from this line on is an earlier mail. */
    static boolean separatesAt(List<String> lines, int i) {
        String line = lines.get(i);
        if (line.isBlank() || line.length() > LONGEST_LINE) {
            return false;
        }
        return line.equals(HtmlMarks.REST_IS_QUOTED)
                || SEPARATOR.matcher(line).matches()
                || (mayBeHeader(line) && FROM.matcher(line).matches() && headersFollow(lines, i + 1));
    }

    private static boolean mayBeHeader(String line) {
        return line.indexOf(':') >= 0 || line.indexOf('：') >= 0;
    }

    /** Whether the line is a rule drawn with characters. */
    static boolean isRule(String line) {
        return line.length() < LONGEST_LINE && RULE.matcher(line).matches();
    }

    private static boolean headersFollow(List<String> lines, int from) {
        return lines.subList(from, Math.min(from + 5, lines.size())).stream()
                        .filter(line -> line.length() < LONGEST_LINE
                                && SENT_TO.matcher(line).matches())
                        .count()
                >= 2;
    }

    /** Whether a signature begins here (RFC 3676 §4.3, and without the space that many lose) and ends before {@code end}. */
    static boolean startsSignature(List<String> lines, int i, int end) {
        String line = lines.get(i);
        boolean exact = line.equals("-- ") || line.equals(HtmlMarks.SIGNATURE);
        boolean worn = line.stripTrailing().equals("--") || line.stripTrailing().equals("—");
        return exact || (worn && end - i <= LONGEST_SIGNATURE);
    }

    /** Whether the line is one of those that phones put under a mail. */
    static boolean isDeviceLine(String line) {
        return line.length() < 120 && DEVICE.matcher(line).matches();
    }
}
