package dev.baton.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.models.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

    private static final List<Outcome> WORK = List.of(new Outcome("done", "Copy is ready", true));
    private static final List<Outcome> LAUNCH = List.of(
            new Outcome("go", "Ready to launch", false),
            new Outcome("mend", "Not yet", true),
            new Outcome("stop", "Stop it", true));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Approve | approve",
                "approved! | approve",
                "No objections. | approve",
                "No thanks | reject",
                "Approved. Let me know if you need anything. | approve",
                "Yes. | approve",
                "OK, thanks | approve",
                "LGTM | approve",
                "👍 | approve",
                "I have read it and I approve. | approve",
                "Looks good to me | approve",
                "Request changes | changes",
                "Please change the headline, but keep the picture. | changes",
                "Please change the headline, it doesn't fit. | changes",
                "Needs work: the price is wrong | changes",
                "Reject | reject",
                "No. | reject",
                "Ja, passt. | approve",
                "Freigegeben, danke | approve",
                "Bitte ändern: der Preis stimmt nicht | changes",
                "Nein | reject",
                "D'accord | approve",
                "Approuvé, merci | approve",
                "À revoir : le prix est faux | changes",
                "Sí, aprobado | approve",
                "Rechazado | reject"
            })
    void anOutcomeIsReadFromTheFirstWords(String text, String outcome) {
        assertThat(Answers.read(text, Answers.REVIEW))
                .map(understood -> understood.outcome().value())
                .contains(outcome);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/tasks/answers.csv", delimiter = '|', numLinesToSkip = 1, maxCharsPerColumn = 400)
    void theSameHoldsInTheOtherLanguages(String language, String text, String outcome) {
        String read = Answers.read(text.replace("\\n", "\n"), Answers.REVIEW)
                .map(understood -> understood.outcome().value())
                .orElse("?");
        assertThat(read).as(language + ": " + text).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Not approved",
                "No problem!",
                "No comments from my side",
                "We approve the new landing page copy for the Berlin launch event,\nunless legal objects.",
                "Approved. But only if legal agrees.",
                "Approved.\n\nUnless legal objects.",
                "Yes. Actually no, please reject it.",
                "Yes.\nNo wait, reject it.",
                "It looks good\non mobile, broken on desktop",
                "Please ask Tom to approve",
                "Has Tom approved it",
                "Prima vorrei vedere il logo.",
                "Tak",
                "No tengo comentarios.",
                "Нет, согласовано не мной",
                "I can't approve this",
                "approve?",
                "Should I approve this?",
                "Approved, but please change the headline",
                "Approved if the price is right",
                "Approved. Please change the headline.",
                "Yes and no",
                "No changes needed",
                "Changes are not needed",
                "No approval from me",
                "OK I will look at it tomorrow",
                "I would approve it",
                "Fine tune the headline",
                "Who is the audience?",
                "Thanks for sending this.",
                "",
                "   \n ",
                "Nicht freigegeben",
                "Noch nicht freigegeben",
                "Freigegeben, wenn der Preis stimmt",
                "Je n'approuve pas",
                "Pas approuvé",
                "No aprobado",
                "Si cambias el precio, aprobado",
                "When I met the team yesterday they said yes to all of it and so did legal"
            })
    void whatIsNotClearIsNotRead(String text) {
        assertThat(Answers.read(text, Answers.REVIEW)).isEmpty();
    }

    @Test
    void theRestIsTheComment() {
        assertThat(Answers.read("Hi Nadia,\n\nRequest changes\n\nThe price is wrong.\nSo is the date.", Answers.REVIEW))
                .map(AnswerReader.Understood::comment)
                .contains("The price is wrong.\nSo is the date.");
    }

    @Test
    void aSentenceThatSaysMoreThanTheOutcomeIsPartOfTheComment() {
        assertThat(Answers.read("Please change the headline.\nIt is too long.", Answers.REVIEW))
                .map(AnswerReader.Understood::comment)
                .contains("Please change the headline.\nIt is too long.");
    }

    @Test
    void nothingButTheOutcomeIsNoComment() {
        assertThat(Answers.read("Request changes, please.\n", Answers.REVIEW))
                .map(AnswerReader.Understood::comment)
                .contains("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Copy is ready\nhttps://drive.example.com/copy",
                "Copy is ready: https://drive.example.com/copy",
                "Copy is ready.\n\nHTTPS://DRIVE.EXAMPLE.COM/COPY"
            })
    void aLinkAloneIsAComment(String text) {
        assertThat(Answers.read(text, WORK))
                .map(AnswerReader.Understood::comment)
                .hasValueSatisfying(comment -> assertThat(comment).containsIgnoringCase("//drive.example.com/copy"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Done.",
                "Ready",
                "All done!",
                "Done, thanks Nadia",
                "The text is done",
                "It's done",
                "Fertig, viele Grüße",
                "Der Text ist fertig",
                "C'est fait",
                "Hecho",
                "Fatto",
                "Klaar!",
                "Feito",
                "Gotowe",
                "Klart",
                "Готово",
                "已完成",
                "完了しました",
                "Copy is ready, you find it here: https://files.example.com/a/b-c?d=e"
            })
    void workIsDoneWhenItIsSaidToBe(String text) {
        assertThat(Answers.read(text, WORK)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OK",
                "OK, on it",
                "Ja, mache ich",
                "Ok, working on it",
                "The copy is not ready",
                "Copy will be ready tomorrow",
                "No",
                "Almost done",
                "Half done",
                "Nearly done.",
                "Getting it done",
                "Partly done",
                "Tom did it, done by Tom",
                "To be done",
                "Consider it done",
                "It needs to be done",
                "Halb fertig",
                "Fast fertig",
                "Noch nicht fertig",
                "À moitié terminé",
                "Presque fini",
                "Medio hecho",
                "Quasi finito",
                "Half klaar",
                "Quase pronto, meio feito",
                "Prawie gotowe",
                "Nästan klart",
                "Почти готово",
                "Наполовину сделано",
                "差不多完成",
                "一半完成",
                "ほぼ完了",
                "半分できました"
            })
    void workThatIsNotDoneIsNot(String text) {
        assertThat(Answers.read(text, WORK)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Ready to launch | go", "Not yet | mend", "Stop it! | stop", "Yes | go"})
    void theWordsOfTheModelCount(String text, String outcome) {
        assertThat(Answers.read(text, LAUNCH))
                .map(understood -> understood.outcome().value())
                .contains(outcome);
    }

    @Test
    void aNegatedWordOfTheModelDoesNot() {
        assertThat(Answers.read("Not ready to launch", LAUNCH)).isEmpty();
        assertThat(Answers.read("Not yet ready to launch", LAUNCH)).isEmpty();
    }
}
