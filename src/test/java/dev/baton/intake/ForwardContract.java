package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerState;
import dev.baton.outbox.QueuedMail;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFilter;
import dev.baton.requests.RequestParticipants;
import dev.baton.shared.EmailAddress;
import dev.baton.tasks.Tasks;
import dev.baton.testkit.TestMail;
import dev.baton.testkit.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What follows from a mail that one of our people forwards, whatever database is below. */
abstract class ForwardContract extends IntakeTest {

    private static final String TOM = "Tom Weber <tom@example.com>";
    private static final EmailAddress CLARA = EmailAddress.of("clara@customer.example");
    private static final Pattern LINK = Pattern.compile("/forwarded/[\\w.-]+");

    @Autowired
    Tasks tasks;

    @Autowired
    RequestParticipants participants;

    private static TestMail forwarded(String note, String from, String text) {
        return TestMail.from(TOM)
                .to("requests+launch@example.com")
                .about("Fwd: Hospital webinar")
                .saying(note + "\n\n---------- Forwarded message ---------\nFrom: " + from
                        + "\nDate: Mon, Mar 2, 2026 at 8:00 AM\nSubject: Hospital webinar\nTo: Tom Weber"
                        + " <tom@example.com>\n\n" + text);
    }

    private static TestMail clarasMail() {
        return forwarded("Please take this over.", "Clara Vogt <clara@customer.example>", COMPLETE);
    }

    @Test
    void whoWroteTheMailIsTheRequesterAndWhoForwardedItTakesPart() {
        LedgerEntry entry = arrives(clarasMail());

        Request request = requests.get(entry.request());
        assertThat(entry.state()).isEqualTo(LedgerState.OPENED);
        assertThat(entry.reason()).contains("Tom Weber", "clara@customer.example");
        assertThat(request.requester()).isEqualTo(CLARA);
        assertThat(request.requesterName()).isEqualTo("Clara Vogt");
        assertThat(request.title()).isEqualTo("Hospital webinar");
        assertThat(request.brief()).containsEntry("goal", "200 registrations from hospitals");
        assertThat(participants.include(request.ref(), EmailAddress.of("tom@example.com")))
                .isTrue();
        assertThat(requests.list(RequestFilter.of(EmailAddress.of("tom@example.com"), null), null, 200)
                        .items())
                .extracting(Request::ref)
                .contains(request.ref());
        assertThat(conversation.written(request.ref()))
                .extracting(IncomingMessage::author, IncomingMessage::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(CLARA, COMPLETE.strip()),
                        org.assertj.core.groups.Tuple.tuple(
                                EmailAddress.of("tom@example.com"), "Please take this over."));
    }

    @Test
    void bothAreToldWhatBecameOfIt() {
        Request request = opened(clarasMail());

        QueuedMail acknowledged = lastMailTo("clara@customer.example", request.ref());
        assertThat(acknowledged.text()).contains("Tom Weber forwarded your mail");
        QueuedMail told = lastMailTo("tom@example.com", request.ref());
        assertThat(told.text())
                .contains("Clara Vogt", "clara@customer.example", "/forwarded/")
                .doesNotContain("promises it");
    }

    @Test
    void openingTheLinkChangesNothingAndOnePressMakesItTheForwardersOwn() {
        Request request = opened(clarasMail());
        Visitor tom = visitor();

        Visitor.Answer page = tom.opens(forwardLink(request));
        tom.peeks(forwardLink(request));

        assertThat(page.heading()).isEqualTo("Whose request is " + request.ref() + "?");
        assertThat(now(request).requester()).isEqualTo(CLARA);
        Visitor.Answer after = tom.presses("It is my own request", page, Map.of());
        assertThat(now(request).requester()).isEqualTo(EmailAddress.of("tom@example.com"));
        assertThat(after.body()).contains("is now your own request");
        assertThat(lastMailTo("tom@example.com", request.ref()).subject()).contains("We have it");
        tom.presses("It is the request of Clara Vogt", after, Map.of());
        assertThat(now(request).requester()).isEqualTo(CLARA);
    }

    @Test
    void itCanBeMadeSomebodyElsesWhoIsThenTold() {
        Request request = opened(clarasMail());
        Visitor tom = visitor();

        Visitor.Answer page = tom.opens(forwardLink(request));
        Visitor.Answer refused = tom.presses("Make it theirs", page, Map.of("address", "nobody"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Please write a mail address");
        assertThat(now(request).requester()).isEqualTo(CLARA);

        tom.presses("Make it theirs", page, Map.of("address", "Jan@customer.example"));
        assertThat(now(request).requester()).isEqualTo(EmailAddress.of("jan@customer.example"));
        assertThat(lastMailTo("jan@customer.example", request.ref()).text()).contains("Tom Weber forwarded");

        tom.presses("Make it theirs", page, Map.of("address", "jan@customer.example"));
        assertThat(mailsTo("jan@customer.example", request.ref())).hasSize(1);
    }

    @Test
    void whoWroteTheMailReadsTheirOwnWordsAndNotWhatTheForwarderSaidAboveThem() {
        Request request = opened(clarasMail());

        Visitor.Answer clara = visitor().opens(statusLink("clara@customer.example", request));
        assertThat(clara.page().text())
                .contains("200 registrations from hospitals")
                .doesNotContain("Please take this over", "Forwarded message");
        Visitor.Answer link = visitor().opens(links.status(request.ref()));
        assertThat(link.body()).doesNotContain("Please take this over");
        assertThat(conversation.lastByOthers(request.ref(), CLARA)).isEmpty();
        assertThat(conversation.lastByOthers(request.ref(), request.owner()))
                .get()
                .extracting(IncomingMessage::text)
                .isEqualTo("Please take this over.");
    }

    @Test
    void whoWasMadeTheRequesterByMistakeSeesTheRequestNoLonger() {
        Request request = opened(forwarded(
                "Please take this over.", "Clara Vogt <clara@customer.example>", "Kind: webinar\nGoal: 200 people"));
        String status = statusLink("clara@customer.example", request);
        String brief = link("/brief/[\\w.-]+", "clara@customer.example", request);
        Visitor clara = visitor();
        assertThat(clara.opens(status).status()).isEqualTo(200);
        Visitor.Answer form = clara.opens(brief);
        assertThat(form.status()).isEqualTo(200);

        Visitor tom = visitor();
        tom.presses("It is my own request", tom.opens(forwardLink(request)), Map.of());

        Visitor.Answer ended = clara.opens(status);
        assertThat(ended.status()).isEqualTo(410);
        assertThat(ended.heading()).isEqualTo("This link has ended");
        assertThat(ended.body()).doesNotContain(request.ref().toString(), "Hospital webinar");
        assertThat(clara.opens(status + "/diagram").status()).isEqualTo(410);
        assertThat(clara.opens(brief).status()).isEqualTo(410);
        assertThat(clara.posts(form.at().getPath(), Map.of("goal", "mine", "_csrf", csrf(form)))
                        .status())
                .isEqualTo(410);
        assertThat(tom.opens(statusLink("tom@example.com", request)).status()).isEqualTo(200);
        assertThat(visitor().opens(links.status(request.ref())).status())
                .as("whoever works on it")
                .isEqualTo(200);

        tom.presses("It is the request of Clara Vogt", tom.opens(forwardLink(request)), Map.of());
        assertThat(clara.opens(status).status()).as("hers after all").isEqualTo(200);
    }

    private static String csrf(Visitor.Answer page) {
        return page.page().select("input[name=_csrf]").val();
    }

    private String statusLink(String reader, Request request) {
        return link("/s/[\\w.-]+", reader, request);
    }

    private String forwardLink(Request request) {
        return mailsTo("tom@example.com", request.ref()).stream()
                .map(mail -> LINK.matcher(mail.text()))
                .filter(Matcher::find)
                .findFirst()
                .orElseThrow()
                .group();
    }

    private String link(String pattern, String reader, Request request) {
        Matcher found = Pattern.compile(pattern)
                .matcher(lastMailTo(reader, request.ref()).text());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    @Test
    void aLinkThatWeDidNotSignLeadsNowhere() {
        Request request = opened(clarasMail());
        String forged = forwardLink(request).replaceFirst(".$", "x").replaceFirst("/forwarded/..", "/forwarded/xx");

        assertThat(visitor().opens(forged).status()).isEqualTo(404);
    }

    @Test
    void whatTheAuthorAnswersCompletesTheBrief() {
        Request request = opened(forwarded(
                "", "Clara Vogt <clara@customer.example>", "Kind: webinar\nGoal: 200 registrations from hospitals"));
        assertThat(request.waitsForBrief()).isTrue();
        assertThat(lastMailTo("clara@customer.example", request.ref()).text()).contains("When should it go out?");

        arrives(TestMail.from("Clara Vogt <clara@customer.example>")
                .to(links.answerTo(request.ref()).value())
                .about("Re: Needed to begin")
                .saying("14 May 2026"));

        assertThat(now(request).waitsForBrief()).isFalse();
    }

    @Test
    void aMailForwardedAsAnAttachmentBringsItsFiles() {
        String inner = "From: Clara Vogt <clara@customer.example>\r\nSubject: Hospital webinar\r\n"
                + "Message-ID: <inner-1@customer.example>\r\nContent-Type: multipart/mixed; boundary=in\r\n\r\n--in\r\n\r\n"
                + COMPLETE.replace("\n", "\r\n")
                + "\r\n--in\r\nContent-Type: application/pdf; name=slides.pdf\r\n\r\n%PDF\r\n"
                + "--in--\r\n";
        TestMail mail = TestMail.from(TOM)
                .to("requests+launch@example.com")
                .about("Fwd: Hospital webinar")
                .saying("Please.")
                .attaching("mail.eml", "message/rfc822", inner.getBytes(StandardCharsets.UTF_8))
                .attaching("ours.txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8));

        Request request = opened(mail);

        assertThat(request.requester()).isEqualTo(CLARA);
        assertThat(files.of(request.ref()))
                .extracting(file -> file.name())
                .containsExactlyInAnyOrder("slides.pdf", "ours.txt");
    }

    @Test
    void ofAChainItIsTheLastPersonOutsideWhoWrote() {
        Request request = opened(forwarded(
                "And for us.",
                "Ines Sommer <ines@example.com>",
                "For you?\n\n---------- Forwarded message ---------\nFrom: Clara Vogt <clara@customer.example>\n"
                        + "Date: Sun, Mar 1, 2026\nSubject: Hospital webinar\nTo: Ines\n\n" + COMPLETE));

        assertThat(request.requester()).isEqualTo(CLARA);
        assertThat(request.brief()).containsEntry("goal", "200 registrations from hospitals");
    }

    @Test
    void aForwardBySomebodyElseStaysTheirRequest() {
        Request request = opened(clarasMail().with("From", PETRA));

        assertThat(request.requester()).isEqualTo(EmailAddress.of("petra@customer.example"));
        assertThat(request.brief()).containsEntry("goal", "200 registrations from hospitals");
        assertThat(mailsTo("clara@customer.example", request.ref())).isEmpty();
    }

    @Test
    void aForwardWithoutAnAddressStaysTheForwardersWhoIsTold() {
        Request request = opened(forwarded("Please.", "Vogt, Clara", COMPLETE));

        assertThat(request.requester()).isEqualTo(EmailAddress.of("tom@example.com"));
        assertThat(lastMailTo("tom@example.com", request.ref()).text()).contains("does not say its sender's address");
    }

    @Test
    void ourOwnMailForwardedIsNobodyElsesRequest() {
        Request request = opened(forwarded("Please.", "Tom <tom@example.com>", COMPLETE));

        assertThat(request.requester()).isEqualTo(EmailAddress.of("tom@example.com"));
    }

    @Test
    void whatIsForwardedToARequestIsThereToRead() {
        Request request = opened(clarasMail());

        LedgerEntry entry = arrives(forwarded("One more.", "Jan Holt <jan@customer.example>", "The venue is booked.")
                .to(links.answerTo(request.ref()).value()));

        assertThat(entry.state()).isEqualTo(LedgerState.JOINED);
        assertThat(entry.request()).isEqualTo(request.ref());
        assertThat(conversation.written(request.ref()))
                .last()
                .satisfies(message -> assertThat(message.text())
                        .contains("One more.", "Jan Holt <jan@customer.example>", "The venue is booked."));
    }

    @Test
    void forwardedWordsDecideNothing() {
        Request request = opened(clarasMail());
        String task = tasks.open(request.ref()).get(0).id();
        QueuedMail asked = outbox.of(request.ref()).stream()
                .filter(mail -> mail.template().equals("task"))
                .findFirst()
                .orElseThrow();

        LedgerEntry entry = arrives(forwarded("", "Jan Holt <jan@customer.example>", "approve\n\ndone")
                .with("From", asked.to().value())
                .to(asked.replyTo().value()));

        assertThat(entry.state()).isEqualTo(LedgerState.JOINED);
        assertThat(tasks.open(request.ref())).extracting(open -> open.id()).contains(task);
        assertThat(conversation.written(request.ref()))
                .last()
                .satisfies(message -> assertThat(message.text()).contains("approve"));
    }
}
