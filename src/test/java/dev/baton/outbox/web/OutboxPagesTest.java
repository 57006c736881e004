package dev.baton.outbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.outbox.MailState;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.OutgoingMail;
import dev.baton.outbox.Postman;
import dev.baton.outbox.QueuedMail;
import dev.baton.outbox.ReturnedMails;
import dev.baton.shared.EmailAddress;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.Browser;
import dev.baton.testkit.PostOffice;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@BatonTest
class OutboxPagesTest {

    private static final PostOffice OFFICE = PostOffice.opened();
    private static final Pattern LINK = Pattern.compile("https?://\\S+/sign-in/\\S+");

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        OFFICE.takesOutgoing(properties);
        properties.add("baton.outbox.sending", () -> false);
        properties.add("baton.people", () -> "people.yaml");
    }

    @LocalServerPort
    int port;

    @Autowired
    Outbox outbox;

    @Autowired
    ReturnedMails returned;

    @Autowired
    Postman postman;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void empty() {
        jdbc.sql("delete from outbox_mail").update();
        jdbc.sql("delete from outbox_return").update();
        jdbc.sql("delete from outbox_undeliverable").update();
        OFFICE.empty();
    }

    private String linkMailedTo(String address) throws Exception {
        postman.deliverDue();
        var mails = OFFICE.mailsTo(address);
        MimeMultipart parts = (MimeMultipart) mails.get(mails.size() - 1).getContent();
        Matcher link = LINK.matcher((String) parts.getBodyPart(0).getContent());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private QueuedMail givenUp() {
        QueuedMail mail = transaction.execute(status -> outbox.enqueue(OutgoingMail.to(
                EmailAddress.of("nobody@example.com"), "sign-in", Map.of("url", "https://x", "validFor", "a day"))));
        jdbc.sql("""
                        update outbox_mail set state = 'dead', attempts = 1, trouble = 'ADDRESS_REFUSED',
                            trouble_detail = '550 5.1.1 No such user', problem = 'own.html, line 3: no' where id = ?""").param(mail.id()).update();
        return mail;
    }

    @Test
    void anAdminSeesWhatWasGivenUpAndSendsItAgain() throws Exception {
        Visitor admin = Visitor.of(port);
        admin.presses("Send me a link", admin.opens("/sign-in"), Map.of("address", "admin@example.com"));
        admin.presses("Sign in", admin.opens(linkMailedTo("admin@example.com")));
        QueuedMail mail = givenUp();

        Answer page = admin.opens("/outbox");
        assertThat(page.page().text())
                .contains("Given up (1)", "nobody@example.com", "The mail server refused the address for good.")
                .contains("550 5.1.1 No such user", "Tried once.", "own.html, line 3: no");

        Answer after = admin.presses("Try again", page);
        assertThat(after.page().text()).contains("Waiting (1)");
        assertThat(outbox.find(mail.id()).orElseThrow().state()).isEqualTo(MailState.QUEUED);
        postman.deliverDue();
        assertThat(OFFICE.mailsTo("nobody@example.com")).hasSize(1);
        assertThat(admin.opens("/outbox?state=sent").page().text()).contains("Taken by the mail server");
        assertThat(admin.opens("/outbox?state=nonsense").status()).isEqualTo(404);
    }

    @Test
    void anAdminSeesWhatWaitsForADailyMailAndSendsItNow() throws Exception {
        Visitor admin = Visitor.of(port);
        admin.presses("Send me a link", admin.opens("/sign-in"), Map.of("address", "admin@example.com"));
        admin.presses("Sign in", admin.opens(linkMailedTo("admin@example.com")));
        long id = givenUp().id();
        for (String state : new String[] {"digested", "dropped", "held"}) {
            jdbc.sql("update outbox_mail set state = ? where id = ?")
                    .params(state, id)
                    .update();
            assertThat(admin.opens("/outbox?state=" + state).page().text()).contains("nobody@example.com");
        }

        admin.presses("Send it now", admin.opens("/outbox?state=held"));

        assertThat(outbox.find(id).orElseThrow().state()).isEqualTo(MailState.QUEUED);
        assertThat(admin.opens("/outbox?state=dropped").page().text()).contains("Nothing was left unsent.");
    }

    private void marked() {
        QueuedMail mail = givenUp();
        transaction.execute(status -> returned.returned(mail, true, "5.1.1", "550 5.1.1 No such user"));
    }

    @Test
    void anAdminLiftsTheMarkOfAnAddress() throws Exception {
        Visitor admin = Visitor.of(port);
        admin.presses("Send me a link", admin.opens("/sign-in"), Map.of("address", "admin@example.com"));
        admin.presses("Sign in", admin.opens(linkMailedTo("admin@example.com")));
        assertThat(admin.opens("/outbox/returns").page().text()).contains("No address is marked.");
        marked();

        Answer page = admin.opens("/outbox/returns");
        assertThat(page.page().text()).contains("nobody@example.com", "550 5.1.1 No such user", "Tried again on");
        assertThat(admin.opens("/outbox").page().text()).contains("Addresses that mails come back from (1)");

        assertThat(admin.presses("It works again, send now", page).page().text())
                .contains("No address is marked.");
        assertThat(returned.marks()).isEmpty();
        assertThat(Visitor.of(port).opens("/outbox/returns").page().text()).doesNotContain("Tried again");
    }

    @Test
    void anAdminSeesHowMuchMailPeopleGetAndNobodysName() throws Exception {
        Visitor admin = Visitor.of(port);
        admin.presses("Send me a link", admin.opens("/sign-in"), Map.of("address", "admin@example.com"));
        admin.presses("Sign in", admin.opens(linkMailedTo("admin@example.com")));
        assertThat(admin.opens("/outbox/numbers").page().select("tbody td").eachText())
                .startsWith("2 March so far", "1", "too few to say");
        for (int person = 0; person < 9; person++) {
            for (int mail = 0; mail <= person; mail++) {
                String to = "person" + person + "@example.com";
                transaction.execute(status ->
                        outbox.enqueue(OutgoingMail.to(EmailAddress.of(to), "no-such-template", Map.of("title", "x"))));
            }
        }
        postman.deliverDue();

        assertThat(admin.opens("/outbox").page().select("a[href=/outbox/numbers]"))
                .isNotEmpty();
        Answer page = admin.opens("/outbox/numbers");

        assertThat(page.page().select("tbody td").eachText())
                .startsWith("2 March so far", "10", "4", "8", "9", "46", "0", "0");
        assertThat(page.body()).doesNotContain("person8");
    }

    @Test
    void thePageReadsWellEverywhere() throws Exception {
        try (Browser browser = Browser.at(port)) {
            browser.open("/sign-in")
                    .fill("Your mail address", "admin@example.com")
                    .click("Send me a link");
            browser.open(linkMailedTo("admin@example.com").replaceFirst("^https?://[^/]+", ""))
                    .click("Sign in");
            browser.open("/outbox").readsWellEverywhere();
            givenUp();
            browser.open("/outbox")
                    .pictures(Path.of("target", "pictures"), "outbox")
                    .readsWellEverywhere();
            browser.open("/outbox/returns").readsWellEverywhere();
            marked();
            browser.open("/outbox/returns").readsWellEverywhere();
            browser.open("/outbox/numbers")
                    .pictures(Path.of("target", "pictures"), "outbox-numbers")
                    .readsWellEverywhere();
        }
    }
}
