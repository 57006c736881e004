package dev.baton.outbox;

import dev.baton.people.People;
import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Signatures;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The signed links by which somebody changes what mail they get, without an account; and the address that answers to a
 * digest go to.
 */
@Component
public class QuietLinks {

    private static final String QUIET = "quiet";
    private static final String DIGEST = "digest";
    private static final String TAG = "d.";

    private final People people;
    private final BatonProperties baton;
    private final Signatures signatures;

    QuietLinks(People people, BatonProperties baton, Signatures signatures) {
        this.people = people;
        this.baton = baton;
        this.signatures = signatures;
    }

    /** The page on which whoever reads mail at this address says how often they want it: in full, for a mail. */
    public String page(EmailAddress reader) {
        return baton.link(path(reader)).toString();
    }

    /** The same as a path. */
    public String path(EmailAddress reader) {
        return "/q/" + signatures.token(QUIET, main(reader).value());
    }

    /** Where a mail program says that its reader unsubscribed: in full. A {@code GET} there shows {@link #page}. */
    public String unsubscribe(EmailAddress reader) {
        return page(reader) + "/unsubscribe";
    }

    /** The page on which whoever reads mail at this address stops the weekly mail, or starts it again: in full. */
    public String weekly(EmailAddress reader) {
        return page(reader) + "/weekly";
    }

    /** Where a mail program says that its reader wants no weekly mail: in full. A {@code GET} there shows {@link #weekly}. */
    public String unsubscribeWeekly(EmailAddress reader) {
        return weekly(reader) + "/unsubscribe";
    }

    /** Whose link this is, or nothing if we never signed it. */
    public Optional<EmailAddress> of(String token) {
        return signatures.content(QUIET, token).flatMap(EmailAddress::parse);
    }

    /** Where an answer to this person's digests goes, {@code requests+d.<signature>@…}; it names no task. */
    public EmailAddress answerTo(EmailAddress reader) {
        return baton.address()
                .withTag(TAG + signatures.shortSignature(DIGEST, main(reader).value()));
    }

    /** Whether the plus-tag is that of this person's answers to digests. */
    public boolean isAnswerOf(EmailAddress reader, String tag) {
        return tag.startsWith(TAG) && signatures.matches(DIGEST, main(reader).value(), tag.substring(TAG.length()));
    }

    private EmailAddress main(EmailAddress reader) {
        return people.personOrStranger(reader).address();
    }
}
