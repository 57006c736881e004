package dev.baton.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shared.Signatures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceWithoutLinksTest {

    private static final String TOKEN =
            new Signatures("a key of this test".getBytes(StandardCharsets.UTF_8)).token("action", "4711");
    private static final String WORDS =
            "Dear Tom, please press <https://baton.example/t/" + TOKEN + ">, that is all. Bye, Ines";

    private final SourceWithoutLinks source = new SourceWithoutLinks(WithoutLinksTest.withoutLinks());

    @ParameterizedTest
    @ValueSource(ints = {4, 16, 32, 36, 60, 76, 1000})
    void aPartInBase64IsLookedIntoHoweverShortItsLinesAre(int length) throws IOException {
        String coded = coded(WORDS, StandardCharsets.UTF_8, length);

        assertThat(decoded(masked("--m\r\n\r\n" + coded + "--m--\r\n"), StandardCharsets.UTF_8))
                .contains("press <(link)>, that is all. Bye, Ines");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 7})
    void soIsOneThatIsCut(int less) throws IOException {
        String coded = coded(WORDS, StandardCharsets.UTF_8, 76).strip();

        assertThat(decoded(masked(coded.substring(0, coded.length() - less)), StandardCharsets.UTF_8))
                .contains("press <(link)>, that is all.");
    }

    @Test
    void soIsOneInTwoBytesALetter() throws IOException {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            assertThat(decoded(masked(coded(WORDS, charset, 76)), charset)).contains("press <(link)>, that is all.");
        }
    }

    @Test
    void oneAfterTheOtherAndWordsBeforeAndAfterStay() throws IOException {
        String other = coded("Nothing to hide here, nothing at all, dear reader", StandardCharsets.UTF_8, 40);
        String mail = "Hello\n" + other + "word\nword\n\nOneWordThatIsLong\n";

        assertThat(masked(mail)).isEqualTo(mail);
        assertThat(masked("Hi!\n" + coded(WORDS + "!", StandardCharsets.UTF_8, 40) + "words\nthat stay\n" + other))
                .startsWith("Hi!\n")
                .endsWith("words\nthat stay\n" + other)
                .doesNotContain(coded(WORDS, StandardCharsets.UTF_8, 40).substring(60, 80));
    }

    private String masked(String text) throws IOException {
        ByteArrayOutputStream masked = new ByteArrayOutputStream();
        source.copy(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), masked);
        return masked.toString(StandardCharsets.ISO_8859_1);
    }

    private static String coded(String text, Charset charset, int length) {
        return Base64.getMimeEncoder(length, new byte[] {'\r', '\n'}).encodeToString(text.getBytes(charset)) + "\r\n";
    }

    private static String decoded(String mail, Charset charset) {
        String coded = mail.replace("--m--", "").replace("--m", "");
        return new String(Base64.getMimeDecoder().decode(coded), charset);
    }
}
