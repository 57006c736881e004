package dev.baton.requests;

import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Signatures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The signed links and addresses of requests. Whoever has a status link may look; whoever has a brief link may also
 * fill in the brief. Neither runs out, because a request can.
 */
@Component
public class RequestLinks {

    private static final String STATUS = "status";
    private static final Pattern STATUS_LINK = Pattern.compile("/s/([A-Za-z0-9_-]{4,100}\\.[A-Za-z0-9_-]{20,100})");
    private static final String BRIEF = "brief";
    private static final String FILE = "file";
    private static final String ANSWER = "answer";

    private final BatonProperties baton;
    private final Signatures signatures;

    RequestLinks(BatonProperties baton, Signatures signatures) {
        this.baton = baton;
        this.signatures = signatures;
    }

    /** The page that says how the request stands. */
    public String status(RequestRef request) {
        return baton.link("/s/" + signatures.token(STATUS, request.toString())).toString();
    }

    /** The request of a status token, or nothing if we never signed it. */
    public Optional<RequestRef> ofStatus(String token) {
        return signatures.content(STATUS, token).flatMap(RequestRef::parse);
    }

    /** The requests whose status links stand in a text, in their order. */
    public List<RequestRef> inText(String text) {
        return STATUS_LINK
                .matcher(text)
                .results()
                .flatMap(link -> ofStatus(link.group(1)).stream())
                .distinct()
                .toList();
    }

    /** The form in which the requester completes the brief. */
    public String brief(RequestRef request) {
        return baton.link("/brief/" + signatures.token(BRIEF, request.toString()))
                .toString();
    }

    /** The request of a brief token, or nothing if we never signed it. */
    public Optional<RequestRef> ofBrief(String token) {
        return signatures.content(BRIEF, token).flatMap(RequestRef::parse);
    }

    /** Where the file can be fetched, from our own pages: a path. */
    public String file(StoredFile file) {
        return "/files/" + signatures.token(FILE, String.valueOf(file.id()));
    }

    /** The same in full, for a mail. */
    public String fileInFull(StoredFile file) {
        return baton.link(file(file)).toString();
    }

    /** The number of the file of a token, or nothing if we never signed it. */
    public Optional<Long> ofFile(String token) {
        return signatures.content(FILE, token).map(Long::valueOf);
    }

    /** Where an answer to a mail about the request goes: {@code requests+launch-42.<signature>@…}. */
    public EmailAddress answerTo(RequestRef request) {
        String plain = request.toString().toLowerCase(Locale.ROOT);
        return baton.address().withTag(plain + "." + signatures.shortSignature(ANSWER, plain));
    }

    /** The request whose answer address has this plus-tag, or nothing if the signature is not ours. */
    public Optional<RequestRef> ofAnswer(String tag) {
        int dot = tag.indexOf('.');
        return dot > 0 && signatures.matches(ANSWER, tag.substring(0, dot), tag.substring(dot + 1))
                ? RequestRef.parse(tag.substring(0, dot))
                : Optional.empty();
    }
}
