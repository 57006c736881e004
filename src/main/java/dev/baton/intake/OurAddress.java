package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The intake address and what stands beside it in the recipients of a mail. */
@Component
class OurAddress {

    private final EmailAddress address;

    OurAddress(BatonProperties baton) {
        this.address = baton.address().untagged();
    }

    /** The plus-tags of our address that the mail was sent to, the surest first. */
    List<String> tagsOf(ReceivedMail mail) {
        return mail.recipients().stream()
                .filter(recipient -> recipient.untagged().equals(address))
                .flatMap(recipient -> recipient.tag().stream())
                .filter(tag -> !tag.isBlank())
                .toList();
    }

    /** The local parts in our domain that the mail was sent to, except our own. */
    List<String> localsOf(ReceivedMail mail) {
        return mail.recipients().stream()
                .filter(recipient -> recipient.domain().equals(address.domain()))
                .map(EmailAddress::untagged)
                .filter(recipient -> !recipient.equals(address))
                .map(EmailAddress::local)
                .toList();
    }

    /** Whether a tag has the shape of the answer addresses that we hand out: a name, a dot and a signature or code. */
    static boolean isAnswer(String tag) {
        return Stream.of(tag).anyMatch(text -> text.matches("([td]|[a-z][a-z0-9]{1,11}-[0-9]{1,9})\\..*"));
    }

    /** The first tag that looks like one of our answer addresses. */
    Optional<String> answerTagOf(ReceivedMail mail) {
        return tagsOf(mail).stream().filter(OurAddress::isAnswer).findFirst();
    }
}
