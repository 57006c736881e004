package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.PostOffice;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import examples.ExamplePages;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The whole application over HTTP, with example pages and a post office. */
@BatonTest
@Import(ExamplePages.class)
@TestPropertySource(
        properties = {
            "baton.people=people.yaml",
            "baton.api.tokens.tests=the-token",
            "baton.api.tokens.blank=",
            "spring.servlet.multipart.max-file-size=1MB",
            "spring.servlet.multipart.max-request-size=2MB"
        })
abstract class WebTest {

    static final PostOffice OFFICE = PostOffice.opened();

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        OFFICE.takesOutgoing(properties);
    }

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    Visitor somebody() {
        return Visitor.of(port);
    }

    /** Asks for a link, takes it out of the mailbox, presses the button. */
    Visitor signedIn(String address) throws Exception {
        Visitor visitor = somebody();
        asks(visitor, address);
        visitor.presses("Sign in", visitor.opens(linkMailedTo(address)));
        return visitor;
    }

    static Answer asks(Visitor visitor, String address) {
        return visitor.presses("Send me a link", visitor.opens("/sign-in"), Map.of("address", address));
    }

    /** The link of the person's newest unused sign-in, once the mail with it has arrived. */
    String linkMailedTo(String address) throws Exception {
        String token = jdbc.sql("select token_value from one_time_tokens where username = ? order by expires_at desc")
                .param(address)
                .query(String.class)
                .list()
                .get(0);
        for (int mails = 1; !arrived(address, token); mails++) {
            assertThat(OFFICE.server().waitForIncomingEmail(20_000, mails))
                    .as("a mail to %s", address)
                    .isTrue();
        }
        return "/sign-in/link?token=" + token;
    }

    private static boolean arrived(String address, String token) {
        return OFFICE.mailsTo(address).stream()
                .map(GreenMailUtil::getWholeMessage)
                .map(mail -> mail.replace("=\r\n", "").replace("=3D", "="))
                .anyMatch(mail -> mail.contains("/sign-in/link?token=" + token));
    }
}
