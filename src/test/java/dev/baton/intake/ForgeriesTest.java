package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerState;
import dev.baton.models.Models;
import dev.baton.models.Workflows;
import dev.baton.outbox.QueuedMail;
import dev.baton.requests.Decisions;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Request;
import dev.baton.shared.EmailAddress;
import dev.baton.tasks.ActionLinks;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Tasks;
import dev.baton.testkit.Dropped;
import dev.baton.testkit.TestMail;
import dev.baton.testkit.Visitor;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An approval forged in each way we could think of decides nothing. The mail server whose word counts is
 * {@code mx.example.com}; the answer address of the task is known to the forger in all but the last lines.
 */
class ForgeriesTest extends StrictIntakeTest {

    private static final String PROVEN = provenFor("example.com");
    private static final String EVIL = provenFor("evil.example");
    private static final String MALLORY = "mallory@evil.example";

    @Autowired
    Tasks tasks;

    @Autowired
    ActionLinks actions;

    @Autowired
    Decisions decisions;

    @Autowired
    Models models;

    @Autowired
    Workflows workflows;

    private HandOver nadias;

    @Test
    void noForgeryDecides() {
        Request request = opened(TestMail.from("Sam Okoye <sam@example.com>")
                .to("requests+launch@example.com")
                .about("Hospital webinar")
                .with(RESULTS, PROVEN)
                .saying(COMPLETE));
        nadias = tasks.holders(tasks.open(request.ref()).get(0).id()).get(0);
        assertThat(nadias.person().value()).isEqualTo("nadia@example.com");

        StringBuilder table = new StringBuilder("\n| forgery | ledger |\n| --- | --- |\n");
        forgeries().forEach((name, forge) -> {
            clock.jump(java.time.Duration.ofMinutes(61));
            LedgerEntry entry = arrives(forge.apply(real()));
            assertThat(entry.state()).as(name).isNotIn(LedgerState.ANSWERED, LedgerState.RECEIVED);
            assertThat(decisions.of(request.ref())).as(name).isEmpty();
            table.append("| %s | %s |%n".formatted(name, entry.state().word()));
        });
        System.out.println(table);

        assertThat(arrives(real()).state()).as("the real answer").isEqualTo(LedgerState.ANSWERED);
        assertThat(decisions.of(request.ref())).hasSize(1);
    }

    @Test
    void anUnprovenAnswerMovesNoWorkflowUntilItIsConfirmed() throws IOException {
        Dropped.into(models, "question.bpmn", Files.readAllBytes(Path.of("src/test/resources/models/question.bpmn")));
        EmailAddress sam = EmailAddress.of("sam@example.com");
        Request request = requests.open(
                NewRequest.of(workflows.byKey("question").orElseThrow(), "Which colour?", sam, "Sam Okoye"));
        TestMail forged = TestMail.from("Sam Okoye <sam@example.com>")
                .about("[" + request.ref() + "] Which colour?")
                .saying("Red");

        LedgerEntry entry = arrives(forged);

        assertThat(entry.state()).isEqualTo(LedgerState.JOINED);
        assertThat(entry.reason()).contains("not sure who wrote it");
        assertThat(now(request).isOpen()).isTrue();
        assertThat(lastMailTo(request.owner().value(), request.ref()).text())
                .contains("Sam Okoye <sam@example.com> wrote about", "could not confirm");
        QueuedMail question = lastMailTo("sam@example.com", request.ref());
        assertThat(question.template()).isEqualTo("confirm-reply");
        assertThat(question.problem()).isNull();
        String link = URI.create(question.text().replaceAll("(?s).*(http\\S+/reply/\\S+).*", "$1"))
                .getPath();
        Visitor visitor = visitor();
        Visitor.Answer page = visitor.opens(link);
        assertThat(page.page().text()).contains("sam@example.com", "Red");
        assertThat(now(request).isOpen()).isTrue();

        visitor.presses("Yes, go on with this answer", page, Map.of());

        assertThat(now(request).isOpen()).isFalse();
        assertThat(visitor.opens(link).page().text()).contains("nothing to confirm");
    }

    @Test
    void aProvenAnswerMovesItAtOnce() throws IOException {
        Dropped.into(models, "question.bpmn", Files.readAllBytes(Path.of("src/test/resources/models/question.bpmn")));
        EmailAddress sam = EmailAddress.of("sam@example.com");
        Request request = requests.open(
                NewRequest.of(workflows.byKey("question").orElseThrow(), "Which colour?", sam, "Sam Okoye"));

        arrives(TestMail.from("Sam Okoye <sam@example.com>")
                .about("[" + request.ref() + "] Which colour?")
                .with(RESULTS, PROVEN)
                .saying("Blue"));

        assertThat(now(request).isOpen()).isFalse();
    }

    @Test
    void whatTheServerCallsForgedIsQuarantinedAndNobodyIsAnswered() {
        LedgerEntry entry = arrives(TestMail.from("Nadia Brandt <nadia@example.com>")
                .to("requests+launch@example.com")
                .about("Launch it now")
                .with(
                        RESULTS,
                        "mx.example.com; spf=fail smtp.mailfrom=evil.example; dmarc=fail header.from=example.com")
                .saying(COMPLETE));

        assertThat(entry.state()).isEqualTo(LedgerState.QUARANTINED);
        assertThat(entry.reason()).contains("example.com did not send this mail");
        assertThat(entry.request()).isNull();
    }

    @Test
    void ofAForgedVacationNoteNobodyIsTold() {
        Request request = opened(TestMail.from("Sam Okoye <sam@example.com>")
                .to("requests+launch@example.com")
                .about("Hospital webinar")
                .with(RESULTS, PROVEN)
                .saying(COMPLETE));
        nadias = tasks.holders(tasks.open(request.ref()).get(0).id()).get(0);

        LedgerEntry entry = arrives(real().about("Automatic reply: [" + request.ref() + "] Approve")
                .with("Auto-Submitted", "auto-replied")
                .with(RESULTS, "mx.example.com; dmarc=fail header.from=example.com")
                .saying("I am out of the office."));

        assertThat(entry.state()).isEqualTo(LedgerState.IGNORED);
        assertThat(entry.reason()).contains("known of nobody");
    }

    /** What Nadia's own answer looks like. */
    private TestMail real() {
        return TestMail.from("Nadia Brandt <nadia@example.com>")
                .to(actions.answerTo(nadias).value())
                .about("Re: a task")
                .with(RESULTS, PROVEN)
                .saying("Accept");
    }

    private Map<String, UnaryOperator<TestMail>> forgeries() {
        Map<String, UnaryOperator<TestMail>> all = new LinkedHashMap<>();
        all.put("nobody checked it", mail -> mail.without(RESULTS));
        all.put(
                "another server vouches",
                mail -> mail.with(RESULTS, "mx.evil.example; dmarc=pass header.from=example.com"));
        all.put(
                "a server with a longer name vouches",
                mail -> mail.with(RESULTS, "mx.example.com.evil.example; dmarc=pass header.from=example.com"));
        all.put(
                "our server named in a comment only",
                mail -> mail.with(RESULTS, "evil.example (mx.example.com); dmarc=pass header.from=example.com"));
        all.put("the pass stands in a comment", mail -> mail.with(RESULTS, "mx.example.com; dmarc=none (dmarc=pass)"));
        all.put(
                "the pass stands in a quoted reason",
                mail -> mail.with(RESULTS, "mx.example.com; dmarc=none reason=\"; dmarc=pass\""));
        all.put("the header has another name", mail -> mail.without(RESULTS).with("X-" + RESULTS, PROVEN));
        all.put(
                "the header says it is the original",
                mail -> mail.without(RESULTS).with(RESULTS + "-Original", PROVEN));
        all.put(
                "a pass written before the last server's fail",
                mail -> mail.with(
                        RESULTS,
                        "mx.example.com; dmarc=fail header.from=example.com\r\nReceived: from evil.example\r\n"
                                + RESULTS + ": " + PROVEN));
        all.put(
                "a pass written before the last server's nothing",
                mail -> mail.with(
                        RESULTS,
                        "mx.example.com; dmarc=none\r\nReceived: from evil.example\r\n" + RESULTS + ": " + PROVEN));
        all.put(
                "a fail and a pass side by side",
                mail -> mail.with(
                        RESULTS, "mx.example.com; dmarc=fail header.from=example.com\r\n" + RESULTS + ": " + PROVEN));
        all.put(
                "a pass written below the last server's nothing",
                mail -> mail.with(RESULTS, "mx.example.com; dmarc=none\r\n" + RESULTS + ": " + PROVEN));
        all.put(
                "a pass written far before our servers",
                mail -> mail.with(
                        RESULTS,
                        "other.example; none\r\n" + "Received: from a.example\r\n".repeat(4) + RESULTS + ": "
                                + PROVEN));
        all.put(
                "sent by a local part that quotes the domain",
                mail -> mail.with(
                        RESULTS, "mx.example.com; spf=pass smtp.mailfrom=\"x@example.com\"@evil.example; dmarc=none"));
        all.put(
                "signed by a local part that quotes the domain",
                mail -> mail.with(
                        RESULTS, "mx.example.com; dkim=pass header.i=\"x@example.com\"@evil.example; dmarc=none"));
        all.put("the pass is for another domain", mail -> mail.with(RESULTS, EVIL));
        all.put(
                "signed by another domain",
                mail -> mail.with(RESULTS, "mx.example.com; dkim=pass header.d=evil.example; dmarc=none"));
        all.put(
                "signed by a domain that ends alike",
                mail -> mail.with(RESULTS, "mx.example.com; dkim=pass header.d=ample.com; dmarc=none"));
        all.put(
                "sent by a route of another domain",
                mail -> mail.with(RESULTS, "mx.example.com; spf=pass smtp.mailfrom=mallory@evil.example"));
        all.put("DMARC failed", mail -> mail.with(RESULTS, "mx.example.com; dmarc=fail header.from=example.com"));
        all.put(
                "DMARC could not be asked",
                mail -> mail.with(RESULTS, "mx.example.com; dmarc=temperror header.from=example.com"));
        all.put("two From headers", mail -> mail.with("From", "nadia@example.com\r\nFrom: " + MALLORY));
        all.put("two From headers the other way", mail -> mail.with("From", MALLORY + "\r\nFrom: nadia@example.com"));
        all.put("two senders in one header", mail -> mail.with("From", "nadia@example.com, " + MALLORY));
        all.put(
                "the person's address as a name",
                mail -> mail.with("From", "\"nadia@example.com\" <" + MALLORY + ">")
                        .with(RESULTS, EVIL));
        all.put(
                "the same without quotes",
                mail -> mail.with("From", "nadia@example.com <" + MALLORY + ">")
                        .with(RESULTS, "mx.example.com; dmarc=pass"));
        all.put(
                "the same encoded",
                mail -> mail.with("From", "=?utf-8?q?nadia=40example=2Ecom?= <" + MALLORY + ">")
                        .with(RESULTS, EVIL));
        all.put(
                "a group named like the person",
                mail -> mail.with("From", "nadia@example.com: " + MALLORY + ";").with(RESULTS, EVIL));
        all.put(
                "the person as Sender",
                mail -> mail.with("From", MALLORY)
                        .with("Sender", "nadia@example.com")
                        .with(RESULTS, EVIL));
        all.put(
                "the person as Reply-To",
                mail -> mail.with("From", MALLORY)
                        .with("Reply-To", "nadia@example.com")
                        .with(RESULTS, EVIL));
        all.put("a letter that looks the same", mail -> mail.with("From", "n\u0430dia@example.com"));
        all.put("a domain that looks the same", mail -> mail.with("From", "nadia@ex\u0430mple.com"));
        all.put(
                "two addresses in one",
                mail -> mail.with("From", "<nadia@example.com@evil.example>")
                        .with(RESULTS, "mx.example.com; dmarc=pass"));
        all.put(
                "the approval stands in what is quoted, behind an arrow",
                mail -> mail.saying(
                        "Thanks!\n\nOn Mon, 2 Mar 2026 at 09:00, Baton wrote:\n> Sam asks you to check the brief.\n> --> Accept\n> More of the brief"));
        all.put("a colleague answers", mail -> mail.with("From", "Tom Keller <tom@example.com>"));
        all.put("we ourselves", mail -> mail.with("From", "requests@example.com"));
        all.put("our own mark", mail -> mail.with("X-Baton", "1"));
        all.put("an automatic answer", mail -> mail.with("Auto-Submitted", "auto-replied"));
        all.put(
                "a vacation note without a mark",
                mail -> mail.with("Return-Path", "<>").about("Automatic reply: Re: a task"));
        all.put("a mailing list", mail -> mail.with("List-Id", "<team.example.com>"));
        all.put(
                "a delivery report",
                mail -> mail.with("Content-Type", "multipart/report; report-type=delivery-status; boundary=x"));
        all.put("the word only quoted", mail -> mail.saying("> Accept"));
        all.put(
                "the word only below a quote's head",
                mail -> mail.saying("On Mon, 2 Mar 2026 at 09:00, Nadia wrote:\n> Accept"));
        all.put("the word only in the signature", mail -> mail.saying("-- \nAccept"));
        all.put("the word only in the subject", mail -> mail.about("Accept").saying(""));
        all.put(
                "the word only in a file",
                mail -> mail.saying("")
                        .attaching("answer.txt", "text/plain", "Accept".getBytes(StandardCharsets.UTF_8)));
        all.put(
                "an accepted invitation",
                mail -> mail.saying("")
                        .attaching(
                                "invite.ics",
                                "text/calendar; method=REPLY",
                                "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR".getBytes(StandardCharsets.UTF_8)));
        all.put(
                "the word only forwarded",
                mail -> mail.saying(
                        "---------- Forwarded message ---------\nFrom: Nadia <nadia@example.com>\nDate: Mon, 2 Mar 2026\nSubject: Re: a task\nTo: requests@example.com\n\nAccept"));
        all.put("the answer address cut", mail -> mail.to(withCode(-1)));
        all.put("the answer address guessed", mail -> mail.to(withCode(1)));
        all.put(
                "no answer address, the reference only",
                mail -> mail.to("requests@example.com").about("Re: [" + nadias.request() + "] a task"));
        all.put(
                "an answer address in the text only",
                mail -> mail.to("requests@example.com").saying("Accept\n" + actions.answerTo(nadias)));
        return all;
    }

    private String withCode(int longer) {
        String address = actions.answerTo(nadias).value();
        int at = address.indexOf('@');
        String local = longer < 0 ? address.substring(0, at + longer) : address.substring(0, at) + "a";
        return local + address.substring(at);
    }
}
