package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inbox.OwnWordsFixtures.Reply;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies that begin with a yes and end with a no, around lines that look like a quote, a signature or a file. */
class TurningRepliesTest {

    @TestFactory
    Stream<DynamicTest> whatTurnsAReplyIsAmongItsWordsOrTheReplyIsInDoubt() {
        return OwnWordsFixtures.turns().stream()
                .map(reply -> DynamicTest.dynamicTest(reply.client(), () -> {
                    ReceivedMail mail = read(reply);
                    assertThat(mail.isInDoubt()
                                    || OwnWordsFixtures.linesOf(mail.text()).containsAll(reply.own()))
                            .as("own: %s", mail.text())
                            .isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> noWordOfThemIsLost() {
        return OwnWordsFixtures.turns().stream()
                .map(reply -> DynamicTest.dynamicTest(reply.client(), () -> {
                    ReceivedMail mail = read(reply);
                    assertThat(Wording.of(String.join("\n", reply.lines()))
                                    .beyond(Wording.of(mail.text() + "\n" + mail.cut())))
                            .isZero();
                }));
    }

    @Test
    void ofTheUsualRepliesNoneIsInDoubtForAWeakMark() {
        assertThat(OwnWordsFixtures.usual().stream()
                        .filter(reply -> reply.read().doubts().contains(Doubt.WEAK_MARK)))
                .isEmpty();
    }

    private static ReceivedMail read(Reply reply) {
        String type = reply.part().equals("html") ? "text/html" : "text/plain";
        return ReadMails.read(RawMail.of("Re: x")
                .with("Content-Type", type + "; charset=utf-8")
                .saying(reply.body()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mit freundlichen Grüßen\nNadia von der Berg\nLeiterin Marketing",
                "Kind regards,\n\nNadia van der Berg\nHead of marketing at Example",
                "Bien cordialement,\nNadia Brandt",
                "Met vriendelijke groet,\nTom de Vries",
                "С уважением,\nНадя",
                "Diese E-Mail wurde von Avast-Antivirussoftware auf Viren geprüft.\nwww.avast.com",
                "Nadia Brandt\nThis e-mail is confidential and may be privileged.",
                "Example GmbH, Sitz der Gesellschaft: Berlin, Amtsgericht Charlottenburg.",
                "Nadia Brandt | Example Ltd\nPlease consider the environment and do not print this e-mail."
            })
    void whatCompaniesPutUnderEveryMailLeavesNoDoubt(String signature) {
        ReceivedMail mail = ReadMails.read(RawMail.of("Re: Poster").saying("Approved.\n\n-- \n" + signature));

        assertThat(mail.text()).isEqualTo("Approved.");
        assertThat(mail.isInDoubt()).isFalse();
    }
}
