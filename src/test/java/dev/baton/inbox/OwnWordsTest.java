package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, 2 Mar 2026 at 10:00, Baton <requests@example.com> wrote:\n> Please approve.",
                "On Mon, 2 Mar 2026 at 10:00, Baton\n<requests@example.com> wrote:\n\n> Please approve.",
                "Am 02.03.2026 um 10:00 schrieb Baton <requests@example.com>:\n> Bitte freigeben.",
                "Am 02.03.26, 10:00 schrieb Baton:\n\nBitte freigeben.",
                "Le lun. 2 mars 2026 à 10:00, Baton <requests@example.com> a écrit :\n> Merci de valider.",
                "El lun, 2 mar 2026 a las 10:00, Baton (<requests@example.com>) escribió:\n> Por favor.",
                "Il giorno lun 2 mar 2026 alle ore 10:00 Baton <requests@example.com> ha scritto:\n> Prego.",
                "Op ma 2 mrt. 2026 om 10:00 schreef Baton <requests@example.com>:\n> Graag.",
                "Em seg., 2 de mar. de 2026 às 10:00, Baton <requests@example.com> escreveu:\n> Por favor.",
                "W dniu 2.03.2026 o 10:00, Baton pisze:\n> Proszę.",
                "Den mån 2 mars 2026 kl 10:00 skrev Baton <requests@example.com>:\n> Snälla.",
                "пн, 2 мар. 2026 г. в 10:00, Baton <requests@example.com>:\n> Пожалуйста.",
                "2 марта 2026 г., 10:00, Baton пишет:\n> Пожалуйста.",
                "Baton <requests@example.com> 于2026年3月2日周一 10:00写道：\n> 请批准。",
                "2026年3月2日(月) 10:00 Baton <requests@example.com>:\n> お願いします。",
                "-----Original Message-----\nFrom: Baton\nSent: Monday\n\nPlease approve.",
                "-----Ursprüngliche Nachricht-----\nVon: Baton",
                "________________________________\nFrom: Baton <requests@example.com>\nSent: Monday, March 2\n"
                        + "To: Nadia\nSubject: Approve\n\nPlease approve.",
                "Von: Baton <requests@example.com>\nGesendet: Montag, 2. März 2026 10:00\nAn: Nadia\nBetreff: Freigabe\n\n"
                        + "Bitte.",
                "*De :* Baton\n*Envoyé :* lundi\n*À :* Nadia\n*Objet :* Validation\n\nMerci.",
                "-- \nNadia\nHead of marketing",
                "--\nNadia",
                "Sent from my iPhone",
                "Von meinem iPhone gesendet",
                "Get Outlook for iOS",
                "Sent from my iPhone\n\nOn 2 Mar 2026, at 10:00, Baton <requests@example.com> wrote:\n\n> Please.",
                "> Please approve.",
                "---------- Forwarded message ---------\nFrom: Somebody\nDate: Mon\nSubject: Ask\n\nPlease"
            })
    void whatIsNotNewIsTakenOff(String old) {
        OwnWords words = OwnWords.of("Approved, go ahead.\n\n" + old);

        assertThat(words.own()).isEqualTo("Approved, go ahead.");
        assertThat(words.cut()).isEqualTo(old.stripTrailing());
    }

    @Test
    void answersBetweenTheQuotedLinesStay() {
        OwnWords words = OwnWords.of("""
                On Mon, 2 Mar 2026 at 10:00, Baton <requests@example.com> wrote:
                > Which colour?

                Teal.

                > Until when?
                Friday.

                --\u0020
                Nadia""");

        assertThat(words.own()).isEqualTo("Teal.\n\nFriday.");
        assertThat(words.cut()).contains("Which colour?", "Until when?", "Nadia");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Monday I wrote:\nplease do it.",
                "From: here to there is a long way.\nWe go.",
                "The list:\n- one\n- two",
                "Use a -- b as you like.",
                "Sent from my desk to yours, with a longer sentence that goes on and on and has more in it than a phone writes."
            })
    void whatOnlyLooksOldStays(String text) {
        assertThat(OwnWords.of(text)).isEqualTo(new OwnWords(text, ""));
    }

    @Test
    void htmlQuotesOfTheGreatProgramsAreTakenOff() {
        assertThat(own("<div>Yes.</div><br><div class=\"gmail_quote\"><div class=\"gmail_attr\">On Mon, Mar 2, 2026 at"
                        + " 10:00 AM Baton &lt;<a href=\"mailto:r@example.com\">r@example.com</a>&gt; wrote:<br></div>"
                        + "<blockquote class=\"gmail_quote\"><div>Please approve.</div></blockquote></div>"))
                .isEqualTo("Yes.");
        assertThat(own(
                        "<div>Yes.</div><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\"><b>Von:</b> Baton<br>"
                                + "</div><div>Please approve.</div>"))
                .isEqualTo("Yes.");
        assertThat(own(
                        "<p class=MsoNormal>Yes.</p><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b>From:</b>"
                                + " Baton<br><b>Sent:</b> Monday<br><b>To:</b> Nadia<br><b>Subject:</b> Approve</p></div>"
                                + "<p>Please approve.</p>"))
                .isEqualTo("Yes.");
        assertThat(own("<html><body>Yes.<div><br><blockquote type=\"cite\"><div>On 2 Mar 2026, at 10:00, Baton wrote:"
                        + "</div><div>Please approve.</div></blockquote></div></body></html>"))
                .isEqualTo("Yes.");
        assertThat(
                        own(
                                "<p>Yes.</p><div class=\"moz-cite-prefix\">Am 02.03.26 um 10:00 schrieb Baton:<br></div>"
                                        + "<blockquote type=\"cite\">Bitte</blockquote><div class=\"moz-signature\">-- <br>Nadia</div>"))
                .isEqualTo("Yes.");
        assertThat(own("<div>Yes.</div><div class=\"yahoo_quoted\"><div>Baton wrote</div>Please</div>"))
                .isEqualTo("Yes.");
    }

    @Test
    void answersInsideAnHtmlQuoteStay() {
        assertThat(own("<div class=\"gmail_quote\">On Mon, Mar 2, 2026 at 10:00 AM Baton &lt;r@example.com&gt; wrote:"
                        + "<blockquote class=\"gmail_quote\">Which colour?</blockquote><div>Teal.</div>"
                        + "<blockquote class=\"gmail_quote\">Until when?</blockquote><div>Friday.</div></div>"))
                .isEqualTo("Teal.\n\nFriday.");
    }

    @Test
    void whatAFormOffersIsNobodysWord() {
        assertThat(own("<p>Please choose a colour.</p><form action='https://x.example/'><label>Colour</label>"
                        + "<select name=c><optgroup label=All><option>Red<option selected>Blue</select>"
                        + "<input list=l value=Red><datalist id=l><option>Green</datalist>"
                        + "<input type=submit value=Send><button><b>Go</b></button></form>"))
                .isEqualTo("Please choose a colour.\n\nColour");
    }

    @Test
    void aButtonThatIsNotClosedTakesNoWordsAway() {
        assertThat(own("<button>Go<p>Please choose a colour.</p><p>Blue is nice.</p><p>Red is too.</p>"))
                .contains("Please choose a colour.", "Blue is nice.", "Red is too.");
    }

    private static String own(String html) {
        return OwnWords.of(HtmlText.lines(html)).own();
    }
}
