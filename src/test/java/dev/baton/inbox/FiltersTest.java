package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTest {

    private final Filters filters = new Filters(
            new BatonProperties(URI.create("http://localhost:8080"), EmailAddress.of("requests@example.com"), null));

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
                "Auto-Submitted | no | taken",
                "Auto-Submitted | No; because | taken",
                "X-Autoreply | yes | ignored automatic",
                "Precedence | bulk | ignored automatic",
                "Precedence | auto_reply | ignored automatic",
                "Precedence | Junk | ignored automatic",
                "Precedence | first-class | taken",
                "X-Auto-Response-Suppress | DR, OOF, AutoReply | ignored automatic",
                "X-Auto-Response-Suppress | All | ignored automatic",
                "X-Auto-Response-Suppress | None | taken",
                "Content-Type | multipart/report; report-type=delivery-status; boundary=b | ignored bounce",
                "Return-Path | <> | ignored bounce",
                "Return-Path | <nadia@example.com> | taken",
                "List-Id | News <news.example.com> | ignored list",
                "List-Id | Requests <requests.example.com> | taken",
                "List-Unsubscribe | <https://example.com/u> | taken",
                "Precedence | list | ignored list",
            })
    void aHeaderDecides(String name, String value, String verdict) {
        assertThat(judged(RawMail.of("News").with(name, value))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "MAILER-DAEMON@mx.example.org, ignored bounce",
        "postmaster@example.org, ignored bounce",
        "requests@example.com, quarantined spoofed",
        "requests+launch@example.com, quarantined spoofed",
        "nadia@example.com, taken"
    })
    void theSenderDecides(String sender, String verdict) {
        assertThat(judged(RawMail.of("News").without("From").with("From", sender)))
                .isEqualTo(verdict);
    }

    @Test
    void aVacationNoteWithANullSenderIsCalledWhatItIs() {
        assertThat(judged(RawMail.of("Away").with("Return-Path", "<>").with("Auto-Submitted", "auto-replied")))
                .isEqualTo("ignored automatic");
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
        assertThat(reasons.of(Verdict.ignored("bounce"))).isNotBlank();
        assertThat(reasons.of(Verdict.quarantined("spoofed", "a@example.com"))).contains("a@example.com");
    }
}
