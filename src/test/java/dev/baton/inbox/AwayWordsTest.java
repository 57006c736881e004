package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Signatures;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whether an answer to a mail of ours that bears no mark of a machine is one's all the same. Each of these comes with words
 * that say that somebody is away; a request may be about that.
 */
class AwayWordsTest {

    private static final String OURS = "<baton.launch-42.0123456789abcdef0123456789abcdef@example.com>";
    private static final String AWAY = "I am out of the office until 13 March 2026.";

    private final Filters filters = new Filters(
            new BatonProperties(URI.create("http://localhost:8080"), EmailAddress.of("requests@example.com"), null),
            new Signatures(new byte[] {1}),
            event -> {});

    private Optional<Verdict> judged(String subject, String text) {
        return filters.judge(ReadMails.read(RawMail.of(subject)
                .with("In-Reply-To", OURS)
                .with("Content-Type", "text/plain; charset=utf-8")
                .saying(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Automatic reply: [LAUNCH-42] Approve",
                "Automatic Reply: [LAUNCH-42] Approve",
                "Out of Office: [LAUNCH-42] Approve",
                "Out of Office AutoReply: [LAUNCH-42] Approve",
                "Out-of-office",
                "Auto: [LAUNCH-42] Approve",
                "Autoreply: [LAUNCH-42] Approve",
                "Vacation: Re: [LAUNCH-42] Approve",
                "On annual leave - [LAUNCH-42] Approve",
                "Automatic reply [LAUNCH-42] Approve",
                "I'm out of the office",
                "Automatische Antwort: [LAUNCH-42] Approve",
                "Abwesenheitsnotiz: [LAUNCH-42] Approve",
                "Abwesenheitsnotiz",
                "Abwesend: [LAUNCH-42] Approve",
                "Nicht im Büro",
                "Réponse automatique : [LAUNCH-42] Approve",
                "Message d’absence",
                "Absence du bureau : [LAUNCH-42]",
                "Absent: [LAUNCH-42] Approve",
                "Respuesta automática: [LAUNCH-42] Approve",
                "Fuera de la oficina: [LAUNCH-42]",
                "Ausente: [LAUNCH-42] Approve",
                "Risposta automatica: [LAUNCH-42] Approve",
                "Fuori ufficio: [LAUNCH-42]",
                "Assente: [LAUNCH-42] Approve",
                "Automatisch antwoord: [LAUNCH-42] Approve",
                "Afwezigheidsbericht",
                "Afwezig: [LAUNCH-42] Approve",
                "Resposta automática: [LAUNCH-42] Approve",
                "Ausência: [LAUNCH-42] Approve",
                "Fora do escritório",
                "Odpowiedź automatyczna: [LAUNCH-42] Approve",
                "Automatyczna odpowiedź",
                "Poza biurem: [LAUNCH-42]",
                "Autosvar: [LAUNCH-42] Approve",
                "Automatiskt svar: [LAUNCH-42]",
                "Frånvaro: [LAUNCH-42] Approve",
                "Автоответ: [LAUNCH-42] Approve",
                "Автоматический ответ: [LAUNCH-42]",
                "Отсутствие: [LAUNCH-42]",
                "自动回复: [LAUNCH-42] Approve",
                "自动答复：[LAUNCH-42] Approve",
                "休假通知",
                "自動返信: [LAUNCH-42] Approve",
                "自動応答 [LAUNCH-42] Approve",
                "不在通知"
            })
    void aProgramPutsWordsInFrontOfOurSubjectOrInItsPlace(String subject) {
        assertThat(judged(subject, AWAY))
                .hasValueSatisfying(verdict -> assertThat(verdict.machine()).isInstanceOf(AutoReply.class));
        assertThat(judged(subject, "Approved."))
                .as("if nobody says that they are away")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vacation rentals campaign",
                "Auto: new landing page",
                "Re: Out of office campaign",
                "Out of office campaign",
                "Out of office: a campaign for hotels",
                "Automatic reply templates for the shop",
                "Automatic response rates of the last mailing",
                "Leave behind: flyer",
                "OOO billboard: first sketches",
                "Away from home: poster series",
                "Re: Automatic reply: [LAUNCH-42] Approve",
                "Re: [LAUNCH-42] Out of office",
                "[LAUNCH-42] Vacation rentals",
                "Vacation in Tuscany - landing page",
                "Urlaub in Südtirol: Landingpage",
                "Abwesenheitsnotiz-Kampagne",
                "Im Urlaub lesen: Newsletter",
                "Automatische Antworten im Shop",
                "Außer Haus essen: Flyer",
                "AW: Abwesenheitsnotiz: Formulierung",
                "Absence de budget: une question",
                "En congé parental : brochure",
                "Réponse automatique du chatbot: texte",
                "RE: Message d’absence",
                "De vacaciones en Mallorca: folleto",
                "Ausente del folleto: el logotipo",
                "Respuesta automática del chat",
                "In ferie con noi: campagna",
                "Assenza del logo nel volantino",
                "Fuori sede: affitti per studenti",
                "Op vakantie in Zeeland: folder",
                "Afwezigheid van het logo",
                "Automatisch antwoord van de chatbot",
                "De férias no Algarve: folheto",
                "Ausência de logótipo",
                "Resposta automática do chat",
                "Na urlopie z dziećmi: ulotka",
                "Poza biurem: kampania",
                "Nieobecność logo na plakacie",
                "På semester i Skåne: annons",
                "Frånvaro av logotyp",
                "Autosvar i chatten: text",
                "В отпуске с детьми: буклет",
                "Отсутствие логотипа",
                "Автоответы в чате: текст",
                "休假旅游活动海报",
                "外出就餐传单",
                "自动回复文案修改",
                "休暇キャンペーンのチラシ",
                "不在配達票のデザイン",
                "外出先で使えるアプリ",
                "自動返信メールの文面"
            })
    void aPersonWritesOfSuchThingsToo(String subject) {
        assertThat(judged(subject, AWAY)).isEmpty();
        assertThat(judged(subject, "The headline is: on vacation, out of office."))
                .isEmpty();
    }
}
