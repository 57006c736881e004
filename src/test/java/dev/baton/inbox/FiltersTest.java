package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Signatures;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTest {

    private final Filters filters = new Filters(
            new BatonProperties(URI.create("http://localhost:8080"), EmailAddress.of("requests@example.com"), null),
            new Signatures(new byte[] {1}),
            event -> {});

    private String judged(RawMail mail) {
        return filters.judge(ReadMails.read(mail))
                .map(verdict -> verdict.state().word() + " " + verdict.reason())
                .orElse("taken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Baton | LAUNCH-1 | ignored own-mail",
                "Auto-Submitted | auto-generated | ignored automatic",
                "Auto-Submitted | auto-replied (vacation) | ignored automatic",
                "Auto-Submitted | auto-notified; owner-email=\"a@example.com\" | ignored automatic",
                "Auto-Submitted | (sieve) auto-replied | ignored automatic",
                "Auto-Submitted | no | taken",
                "Auto-Submitted | No; because | taken",
                "Auto-Submitted | (a person) no (really) | taken",
                "X-Autoreply | yes | ignored automatic",
                "X-Autoreply | no | taken",
                "X-Autorespond | Your mail | ignored automatic",
                "Precedence | bulk | ignored automatic",
                "Precedence | auto_reply | ignored automatic",
                "Precedence | Junk | ignored automatic",
                "Precedence | first-class | taken",
                "X-Auto-Response-Suppress | DR, OOF, AutoReply | ignored automatic",
                "X-Auto-Response-Suppress | All | ignored automatic",
                "X-Auto-Response-Suppress | None | taken",
                "X-Auto-Response-Suppress | DR, RN, NRN, OOF | taken",
                "X-Auto-Response-Suppress | OOF | taken",
                "X-FC-Machinegenerated | true | ignored automatic",
                "X-Loop | yes | ignored automatic",
                "X-Loop | requests@example.com | ignored automatic",
                "X-Loop | petra@customer.example | taken",
                "X-Boxtrapper | 4kj2h3 | ignored challenge",
                "X-Delivery-Agent | TMDA/1.1.12 (Macallan) | ignored challenge",
                "Content-Type | multipart/report; report-type=delivery-status; boundary=b | ignored bounce-of-nobody",
                "Content-Type | multipart/report; report-type=\"disposition-notification\"; boundary=b | ignored read",
                "Content-Type | multipart/report; report-type=feedback-report; boundary=b | ignored spam-report",
                "Content-Type | multipart/report; report-type=tlsrpt; boundary=b | ignored report",
                "Return-Path | <> | ignored null-sender",
                "Return-Path | < > | ignored null-sender",
                "Return-Path | <nadia@example.com> | taken",
                "List-Id | News <news.example.com> | ignored list",
                "List-Id | Requests <requests.example.com> | taken",
                "List-Post | <mailto:news@lists.example.com> | ignored list",
                "List-Unsubscribe | <https://example.com/u> | taken",
                "Precedence | list | ignored list",
            })
    void aHeaderDecides(String name, String value, String verdict) {
        assertThat(judged(RawMail.of("News").with(name, value))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "MAILER-DAEMON@mx.example.org, ignored server",
        "postmaster@example.org, ignored server",
        "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.org, ignored server",
        "no-reply@example.org, ignored no-reply",
        "donotreply@example.org, ignored no-reply",
        "jobs-noreply@example.org, ignored no-reply",
        "noreply+abc@example.org, ignored no-reply",
        "nora.reply@example.org, taken",
        "reply@example.org, taken",
        "requests@example.com, quarantined spoofed",
        "requests+launch@example.com, quarantined spoofed",
        "nadia@example.com, taken"
    })
    void theSenderDecides(String sender, String verdict) {
        assertThat(judged(RawMail.of("News").without("From").with("From", sender)))
                .isEqualTo(verdict);
    }

    @Test
    void whatAFormOnAWebsiteSendsForAPersonIsTaken() {
        RawMail form = RawMail.of("Contact form").without("From").with("From", "noreply@example.org");

        assertThat(judged(form.with("Reply-To", "Petra <petra@customer.example>")))
                .isEqualTo("taken");
        assertThat(judged(form.with("Reply-To", "no-reply@example.org"))).isEqualTo("ignored no-reply");
    }

    @Test
    void aVacationNoteWithANullSenderIsCalledWhatItIs() {
        assertThat(judged(RawMail.of("Away").with("Return-Path", "<>").with("Auto-Submitted", "auto-replied")))
                .isEqualTo("ignored automatic");
    }

    @Test
    void whatComesByAGroupThatIsOurAddressIsAPersonsMailWhateverTheGroupSays() {
        assertThat(judged(RawMail.of("News")
                        .with("List-Id", "<requests.example.com>")
                        .with("Precedence", "bulk")
                        .with("Return-Path", "<>")
                        .with("X-Loop", "requests@example.com")))
                .isEqualTo("taken");
    }

    @Test
    void aMailOfOursIsKnownByItsMessageIdWhereARelayTookItsMarkOff() {
        String id = "<baton.launch-42.0123456789abcdef0123456789abcdef@other.example>";
        assertThat(judged(RawMail.of("News").without("Message-ID").with("Message-ID", id)))
                .isEqualTo("ignored own-mail");
        assertThat(judged(RawMail.of("News").with("In-Reply-To", id))).isEqualTo("taken");
    }

    @Test
    void aMailWithoutAnyHeaderIsNobodysAndTaken() {
        assertThat(judged(RawMail.bare("Hello"))).isEqualTo("taken");
    }

    @Test
    void everyReasonHasItsSentence() {
        var messages = new org.springframework.context.support.ResourceBundleMessageSource();
        messages.setBasename("messages/inbox");
        Reasons reasons = new Reasons(messages);

        assertThat(reasons.of(Verdict.ignored("own-mail"))).startsWith("A mail that Baton itself sent");
        assertThat(reasons.of(Verdict.ignored("automatic", "Precedence: bulk")))
                .isEqualTo("An automatic mail (Precedence: bulk); such mail is kept here and never answered.");
        assertThat(reasons.of(Verdict.ignored("list", "x"))).contains("(x)");
        for (OtherMachine.Kind kind : OtherMachine.Kind.values()) {
            assertThat(reasons.of(Verdict.machine(new OtherMachine(kind, "the sign", List.of()))))
                    .isNotBlank();
        }
        for (DeliveryReport.Action action : DeliveryReport.Action.values()) {
            var tom = new DeliveryReport.Recipient(EmailAddress.of("tom@example.com"), null, action, null, "");
            assertThat(reasons.of(Verdict.machine(new DeliveryReport(List.of(tom), List.of(), List.of()))))
                    .contains("tom@example.com");
        }
        for (MachineMail mail : List.of(
                new DeliveryReport(List.of(), List.of(), List.of()),
                new AutoReply(true, null, "x", List.of()),
                new AutoReply(false, null, "x", List.of()),
                new ReadReceipt(true, List.of()),
                new ReadReceipt(false, List.of()),
                new SpamReport("abuse", null, List.of(), List.of()),
                new SpamReport("not-spam", null, List.of(), List.of()))) {
            assertThat(reasons.of(Verdict.machine(mail))).isNotBlank();
        }
        assertThat(reasons.of(Verdict.quarantined("spoofed", "a@example.com"))).contains("a@example.com");
    }
}
