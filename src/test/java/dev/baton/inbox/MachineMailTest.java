package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inbox.DeliveryReport.Action;
import dev.baton.inbox.DeliveryReport.Recipient;
import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Signatures;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What machines write, as they write it. */
class MachineMailTest {

    private static final String OURS = "<baton.launch-42.0123456789abcdef0123456789abcdef@example.com>";
    private static final String SEAL = "0123456789abcdef0123";
    private static final EmailAddress TOM = EmailAddress.of("tom@customer.example");

    private final Filters filters = new Filters(
            new BatonProperties(URI.create("http://localhost:8080"), EmailAddress.of("requests@example.com"), null),
            new Signatures(new byte[] {1}),
            event -> {});

    private Optional<MachineMail> read(byte[] raw) {
        return filters.judge(ReadMails.read(raw)).map(Verdict::machine);
    }

    private Optional<MachineMail> read(String mail) {
        return read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private Recipient onlyRecipient(String mail) {
        DeliveryReport report = (DeliveryReport) read(mail).orElseThrow();
        assertThat(report.about()).contains(OURS);
        assertThat(report.recipients()).hasSize(1);
        return report.recipients().get(0);
    }

    private static String report(String type, String forPeople, String forMachines, String returned) {
        return """
                Return-Path: <>
                From: Mail Delivery System <MAILER-DAEMON@mx.customer.example>
                To: requests@example.com
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Message-ID: <1@mx.customer.example>
                Content-Type: multipart/report; report-type=%s;
                 boundary="b/mx"

                --b/mx
                Content-Type: text/plain; charset=utf-8

                %s

                --b/mx
                %s
                --b/mx
                %s
                --b/mx--
                """.formatted(type, forPeople, forMachines, returned);
    }

    private static String status(String recipient) {
        return "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.customer.example\n\n" + recipient;
    }

    private static String wholeMail() {
        return "Content-Type: message/rfc822\n\nFrom: Baton <requests@example.com>\nTo: tom@customer.example\n"
                + "Message-ID: " + OURS + "\nSubject: [LAUNCH-42] Approve\nX-Baton: LAUNCH-42\nX-Baton-Seal: " + SEAL
                + "\n\nPlease approve.\n";
    }

    private static String headersOnly() {
        return wholeMail().replace("message/rfc822", "text/rfc822-headers").replace("\nPlease approve.\n", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failed | 5.1.1 | smtp; 550 5.1.1 <tom@customer.example>: user unknown | true",
                "failed | 5.0.0 | smtp; 550 5.1.1 No such user here | true",
                "failed | 5.1.10 | smtp; 550 5.1.10 RESOLVER.ADR.RecipientNotFound | true",
                "failed | 5.4.4 | smtp; Host not found | true",
                "failed | 5.3.0 | smtp; 553 5.3.0 Unknown e-mail address | true",
                "failed | 5.5.0 | smtp; 550 Requested action not taken: mailbox unavailable | true",
                "failed | 5.7.1 | smtp; 554 5.7.1 Recipient address rejected: User unknown | true",
                "failed | 5.7.1 | smtp; 554 5.7.1 Message rejected as spam | false",
                "failed | 5.2.2 | smtp; 552 5.2.2 Mailbox full | false",
                "failed | 5.3.4 | smtp; 552 5.3.4 Message size exceeds limit | false",
                "failed | 5.0.0 | smtp; 550 Administrative prohibition | false",
                "failed | 4.4.7 | smtp; delivery time expired | false",
                "delayed | 4.4.1 | smtp; connection timed out | false",
                "delivered | 2.1.5 | smtp; 250 ok | false",
                "relayed | 2.1.9 | smtp; 250 ok | false",
                "expanded | 2.0.0 | smtp; 250 ok | false",
            })
    void aReportOfTheStandardFormSaysWhatHappenedAndWhetherAnybodyIsThere(
            String action, String code, String diagnostic, boolean hard) {
        Recipient tom = onlyRecipient(report(
                "delivery-status",
                "I'm sorry.",
                status(
                        "Final-Recipient: rfc822; tom@customer.example\nOriginal-Recipient: rfc822;tom@customer.example\n"
                                + "Action: " + action + "\nStatus: " + code + "\nDiagnostic-Code: " + diagnostic
                                + "\n"),
                headersOnly()));

        assertThat(tom.is(TOM)).isTrue();
        assertThat(tom.action()).isEqualTo(Action.parse(action).orElseThrow());
        assertThat(tom.hard()).isEqualTo(hard);
    }

    @Test
    void whereTheMailWasSentOnToIsToldFromWhereWeSentIt() {
        Recipient tom = onlyRecipient(report(
                "delivery-status",
                "Sorry.",
                status(
                        "Original-Recipient: rfc822;tom+2Bwork@customer.example\n"
                                + "Final-Recipient: RFC822; <tom@gmail.example>\nAction: failed\nStatus: 5.1.1 (bad mailbox)\n"),
                wholeMail()));

        assertThat(tom.is(EmailAddress.of("tom+work@customer.example"))).isTrue();
        assertThat(tom.is(EmailAddress.of("tom@gmail.example"))).isTrue();
        assertThat(tom.status()).isEqualTo("5.1.1");
    }

    @Test
    void aReportIsOneAlsoIfItsSenderHasTheNameOfAPerson() {
        String mail = report(
                        "delivery-status",
                        "Nadia is not reachable.",
                        status("Final-Recipient: rfc822; tom@customer.example\nAction: failed\nStatus: 5.1.1\n"),
                        wholeMail())
                .replace("Return-Path: <>\n", "")
                .replace("Auto-Submitted: auto-replied\n", "")
                .replace("Mail Delivery System <MAILER-DAEMON@mx.customer.example>", "it.support@customer.example");

        assertThat(onlyRecipient(mail).hard()).isTrue();
    }

    @Test
    void aReportWithoutAPartForMachinesIsReadAsText() {
        Recipient tom = onlyRecipient(report(
                "delivery-status",
                "<tom@customer.example>: host mx said: 550 5.1.1 no such user (in reply to RCPT TO)",
                "Content-Type: text/plain\n\nnothing\n",
                wholeMail()));

        assertThat(tom.address()).isEqualTo(TOM);
        assertThat(tom.hard()).isTrue();
    }

    private static String plain(String from, String subject, String text) {
        return """
                Return-Path: <>
                From: %s
                To: requests@example.com
                Subject: %s
                Message-ID: <2@mx.customer.example>
                Content-Type: text/plain; charset=utf-8

                %s
                """.formatted(from, subject, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qmail", "exim", "sendmail", "postfix", "exchange", "notes", "gmail"})
    void freeTextIsReadToo(String server) throws IOException {
        Recipient tom = onlyRecipient(freeText(server).replace("OUR-ID", OURS));

        assertThat(tom.address()).isEqualTo(TOM);
        assertThat(tom.action()).isEqualTo(Action.FAILED);
        assertThat(tom.hard()).as(tom.toString()).isTrue();
    }

    private static String freeText(String server) throws IOException {
        return Files.readString(Path.of("src/test/resources/machines/" + server + ".eml"));
    }

    @Test
    void aWarningIsNotAFailure() {
        Recipient tom = onlyRecipient(plain(
                "Mail Delivery System <Mailer-Daemon@mx.example>",
                "Warning: message 1kXyZ delayed 24 hours",
                "A message that you sent has not yet been delivered to one or more of its recipients after\n"
                        + "more than 24 hours on the queue.\n\nThe address to which the message has not yet been delivered is:\n\n"
                        + "  tom@customer.example\n    Delay reason: connection timed out\n\n"
                        + "No action is required on your part. Delivery attempts will continue for some time.\n\n"
                        + "The message identifier is: 1kXyZ\nMessage-ID: " + OURS));

        assertThat(tom.action()).isEqualTo(Action.DELAYED);
        assertThat(tom.hard()).isFalse();
    }

    @Test
    void aPersonWhoForwardsOrQuotesABounceIsNoBounce() throws IOException {
        String quoted = freeText("qmail").replaceAll("(?m)^", "> ");
        assertThat(read("From: Tom <tom@customer.example>\nTo: requests@example.com\nSubject: Fwd: failure notice\n"
                        + "Content-Type: text/plain; charset=utf-8\n\nWhat does this mean?\n\n" + quoted))
                .isEmpty();

        String bounce = report(
                "delivery-status",
                "Sorry.",
                status("Final-Recipient: rfc822; tom@customer.example\nAction: failed\nStatus: 5.1.1\n"),
                wholeMail());
        assertThat(read("From: Tom <tom@customer.example>\nTo: requests@example.com\nSubject: Fwd: Undelivered\n"
                        + "Content-Type: multipart/mixed; boundary=outer\n\n--outer\nContent-Type: text/plain\n\n"
                        + "What does this mean?\n--outer\nContent-Type: message/rfc822\n\n" + bounce + "\n--outer--\n"))
                .isEmpty();
        assertThat(read("From: Tom <tom@customer.example>\nTo: requests@example.com\nSubject: Fwd: Undelivered\n"
                        + "Content-Type: multipart/mixed; boundary=outer\n\n--outer\nContent-Type: text/plain\n\n"
                        + "What does this mean?\n--outer\n"
                        + status("Final-Recipient: rfc822; tom@customer.example\nAction: failed\nStatus: 5.1.1\n")
                        + "\n--outer--\n"))
                .isEmpty();
    }

    @Test
    void aReceiptSaysWhetherTheMailWasRead() {
        String receipt = report(
                        "disposition-notification",
                        "Your message was displayed. This is no guarantee that it was read.",
                        "Content-Type: message/disposition-notification\n\nReporting-UA: mail.customer.example; Thunderbird\n"
                                + "Final-Recipient: rfc822; tom@customer.example\nOriginal-Message-ID: " + OURS
                                + "\nDisposition: manual-action/MDN-sent-manually; displayed\n",
                        headersOnly())
                .replace("MAILER-DAEMON@mx.customer.example", "tom@customer.example");

        assertThat(read(receipt)).contains(new ReadReceipt(true, List.of(OURS)));
        assertThat(read(receipt.replace("; displayed", "; deleted"))).contains(new ReadReceipt(false, List.of(OURS)));
    }

    @Test
    void aComplaintNamesItsReaderWhereTheProviderDoes() {
        String complaint = report(
                "feedback-report",
                "This is an email abuse report.",
                "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: SomeGenerator/1.0\nVersion: 1\n"
                        + "Original-Rcpt-To: <tom@customer.example>\n",
                wholeMail());

        assertThat(read(complaint)).contains(new SpamReport("abuse", TOM, List.of(OURS), List.of(SEAL)));
        assertThat(read(complaint.replace("message/rfc822", "text/rfc822-headers")))
                .contains(new SpamReport("abuse", TOM, List.of(OURS), List.of(SEAL)));
        assertThat(((SpamReport)
                                read(complaint.replace(": abuse", ": not-spam")).orElseThrow())
                        .complains())
                .isFalse();
        assertThat(read("From: staff@hotmail.example\nTo: requests@example.com\n"
                        + "Subject: complaint about message from 192.0.2.1\nContent-Type: multipart/mixed; boundary=c\n\n--c\n"
                        + wholeMail()
                                .replace("From: Baton", "X-HmXmrOriginalRecipient: tom@customer.example\nFrom: Baton")
                        + "--c--\n"))
                .contains(new SpamReport("abuse", TOM, List.of(OURS), List.of(SEAL)));
    }

    @Test
    void aQuestionWhetherAPersonWroteIsNoMailOfAPerson() {
        MachineMail challenge = read(plain(
                        "BoxTrapper <tom@customer.example>",
                        "Your email requires verification verify#Kq81mLs0aPzR-1",
                        "The message you sent requires that you verify that you are a real live human being.\n\n"
                                + "> Message-ID: " + OURS))
                .orElseThrow();

        assertThat(challenge).isInstanceOf(OtherMachine.class);
        assertThat(challenge.reason()).isEqualTo("challenge");
        assertThat(challenge.about()).containsExactly(OURS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Automatic reply: [LAUNCH-42] Approve | I am out of the office until 13 March 2026.",
                "Out of Office: [LAUNCH-42] Approve | Back on Monday, 14 March 2026.",
                "Automatische Antwort: [LAUNCH-42] Approve | Ich bin bis zum 13. März 2026 nicht im Büro.",
                "Abwesenheitsnotiz | Ich bin im Urlaub und ab dem 14.03.2026 wieder erreichbar.",
                "Réponse automatique : [LAUNCH-42] | Je suis absente du bureau jusqu'au 13 mars 2026.",
                "Respuesta automática: [LAUNCH-42] | Estoy de vacaciones hasta el 13 de marzo de 2026.",
                "Risposta automatica: [LAUNCH-42] | Sono assente fino al 13 marzo 2026.",
                "Automatisch antwoord: [LAUNCH-42] | Ik ben afwezig tot en met 13 maart 2026.",
                "Resposta automática: [LAUNCH-42] | Estou de férias até 13 de março de 2026.",
                "Odpowiedź automatyczna: [LAUNCH-42] | Jestem na urlopie do 13 marca 2026.",
                "Autosvar: [LAUNCH-42] | Jag är på semester till och med 13 mars 2026.",
                "Автоответ: [LAUNCH-42] | Я в отпуске по 13 марта 2026.",
                "自动回复: [LAUNCH-42] | 我将休假至2026年3月13日。",
                "自動返信: [LAUNCH-42] | 2026年3月13日まで不在にしております。",
            })
    void aVacationNoteIsReadInEveryLanguageWithItsLastDay(String subject, String text) {
        String note =
                "Return-Path: <tom@customer.example>\nFrom: Tom <tom@customer.example>\nTo: requests@example.com\n"
                        + "Date: Mon, 2 Mar 2026 10:00:00 +0100\nSubject: " + subject + "\nIn-Reply-To: " + OURS
                        + "\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n";

        for (String sign :
                List.of("Auto-Submitted: auto-replied\n", "X-Autoreply: yes\n", "Precedence: auto_reply\n", "")) {
            AutoReply reply = (AutoReply) read(sign + note).orElseThrow();
            assertThat(reply.vacation()).isTrue();
            assertThat(reply.lastDayAway()).isEqualTo(LocalDate.of(2026, 3, 13));
            assertThat(reply.about()).containsExactly(OURS);
        }
        String withoutAnswering = note.replace("In-Reply-To: " + OURS + "\n", "");
        assertThat(read(withoutAnswering)).as("a subject alone").isEmpty();
        assertThat(read(withoutAnswering.replace("Return-Path: <tom@customer.example>", "Return-Path: <>")))
                .hasValueSatisfying(machine -> assertThat(machine).isInstanceOf(AutoReply.class));
    }

    @Test
    void anAnswerToAVacationNoteIsAPersonsMail() {
        assertThat(read("From: Tom <tom@customer.example>\nTo: requests@example.com\n"
                        + "Subject: Re: Automatic reply: Spring flyer\nIn-Reply-To: " + OURS + "\n\nApproved.\n"))
                .isEmpty();
    }

    @Test
    void aProgramThatAnswersWithoutSayingThatSomebodyIsAwayIsNoVacation() {
        AutoReply reply = (AutoReply) read("From: help@customer.example\nTo: requests@example.com\n"
                        + "Subject: Re: Approve\nAuto-Submitted: auto-replied\nIn-Reply-To: " + OURS
                        + "\n\nWe have received your message. Your ticket is 4711.\n")
                .orElseThrow();

        assertThat(reply.vacation()).isFalse();
        assertThat(reply.lastDayAway()).isNull();
    }

    @Test
    void ofTheReportsInTheCorpusEachIsRead() throws IOException {
        Path folder = Stream.of("../shared", "../../shared")
                .map(shared -> Path.of(shared, "corpus/mail/mikel-mail/multipart_report_emails"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(folder != null, "Skipped: there is no corpus of real mail");

        assertThat(corpus(folder, "multi_address_bounce1").recipients())
                .hasSize(5)
                .allMatch(Recipient::hard)
                .allMatch(recipient -> "5.1.1".equals(recipient.status()));
        assertThat(corpus(folder, "multipart_report_multiple_status").recipients())
                .extracting(Recipient::address, Recipient::hard)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(EmailAddress.of("u@ci.com"), false));
        assertThat(corpus(folder, "multipart_report_multiple_status").about())
                .contains("<4c2a146147ac8_61ff157c4ec1652df@s.h.c.mail>");
        assertThat(corpus(folder, "report_422").recipients())
                .extracting(Recipient::action)
                .containsExactly(Action.DELAYED);
        assertThat(corpus(folder, "report_422").about())
                .contains("<15655788.13.1200472642578.JavaMail.Administrator@mail.ttttt.com.au>");
        assertThat(corpus(folder, "report_530").recipients())
                .extracting(Recipient::hard)
                .containsExactly(true);
    }

    private DeliveryReport corpus(Path folder, String name) throws IOException {
        return (DeliveryReport)
                read(Files.readAllBytes(folder.resolve(name + ".eml"))).orElseThrow();
    }
}
