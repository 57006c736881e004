package dev.baton.web;

import dev.baton.testkit.BatonTest;
import dev.baton.testkit.PostOffice;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import examples.ExamplePages;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
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

    static String linkMailedTo(String address) throws Exception {
        OFFICE.server().waitForIncomingEmail(20_000, 1);
        List<MimeMessage> mails = OFFICE.mailsTo(address);
        String link = link(mails.get(mails.size() - 1));
        OFFICE.empty();
        return link;
    }

    private static String link(MimeMessage mail) throws Exception {
        String html = com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(mail);
        var found = java.util.regex.Pattern.compile("/sign-in/link\\?token=3?D?([0-9a-f-]{36})")
                .matcher(html.replace("=\r\n", "").replace("=3D", "="));
        if (!found.find()) {
            throw new AssertionError("No link in\n" + Jsoup.parse(html).text());
        }
        return "/sign-in/link?token=" + found.group(1);
    }
}
