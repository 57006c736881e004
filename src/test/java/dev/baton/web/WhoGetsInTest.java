package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhoGetsInTest extends WebTest {

    private static final Map<String, Visitor> SIGNED_IN = new java.util.concurrent.ConcurrentHashMap<>();

    private Visitor visitor(String address) throws Exception {
        if (!SIGNED_IN.containsKey(address)) {
            SIGNED_IN.put(address, signedIn(address));
        }
        return SIGNED_IN.get(address);
    }

    @ParameterizedTest
    @CsvSource({
        "ines@example.com,  my requests",
        "nadia@example.com, my requests dashboard pilots workflows ledger",
        "priya@example.com, my requests dashboard pilots",
        "admin@example.com, my requests dashboard pilots workflows ledger outbox forgotten",
    })
    void everyRoleOpensItsPartOfThePages(String address, String allowed) throws Exception {
        Visitor visitor = visitor(address);
        for (String area : "my requests dashboard pilots workflows ledger outbox forgotten".split(" ")) {
            boolean in = java.util.List.of(allowed.split(" ")).contains(area);
            Answer answer = visitor.opens("/" + area + "/example");
            assertThat(answer.status()).as(area).isEqualTo(in ? 200 : 403);
            if (!in) {
                assertThat(answer.heading()).isEqualTo("This page is not for you");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"my", "requests", "dashboard", "pilots", "workflows", "ledger", "outbox", "forgotten"})
    void whoeverIsNotSignedInIsAskedToSignIn(String area) {
        assertThat(somebody().opens("/" + area + "/example").heading()).isEqualTo("Sign in");
    }

    @Test
    void aSignedLinkNeedsNoSignInAndShowsNoMenu() throws Exception {
        for (Visitor visitor : java.util.List.of(somebody(), visitor("admin@example.com"))) {
            Answer page = visitor.opens("/s/example");
            assertThat(page.heading()).isEqualTo("Approve the landing page copy");
            assertThat(page.page().select("header.top")).isEmpty();
            assertThat(visitor.presses("Approve", page).body()).isEqualTo("approve");
        }
    }

    @Test
    void aSignedPageTakesOnlyItsOwnForm() {
        assertThat(somebody().posts("/s/example", Map.of("outcome", "approve")).status())
                .isEqualTo(403);
    }

    @Test
    void programsBringAToken() {
        assertThat(somebody().calls("/api/example/7", "the-token").body()).isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"the-toke", "the-token ", "the-tokenx", "", "the-token,"})
    void anotherTokenIsRefusedAsAProblem(String token) {
        if (token.strip().equals("the-token")) {
            return;
        }
        Answer answer = somebody().calls("/api/example/7", token);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.body()).contains("\"status\":401").contains("baton.api.tokens");
    }

    @Test
    void aCallWithoutATokenIsRefusedAndASignInDoesNotReplaceIt() throws Exception {
        assertThat(somebody().opens("/api/example/7").status()).isEqualTo(401);
        assertThat(visitor("admin@example.com").opens("/api/example/7").status())
                .isEqualTo(401);
        assertThat(somebody().opens("/actuator/metrics").status()).isEqualTo(401);
    }

    @Test
    void aCallThatChangesSomethingNeedsNoFormToken() {
        Visitor program = somebody();
        Answer answer = program.send(program.request("/api/example")
                .header("Authorization", "Bearer the-token")
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.body()).isEqualTo("posted");
    }

    @Test
    void healthIsForEverybody() {
        assertThat(somebody().opens("/actuator/health").body())
                .contains("\"status\"")
                .doesNotContain("components");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/s/example", "/sign-in", "/nowhere"})
    void pagesTellNobodyWhereTheyAreAndRunNoForeignCode(String path) {
        Answer answer = somebody().opens(path);
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("script-src 'self';")
                .contains("frame-ancestors 'none'");
    }

    @Test
    void stylesAndScriptsMayBeKeptByTheBrowser() {
        Visitor visitor = somebody();
        for (var link : visitor.opens("/").page().select("link[rel=stylesheet], script[src]")) {
            String address = link.hasAttr("src") ? link.attr("src") : link.attr("href");
            Answer file = visitor.opens(address);
            assertThat(file.status()).as(address).isEqualTo(200);
            assertThat(file.header("Cache-Control")).contains("max-age=31536000");
            assertThat(address).matches(".*(-[0-9a-f]{32}|/\\d+\\.\\d+\\.\\d+/).*");
        }
    }

    @Test
    void theMenuShowsWhatThePersonMayOpenAndWhatIsThere() throws Exception {
        assertThat(visitor("ines@example.com").opens("/").page().select("nav a").eachText())
                .doesNotContain("Ledger", "Outbox", "Workflows");
        assertThat(somebody().opens("/").page().select(".top a").eachText()).contains("Baton", "Sign in");
    }
}
