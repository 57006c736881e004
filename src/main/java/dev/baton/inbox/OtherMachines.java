package dev.baton.inbox;

import dev.baton.inbox.OtherMachine.Kind;
import dev.baton.shared.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Did any other program write it? RFC 3834 §5 for Auto-Submitted; the other headers are what programs used before it, and
 * what Exchange uses still.
 */
class OtherMachines implements MachineReader {

    private static final List<String> PRESENT = List.of("X-FC-Machinegenerated", "X-Cron-Env");
    private static final Set<String> PRECEDENCE = Set.of("bulk", "junk");

    private final EmailAddress own;

    OtherMachines(EmailAddress own) {
        this.own = own.untagged();
    }

    @Override
    public Optional<OtherMachine> read(ReceivedMail mail) {
        MailHeaders headers = mail.headers();
        boolean ourList = Lists.isOurs(headers, own);
        return Signs.autoSubmitted(headers)
                .or(() -> Signs.affirmed(headers, PRESENT))
                .or(() -> ourList ? Optional.empty() : Signs.precedence(headers, PRECEDENCE))
                .or(() -> loop(headers).filter(sign -> !ourList))
                .or(() -> Signs.suppressesAnswers(headers))
                .map(sign -> machine(mail, Kind.AUTOMATIC, sign))
                .or(() -> Reports.type(headers).map(type -> machine(mail, Kind.REPORT, type)))
                .or(() -> Signs.server(mail).map(name -> machine(mail, Kind.SERVER, name)))
                .or(() -> Signs.hasNullSender(headers) && !ourList
                        ? Optional.of(machine(mail, Kind.NULL_SENDER, "Return-Path: <>"))
                        : Optional.empty())
                .or(() -> Signs.noReply(mail).map(name -> machine(mail, Kind.NO_REPLY, name)));
    }

    /** A person's mail that procmail sent on bears the address of who sent it on; only our own means that we had it. */
    private Optional<String> loop(MailHeaders headers) {
        return headers.everyRaw("X-Loop").stream()
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .filter(value -> Set.of("yes", "true", own.value()).contains(value))
                .map(value -> "X-Loop: " + value)
                .findFirst();
    }

    private static OtherMachine machine(ReceivedMail mail, Kind kind, String sign) {
        return new OtherMachine(kind, sign, mail.references());
    }
}
