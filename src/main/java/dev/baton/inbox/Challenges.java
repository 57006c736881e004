package dev.baton.inbox;

import dev.baton.inbox.OtherMachine.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Does it want proof that a person wrote to whom it guards? Nobody here gives it; the owner has to know that our mail is
 * not delivered until somebody does.
 */
class Challenges implements MachineReader {

    private static final List<String> HEADERS =
            List.of("X-Boxtrapper", "X-Challenge", "X-Challenge-Response", "X-ASK-Info", "X-Spamarrest-Reason");
    private static final Pattern AGENT = Pattern.compile("tmda|boxtrapper|spam ?arrest", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBJECT = Pattern.compile(
            "(your (e-?mail|message) (to .*)?(requires|needs) (verification|confirmation|authori[sz]ation).*"
                    + "|please confirm your (message|e-?mail)\\b.*|.*\\bverify#\\w{8,}.*|.*\\(verification required\\).*)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<OtherMachine> read(ReceivedMail mail) {
        MailHeaders headers = mail.headers();
        return Signs.affirmed(headers, HEADERS)
                .or(() -> headers.raw("X-Delivery-Agent")
                        .or(() -> headers.raw("X-Mailer"))
                        .filter(value -> AGENT.matcher(value).find()))
                .or(() -> Optional.of(mail.subject())
                        .filter(subject -> SUBJECT.matcher(subject).matches() && answersWithoutAPerson(mail)))
                .map(sign -> new OtherMachine(Kind.CHALLENGE, Readable.text(sign, 100), Reports.about(mail)));
    }

    private static boolean answersWithoutAPerson(ReceivedMail mail) {
        return Signs.hasNullSender(mail.headers())
                || Signs.autoSubmitted(mail.headers()).isPresent()
                || OwnMail.isAnsweredBy(mail);
    }
}
