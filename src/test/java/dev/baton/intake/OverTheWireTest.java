package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inbox.LedgerEntry;
import dev.baton.outbox.Postman;
import dev.baton.requests.Request;
import dev.baton.testkit.PostOffice;
import dev.baton.testkit.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a requester's mail program gets from a mail server, and what it answers. */
class OverTheWireTest extends IntakeTest {

    private static final PostOffice OFFICE = PostOffice.opened();

    @Autowired
    Postman postman;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        OFFICE.takesOutgoing(properties);
    }

    private List<MimeMessage> delivered() {
        postman.deliverDue();
        return OFFICE.mailsTo("petra@customer.example");
    }

    private Request incomplete() {
        OFFICE.empty();
        return opened(TestMail.from(PETRA)
                .to("requests+launch@example.com")
                .about("Hospital webinar")
                .saying("Kind: event\n\nWe want hospitals to know our scanner."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"address", "thread", "subject"})
    void anAnswerFindsItsRequestByAnyOfItsMarks(String mark) throws Exception {
        Request request = incomplete();
        MimeMessage asked = delivered().get(0);
        assertThat(asked.getHeader("In-Reply-To")).isNotNull();

        TestMail answer = TestMail.from(PETRA).saying("14 May 2026\n\n> When should it go out?");
        LedgerEntry entry = arrives(
                switch (mark) {
                    case "address" -> answer.to(asked.getReplyTo()[0].toString());
                    case "thread" -> answer.answering(asked.getMessageID());
                    default -> answer.about("AW: " + asked.getSubject());
                });

        assertThat(entry.request()).isEqualTo(request.ref());
        assertThat(now(request).brief()).containsEntry("launchDate", "2026-05-14");
        assertThat(now(request).startedAt()).isNotNull();
        assertThat(delivered()).hasSize(2);
        assertThat(delivered().get(1).getSubject()).startsWith("[" + request.ref() + "] ");
    }

    @Test
    void ourOwnMailsComingBackStartNothing() throws Exception {
        incomplete();
        var raw = new java.io.ByteArrayOutputStream();
        delivered().get(0).writeTo(raw);

        LedgerEntry entry = ledger.accept(raw.toByteArray(), dev.baton.inbox.Arrival.posted(clock.instant()));
        processing.processDue();

        assertThat(ledger.find(entry.id()).orElseThrow().state().word()).isEqualTo("ignored");
        assertThat(delivered()).hasSize(1);
    }
}
