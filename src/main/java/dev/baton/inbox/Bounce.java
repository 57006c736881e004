package dev.baton.inbox;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Is it a report about a mail rather than a mail: not delivered, delivered, read? RFC 3462 and 3464 for the form, RFC 5321
 * §4.5.5 for the null sender, and the names under which mail servers write.
 */
class Bounce implements Filter {

    private static final Set<String> SERVERS = Set.of("mailer-daemon", "postmaster", "mail-daemon", "maildaemon");

    @Override
    public Optional<Verdict> judge(ReceivedMail mail) {
        return isReport(mail) || isFromServer(mail) || hasNullSender(mail)
                ? Optional.of(Verdict.ignored("bounce"))
                : Optional.empty();
    }

    private static boolean isReport(ReceivedMail mail) {
        return mail.headers().says("Content-Type", "multipart/report");
    }

    private static boolean isFromServer(ReceivedMail mail) {
        return mail.sender()
                .map(sender -> sender.untagged().local().toLowerCase(Locale.ROOT))
                .filter(SERVERS::contains)
                .isPresent();
    }

    /** An automatic answer has a null sender too, but says what it is; the next filter knows it. */
    private static boolean hasNullSender(ReceivedMail mail) {
        boolean nobody = mail.headers().raw("Return-Path").filter("<>"::equals).isPresent();
        return nobody && !mail.headers().says("Auto-Submitted", "auto-replied");
    }
}
