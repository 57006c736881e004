package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shared.Signatures;
import dev.baton.testkit.SettableClock;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;

abstract class SignInContract extends WebTest {

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationContext applications;

    @BeforeEach
    void noLinksYet() {
        jdbc.sql("delete from one_time_tokens").update();
    }

    @Test
    void aLinkByMailSignsInOnce() throws Exception {
        Visitor nadia = somebody();
        assertThat(asks(nadia, "Nadia@Example.com").heading()).isEqualTo("Look into your mailbox");
        String link = linkMailedTo("nadia@example.com");

        Answer in = nadia.presses("Sign in", nadia.opens(link));

        assertThat(in.page().select(".who span").text()).isEqualTo("Nadia Brandt");
        assertThat(nadia.opens("/my/example").body()).isEqualTo("nadia@example.com");
        Visitor other = somebody();
        Answer again = other.presses("Sign in", other.opens(link));
        assertThat(again.page().select(".notice").text()).startsWith("This link was used already");
    }

    @Test
    void robotsThatOpenTheLinkDoNotUseItUp() throws Exception {
        Visitor nadia = somebody();
        asks(nadia, "nadia@example.com");
        String link = linkMailedTo("nadia@example.com");

        Visitor robot = somebody();
        for (int i = 0; i < 10; i++) {
            assertThat(robot.opens(link).status()).isEqualTo(200);
            assertThat(robot.peeks(link).status()).isEqualTo(200);
        }

        nadia.presses("Sign in", nadia.opens(link));
        assertThat(nadia.opens("/my/example").body()).isEqualTo("nadia@example.com");
    }

    @Test
    void aStrangerReadsTheSameAndGetsNoMail() {
        Visitor visitor = somebody();
        Answer known = asks(visitor, "nadia@example.com");
        Answer unknown = asks(somebody(), "stranger@elsewhere.example");
        Answer nonsense = asks(somebody(), "no address");

        assertThat(unknown.at()).isEqualTo(known.at());
        assertThat(unknown.page().select("main").html())
                .isEqualTo(known.page().select("main").html());
        assertThat(nonsense.at()).isEqualTo(known.at());
        assertThat(jdbc.sql("select username from one_time_tokens")
                        .query(String.class)
                        .list())
                .containsExactly("nadia@example.com");
    }

    @Test
    void nobodyGetsMoreThanThreeUnusedLinksInAQuarterOfAnHour() {
        for (int i = 0; i < 5; i++) {
            assertThat(asks(somebody(), "nadia@example.com").heading()).isEqualTo("Look into your mailbox");
        }
        assertThat(links()).isEqualTo(3);

        clock.jump(Duration.ofMinutes(16));
        asks(somebody(), "nadia@example.com");
        assertThat(links()).isEqualTo(4);
    }

    private int links() {
        return jdbc.sql("select count(*) from one_time_tokens")
                .query(Integer.class)
                .single();
    }

    @Test
    void anOldLinkSaysSoAndOffersANewOne() throws Exception {
        Visitor nadia = somebody();
        asks(nadia, "nadia@example.com");
        String link = linkMailedTo("nadia@example.com");
        clock.jump(Duration.ofMinutes(16));

        Answer late = nadia.presses("Sign in", nadia.opens(link));

        assertThat(late.heading()).isEqualTo("Sign in");
        assertThat(late.page().select(".notice").text()).contains("older than 15 minutes");
        assertThat(late.page().select("button").eachText()).contains("Send me a link");
    }

    @Test
    void whoWantedAPageComesToItAfterSigningIn() throws Exception {
        Visitor nadia = somebody();
        Answer asked = nadia.opens("/my/example");
        assertThat(asked.heading()).isEqualTo("Sign in");
        asks(nadia, "nadia@example.com");

        Answer in = nadia.presses("Sign in", nadia.opens(linkMailedTo("nadia@example.com")));

        assertThat(in.at()).hasPath("/my/example");
        assertThat(in.body()).isEqualTo("nadia@example.com");
    }

    @Test
    void signingOutEndsIt() throws Exception {
        Visitor nadia = signedIn("nadia@example.com");
        nadia.presses("Sign out", nadia.opens("/"));
        assertThat(nadia.opens("/my/example").heading()).isEqualTo("Sign in");
    }

    @Test
    void aForgedCookieSignsNobodyIn() throws Exception {
        Visitor nadia = signedIn("nadia@example.com");
        String cookie = nadia.cookies().get("baton");
        Visitor forger = somebody();
        String forged = cookie.substring(0, cookie.length() - 4) + "AAAA";

        Answer answer = forger.send(forger.request("/my/example").header("Cookie", "baton=" + forged));

        assertThat(answer.heading()).isEqualTo("Sign in");
    }

    @Test
    void noSessionIsKeptOnTheServer() throws Exception {
        assertThat(signedIn("nadia@example.com").cookies()).containsKey("baton").doesNotContainKey("JSESSIONID");
    }

    @Test
    void theCookieIsGoodOnAnotherNodeThatSharesTheSecret() throws Exception {
        String cookie = signedIn("nadia@example.com").cookies().get("baton");
        var otherNode = new SecurityConfiguration()
                .signedInCookie(applications.getBean(Signatures.class), applications.getBean(SignedInPeople.class));
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie("baton", cookie));

        assertThat(otherNode.autoLogin(request, new MockHttpServletResponse()))
                .extracting(Authentication::getName)
                .isEqualTo("nadia@example.com");
        var otherHouse = new SecurityConfiguration()
                .signedInCookie(new Signatures(new byte[32]), applications.getBean(SignedInPeople.class));
        assertThat(otherHouse.autoLogin(request, new MockHttpServletResponse())).isNull();
    }

    @Test
    void aPressAfterTheSignInRanOutLeadsBackToAPageAndNotToAnError() throws Exception {
        Visitor nadia = somebody();
        String csrf = nadia.opens("/sign-in").page().select("input[name=_csrf]").val();
        assertThat(nadia.posts("/my/example", Map.of("_csrf", csrf)).heading()).isEqualTo("Sign in");
        asks(nadia, "nadia@example.com");

        Answer in = nadia.presses("Sign in", nadia.opens(linkMailedTo("nadia@example.com")));

        assertThat(in.status()).isEqualTo(200);
    }

    @Test
    void aPageInAnotherTabLeavesTheFirstOneUsable() throws Exception {
        Visitor nadia = signedIn("nadia@example.com");
        Answer first = nadia.opens("/");
        nadia.opens("/");

        assertThat(nadia.presses("Sign out", first).heading()).isNotEqualTo("This page was open too long");
    }

    @Test
    void aFormFromElsewhereIsNotTaken() {
        Answer answer = somebody().posts("/sign-in", Map.of("address", "nadia@example.com"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.heading()).isEqualTo("This page was open too long");
        assertThat(links()).isZero();
    }
}
