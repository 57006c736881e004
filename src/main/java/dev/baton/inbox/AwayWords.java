package dev.baton.inbox;

import dev.baton.shared.RequestRef;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How programs and people say that somebody is away, in the languages that answers are read in. */
final class AwayWords {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int LONGEST = 4_000;

    /** What mail programs put in front of the subject that they answer, or in its place. */
    private static final String PREFIX = "(?:auto(?:matic|mated)?[ -]?(?:reply|response|answer)|auto(?=:)"
            + "|out[ -]of[ -](?:the[ -])?office(?: (?:auto[ -]?(?:reply|response)|reply|notification|notice|message))?|ooo"
            + "|(?:on )?(?:(?:annual|parental|maternity|sick) )?(?:vacation|leave)(?: (?:auto[ -]?reply|notice|notification|message|response))?"
            + "|away from (?:my |the )?(?:desk|office|e-?mail)|i(?:['’]m| am) (?:away|out of (?:the )?office|on (?:vacation|leave))"
            + "|automatische (?:antwort|rückantwort|abwesenheitsnotiz)|abwesenheits(?:notiz|nachricht|meldung|assistent|benachrichtigung)"
            + "|abwesenheit|abwesend|außer haus|nicht im (?:büro|haus)|im urlaub"
            + "|r[ée]ponse automatique|(?:message |notification |avis )?d['’]absence|absence(?: du bureau)?|absente?(?: du bureau)?|en congés?"
            + "|respuesta autom[áa]tica|fuera de (?:la )?oficina|ausente|ausencia|de vacaciones"
            + "|risposta automatica|fuori (?:sede|ufficio)|assente|assenza(?: dall['’]ufficio)?|in ferie"
            + "|automatisch antwoord|automatische beantwoording|afwezig|afwezigheid(?:s(?:bericht|melding|assistent))?|niet (?:aanwezig )?op kantoor"
            + "|resposta autom[áa]tica|aus[êe]ncia|fora do escrit[óo]rio|de f[ée]rias"
            + "|automatyczna odpowied[źz]|odpowied[źz] automatyczna|autoodpowied[źz]|poza biurem|nieobecno[śs][ćc]|na urlopie"
            + "|autosvar|automatiskt? svar|fr[åa]nvaro(?:meddelande)?|fr[åa]nvarande|ej på kontoret|på semester"
            + "|автоответ|автоматический ответ|автоматическое уведомление|нет на (?:рабочем )?месте|отсутствие|в отпуске"
            + "|自动(?:回复|答复|回覆)|自動(?:回覆|答覆|返信|応答|返答)|外出(?:中)?|休假(?:通知|中)?|不在(?:通知|のお知らせ)?|休暇(?:のお知らせ|中)?"
            + "|automaattinen vastaus|automatická odpověď|otomatik yan[ıi]t|자동 ?(?:회신|응답))";

    /** "Vacation: …", but not "Vacation rentals". */
    private static final Pattern SUBJECT =
            Pattern.compile(PREFIX + "(?: ?[:;|!.,(\\[【](?<of>.*)| [-–—] (?<after>.*))?", FLAGS | Pattern.DOTALL);

    private static final Pattern SAYING = Pattern.compile(
            "out[ -]of[ -](?:the[ -])?office|(?<!\\p{L})(?:on|from) (?:(?:annual|parental|sick|maternity|paternity|medical|my|a|summer|winter|christmas) ){0,2}(?:leave|vacation|holidays?)(?!\\p{L})"
                    + "|away from (?:my|the) (?:desk|office|e-?mail)|(?<!\\p{L})(?:am|are|'m|’m|be) (?:currently |now )?(?:away|out(?! of))\\b|not (?:be )?in (?:the|my) office"
                    + "|(?:limited|no) access to (?:my )?e-?mail|back in the office"
                    + "|nicht im (?:büro|haus|dienst|hause)|außer haus|abwesen(?:d|heit)|(?:im|in|aus dem) (?:meinem )?urlaub|elternzeit|wieder (?:erreichbar|im büro|für sie da|zurück)"
                    + "|absente? du bureau|(?:suis|serai|étant) (?:actuellement )?(?:absente?|en congés?|en vacances)|de retour (?:au bureau|le)|congés? (?:annuels?|maternité|parental)"
                    + "|fuera de (?:la|mi) oficina|fuera de oficina|(?:estoy|estaré|me encuentro) (?:de vacaciones|ausente|fuera)|de vacaciones"
                    + "|fuori (?:sede|ufficio|dall['’]ufficio)|assente dal|(?:sono|sarò) (?:assente|in ferie|fuori)|in ferie"
                    + "|niet (?:op|aanwezig op|in) (?:het )?kantoor|afwezig|(?:met|op) (?:vakantie|verlof)"
                    + "|fora do escritório|(?:estou|estarei) (?:de férias|ausente|fora)|de férias|ausente do"
                    + "|poza biurem|na urlopie|jestem nieobecn|nieobecn(?:y|a|ość)|przebywam na"
                    + "|på semester|(?:är|kommer att vara) (?:ledig|borta|frånvarande)|inte på kontoret|ej på kontoret|tjänstledig|föräldraledig"
                    + "|в отпуске|нахожусь в|отсутству(?:ю|ет)|нет на (?:рабочем )?месте|вне офиса|в командировке"
                    + "|不在办公室|不在辦公室|外出|休假|度假|请假|出差|不在(?:に|と|で|です|の|します)|休暇|休業|お休み|外出中|出張中",
            FLAGS);

    private AwayWords() {}

    /** Whether a subject begins as an automatic answer's does; people write such subjects too. */
    static boolean inSubject(String subject) {
        return SUBJECT.matcher(plain(subject).strip()).matches();
    }

    /** Whether it begins so and goes on with the subject of a mail of ours, or ends there; hardly anybody types that. */
    static boolean answerOurs(String subject) {
        Matcher begun = SUBJECT.matcher(plain(subject).strip());
        return begun.matches()
                && ((begun.group("of") == null && begun.group("after") == null)
                        || RequestRef.inSubject(subject).isPresent());
    }

    /** Whether the text says that somebody is away. */
    static boolean say(String text) {
        return SAYING.matcher(plain(text.substring(0, Math.min(text.length(), LONGEST))))
                .find();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
