package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ErrorPagesTest extends WebTest {

    private static String multipart(int bytes) {
        return "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"big.bin\"\r\n\r\n"
                + "x".repeat(bytes) + "\r\n--limit--\r\n";
    }

    @Test
    void aMissingPageSaysWhatToDo() {
        Answer answer = somebody().opens("/nowhere/at/all");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.heading()).isEqualTo("There is no such page");
        assertThat(answer.page().title()).isEqualTo("There is no such page · Baton");
        assertThat(answer.page().select("main").text()).contains("open it from the mail again");
    }

    @Test
    void aBrokenPageGivesANumberThatStandsInTheLogAndNoCause(CapturedOutput log) {
        Answer answer = somebody().opens("/s/broken");
        assertThat(answer.status()).isEqualTo(500);
        String id = answer.page().select("main strong").text();
        assertThat(id).hasSize(8);
        assertThat(log).contains("Error " + id).contains("the secret cause");
        assertThat(answer.body())
                .doesNotContain("secret")
                .doesNotContain("Exception")
                .doesNotContain("java.");
    }

    @Test
    void aWrongMethodIsSaid() {
        Visitor visitor = somebody();
        String csrf =
                visitor.opens("/s/example").page().select("input[name=_csrf]").val();
        Answer answer = visitor.posts("/s/broken", Map.of("_csrf", csrf));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.heading()).isEqualTo("This does not work from here");
    }

    @Test
    void aMissingFieldIsSaid() {
        Visitor visitor = somebody();
        String csrf =
                visitor.opens("/s/example").page().select("input[name=_csrf]").val();
        Answer answer = visitor.posts("/s/example", Map.of("_csrf", csrf));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.heading()).isEqualTo("This could not be read");
    }

    @Test
    void filesThatAreTooLargeAreSaid() {
        Visitor visitor = somebody();
        String csrf =
                visitor.opens("/s/example").page().select("input[name=_csrf]").val();
        for (int bytes : new int[] {1_500_000, 5_000_000}) {
            Answer answer = visitor.send(visitor.request("/new/example?_csrf=" + csrf)
                    .header("Content-Type", "multipart/form-data; boundary=limit")
                    .POST(HttpRequest.BodyPublishers.ofString(multipart(bytes))));
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.heading()).isEqualTo("These files are too large");
            assertThat(answer.page().select("main").text()).contains("up to 1 MB, all of them together 2 MB");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/s/a;b=c", "/s//example", "/s/%2e%2e/my", "/s/a%2Fb", "/s/a%00b"})
    void anAddressThatTricksIsNotRead(String address) {
        Answer answer = somebody().opens(address);
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @Test
    void aNumberThatIsNoneIsAProblemForPrograms() {
        Answer answer = somebody().calls("/api/example/seven", "the-token");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":400").contains("seven");
    }

    @Test
    void programsGetProblemsWhereNothingIsAndWhereSomethingBreaks() {
        Answer missing = somebody().calls("/api/nothing", "the-token");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.header("Content-Type")).startsWith("application/problem+json");

        Answer broken = somebody().calls("/api/example/0", "the-token");
        assertThat(broken.status()).isEqualTo(500);
        assertThat(broken.header("Content-Type")).startsWith("application/problem+json");
        assertThat(broken.body()).contains("\"id\":\"").doesNotContain("secret");

        Answer method = somebody().calls("/api/example", "the-token");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Content-Type")).startsWith("application/problem+json");
    }
}
