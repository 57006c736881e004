package dev.baton.inbox;

import dev.baton.shared.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server says became of a mail: as RFC 3464 has it, or in the free text of those that do not.
 *
 * @param recipients whom it speaks of, each with what happened; empty if it does not say
 * @param about the mail it is about comes first
 * @param seals what is proof that a mail server had the mail in hand
 */
public record DeliveryReport(List<Recipient> recipients, List<String> about, List<String> seals)
        implements MachineMail {

    public DeliveryReport {
        recipients = List.copyOf(recipients);
        about = List.copyOf(about);
        seals = List.copyOf(seals);
    }

    /** What was done with a mail for one recipient (RFC 3464 §2.3.3). */
    public enum Action {
        /** Given up. */
        FAILED,
        /** Not delivered yet, and still tried. */
        DELAYED,
        /** In the mailbox. */
        DELIVERED,
        /** Handed to a server that sends no such reports. */
        RELAYED,
        /** Sent on to the members of a list. */
        EXPANDED;

        /** The word of RFC 3464. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Action> parse(String word) {
            return Stream.of(values())
                    .filter(action -> action.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                    .findFirst();
        }
    }

    /**
     * What happened for one recipient.
     *
     * @param address where the mail ended up
     * @param original where we had sent it, if the report says so
     * @param status the enhanced status code (RFC 3463), {@code 5.1.1}; null if none is named
     * @param diagnostic the server's words on one line, may be empty
     */
    public record Recipient(
            EmailAddress address,
            @Nullable EmailAddress original,
            Action action,
            @Nullable String status,
            String diagnostic) {

        private static final Set<String> NO_SUCH_MAILBOX =
                Set.of("5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1", "5.4.1", "5.4.4", "5.4.310");
        private static final Pattern NOBODY_THERE = Pattern.compile(
                "user (is )?unknown|unknown (user|recipient|e-?mail|mailbox|address|local)|no such (user|recipient|mailbox|address|person)"
                        + "|(user|recipient|mailbox|account|address)\\b.{0,40}\\b(not found|does(n't| not) exist|unavailable|disabled|inactive|unknown|invalid)"
                        + "|invalid (recipient|mailbox|address)|no mailbox (here )?by that name|not our customer|host (or domain name )?not found|recipnotfound",
                Pattern.CASE_INSENSITIVE);

        /**
         * Whether the address itself is of no use: nobody is there. A full mailbox, a refused content or a server that could
         * not be reached is not that, however final the report sounds (RFC 3463 §3).
         */
        public boolean hard() {
            if (action != Action.FAILED || (status != null && status.startsWith("4"))) {
                return false;
            }
            boolean named = NOBODY_THERE.matcher(diagnostic).find();
            return status == null || status.startsWith("5.0") || status.startsWith("5.3") || status.startsWith("5.5")
                    ? named
                    : NO_SUCH_MAILBOX.contains(status) || (named && status.startsWith("5.7"));
        }

        /** Whether it speaks of this address, as it is or as it was when we sent the mail. */
        public boolean is(EmailAddress other) {
            return address.equals(other) || other.equals(original);
        }
    }

    @Override
    public String reason() {
        if (recipients.isEmpty()) {
            return "bounce-of-nobody";
        }
        return recipients.stream().anyMatch(recipient -> recipient.action() == Action.FAILED)
                ? "bounce"
                : "delivery." + recipients.get(0).action().word();
    }

    @Override
    public List<String> details() {
        return recipients.stream()
                .findFirst()
                .map(first -> List.of(
                        first.address().value(),
                        first.status() == null ? first.action().word() : first.status()))
                .orElse(List.of());
    }
}
