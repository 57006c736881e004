package dev.baton.inbox;

import dev.baton.shared.EmailAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * Was it sent to a list that we happen to be on (RFC 2919, RFC 2369)? A list that is our own address, as when the intake
 * address is a group at the mail provider, is not such a list.
 */
class ListMail implements Filter {

    private final EmailAddress own;

    ListMail(EmailAddress own) {
        this.own = own;
    }

    @Override
    public Optional<Verdict> judge(ReceivedMail mail) {
        MailHeaders headers = mail.headers();
        if (isOwnList(headers)) {
            return Optional.empty();
        }
        return headers.raw("List-Id")
                .or(() -> headers.raw("List-Unsubscribe")
                        .filter(value -> headers.says("Precedence", "list"))
                        .or(() -> headers.raw("Precedence").filter("list"::equalsIgnoreCase)))
                .map(sign -> Verdict.ignored("list", sign));
    }

    private boolean isOwnList(MailHeaders headers) {
        String id = headers.raw("List-Id").orElse("").toLowerCase(Locale.ROOT);
        String post = headers.raw("List-Post").orElse("").toLowerCase(Locale.ROOT);
        String address = own.untagged().value();
        return id.contains("<" + address.replace('@', '.') + ">") || post.contains(address);
    }
}
