package dev.baton.inbox;

import dev.baton.shared.EmailAddress;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Did a program answer for a person (RFC 3834)? Headers tell. Where there are none it is enough that the mail answers one of
 * ours with our own subject behind "Automatic reply" and says that somebody is away: people write each of these, but not
 * all. A note that is not known as one costs a question back, a person's mail taken for one is not read.
 */
class AutoReplies implements MachineReader {

    private static final List<String> SAYING_SO = List.of(
            "X-Autoreply",
            "X-Autorespond",
            "X-Autoresponder",
            "X-Auto-Reply",
            "X-Autoreply-From",
            "X-Mail-Autoreply",
            "X-Auto-Respond",
            "X-Vacation");
    private static final Set<String> PRECEDENCE = Set.of("auto_reply", "auto-reply", "autoreply");
    private static final Set<String> ANSWERED = Set.of("auto-replied", "auto-reply", "vacation");

    private final EmailAddress own;

    AutoReplies(EmailAddress own) {
        this.own = own.untagged();
    }

    @Override
    public Optional<AutoReply> read(ReceivedMail mail) {
        return sign(mail).map(sign -> reply(mail, sign));
    }

    private Optional<String> sign(ReceivedMail mail) {
        MailHeaders headers = mail.headers();
        boolean away = AwayWords.inSubject(mail.subject()) || AwayWords.say(mail.subject());
        return Signs.autoSubmitted(headers)
                .filter(sign -> away || !mail.references().isEmpty() || ANSWERED.contains(sign.substring(16)))
                .or(() -> Signs.affirmed(headers, SAYING_SO))
                .or(() -> Signs.precedence(headers, PRECEDENCE))
                .or(() -> headers.raw("Delivered-To")
                        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("autoresponder")))
                .or(() -> headers.raw("X-POST-MessageClass")
                        .filter(value -> value.toLowerCase(Locale.ROOT).contains("autoresponder")))
                .or(() -> away && isOfAProgram(mail) ? Optional.of(mail.subject()) : Optional.empty())
                .or(() -> saysSoInEveryWay(mail) ? Optional.of(mail.subject()) : Optional.empty());
    }

    private boolean isOfAProgram(ReceivedMail mail) {
        MailHeaders headers = mail.headers();
        boolean ourList = Lists.isOurs(headers, own);
        return (Signs.hasNullSender(headers) && !ourList)
                || Signs.suppressesAnswers(headers).isPresent()
                || (Signs.precedence(headers, Set.of("bulk", "junk")).isPresent() && !ourList);
    }

    private static boolean saysSoInEveryWay(ReceivedMail mail) {
        return OwnMail.isAnsweredBy(mail)
                && AwayWords.answerOurs(mail.subject())
                && (AwayWords.say(words(mail))
                        || LastDayAway.in(words(mail), day(mail)).isPresent());
    }

    private static AutoReply reply(ReceivedMail mail, String sign) {
        String words = words(mail);
        boolean vacation = AwayWords.say(mail.subject() + "\n" + words)
                || (AwayWords.inSubject(mail.subject())
                        && Signs.suppressesAnswers(mail.headers()).isPresent());
        return new AutoReply(
                vacation,
                vacation ? LastDayAway.in(words, day(mail)).orElse(null) : null,
                Readable.text(sign, 100),
                Reports.about(mail));
    }

    private static String words(ReceivedMail mail) {
        return mail.text().isBlank() ? mail.cut() : mail.text();
    }

    private static LocalDate day(ReceivedMail mail) {
        return Objects.requireNonNullElse(mail.sentAt(), mail.receivedAt())
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }
}
