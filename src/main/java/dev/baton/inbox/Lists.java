package dev.baton.inbox;

import dev.baton.shared.EmailAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * Was it sent to a list that we happen to be on (RFC 2919, RFC 2369)? A list that is our own address, as when the intake
 * address is a group at the mail provider, is not such a list.
 */
class Lists implements MachineReader {

    private final EmailAddress own;

    Lists(EmailAddress own) {
        this.own = own;
    }

    @Override
    public Optional<ListMail> read(ReceivedMail mail) {
        MailHeaders headers = mail.headers();
        if (isOurs(headers, own)) {
            return Optional.empty();
        }
        return headers.raw("List-Id")
                .or(() -> headers.raw("List-Post").filter(value -> !value.equalsIgnoreCase("NO")))
                .or(() -> headers.raw("Mailing-List"))
                .or(() -> headers.raw("List-Unsubscribe")
                        .filter(value -> headers.says("Precedence", "list"))
                        .or(() -> headers.raw("Precedence").filter("list"::equalsIgnoreCase)))
                .map(ListMail::new);
    }

    /** Whether it came by a list that is our own address. */
    static boolean isOurs(MailHeaders headers, EmailAddress own) {
        String id = headers.raw("List-Id").orElse("").toLowerCase(Locale.ROOT);
        String post = headers.raw("List-Post").orElse("").toLowerCase(Locale.ROOT);
        String address = own.untagged().value();
        return id.contains("<" + address.replace('@', '.') + ">") || post.contains(address);
    }
}
