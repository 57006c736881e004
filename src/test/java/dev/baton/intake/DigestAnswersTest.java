package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerState;
import dev.baton.outbox.DueDigests;
import dev.baton.outbox.QueuedMail;
import dev.baton.requests.Request;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.TaskFilter;
import dev.baton.tasks.Tasks;
import dev.baton.testkit.TestMail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** An answer to a mail about many things decides nothing and starts nothing; it is asked what was meant. */
// A house of its own: a digest names the first tasks only, and other tests leave many.
@TestPropertySource(properties = "baton.outbox.budget=24")
class DigestAnswersTest extends IntakeTest {

    @Autowired
    DueDigests digests;

    @Autowired
    Tasks tasks;

    @Autowired
    JdbcClient jdbc;

    private Request launch(String title) {
        return opened(TestMail.from(PETRA)
                .to("requests+launch@example.com")
                .about(title)
                .saying(COMPLETE));
    }

    /** Whoever has the first task of this request reads of it in a digest. */
    private QueuedMail digestAbout(Request request) {
        HandOver first = firstOf(request);
        jdbc.sql("delete from outbox_digest_about").update();
        jdbc.sql("delete from outbox_digest").update();
        jdbc.sql("update outbox_mail set state = 'held' where request = ? and recipient = ?")
                .params(request.ref().toString(), first.person().value())
                .update();
        digests.make();
        return outbox.list(null, null, 20).items().stream()
                .filter(mail -> mail.template().equals("digest") && mail.to().equals(first.person()))
                .findFirst()
                .orElseThrow();
    }

    private HandOver firstOf(Request request) {
        return tasks.holders(tasks.open(request.ref()).get(0).id()).get(0);
    }

    private QueuedMail newest(String template) {
        return outbox.list(null, null, 20).items().stream()
                .filter(mail -> mail.template().equals(template))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itIsAskedBackWithAListOfWhatWaits() {
        Request request = launch("Spring webinar");
        HandOver first = firstOf(request);
        QueuedMail digest = digestAbout(request);
        assertThat(digest.text()).contains("Spring webinar");

        LedgerEntry entry = arrives(TestMail.from(first.person().value())
                .to(digest.replyTo().value())
                .about("Re: " + digest.subject())
                .answering(digest.messageId())
                .saying("Accept"));

        assertThat(entry.state()).isEqualTo(LedgerState.QUARANTINED);
        assertThat(entry.reason()).contains("several things");
        assertThat(tasks.standing(first).waits()).isTrue();
        QueuedMail asked = newest("which-task");
        assertThat(asked.to()).isEqualTo(first.person());
        assertThat(asked.problem()).isNull();
        assertThat(asked.text()).contains("Spring webinar", "/t/", "> Accept");
    }

    @Test
    void itIsKnownByWhatItAnswersWhereTheAddressWasLost() {
        Request request = launch("Summer webinar");
        HandOver first = firstOf(request);
        QueuedMail digest = digestAbout(request);

        LedgerEntry entry = arrives(TestMail.from(first.person().value())
                .about("Re: " + digest.subject())
                .answering(digest.messageId())
                .saying("Accept"));

        assertThat(entry.state()).isEqualTo(LedgerState.QUARANTINED);
        assertThat(tasks.standing(first).waits()).isTrue();
    }

    @Test
    void itIsKnownByTheRequestsItQuotesWhereAllElseWasLost() {
        String one = links.status(launch("Autumn webinar").ref());
        String two = links.status(launch("Winter webinar").ref());

        LedgerEntry entry = arrives(TestMail.from(PETRA)
                .about("Re: News")
                .saying("Fine.\n\nOn Mon, 2 Mar 2026 at 09:00, Baton wrote:\n> Open LAUNCH-1: " + one
                        + "\n> Open LAUNCH-2: " + two));

        assertThat(entry.state()).isEqualTo(LedgerState.QUARANTINED);
        assertThat(entry.request()).isNull();
    }

    @Test
    void whoeverItWasForwardedToLearnsNothing() {
        Request request = launch("Secret webinar");
        QueuedMail digest = digestAbout(request);

        arrives(TestMail.from("Eve <eve@elsewhere.example>")
                .to(digest.replyTo().value())
                .about("Re: " + digest.subject())
                .answering(digest.messageId())
                .saying("Accept"));

        QueuedMail asked = newest("which-task");
        assertThat(asked.to().value()).isEqualTo("eve@elsewhere.example");
        assertThat(asked.text()).contains("none of them waits").doesNotContain("Secret webinar", "/t/");
    }

    @Test
    void anotherPersonsAnswerAddressStartsNothing() {
        Request request = launch("Spring fair");
        QueuedMail digest = digestAbout(request);
        int before = tasks.open(TaskFilter.ALL, null, 200).items().size();

        LedgerEntry entry = arrives(TestMail.from("Eve <eve@elsewhere.example>")
                .to(digest.replyTo().value())
                .about("Hello")
                .saying("Accept"));

        assertThat(entry.state()).isEqualTo(LedgerState.QUARANTINED);
        assertThat(tasks.open(TaskFilter.ALL, null, 200).items()).hasSize(before);
    }
}
