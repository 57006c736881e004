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
 * fill in the brief. Neither runs out, because a request can; but those that went to a requester end when the request
 * turns out to be somebody else's (docs/decisions/0031).
 */
@Component
public class RequestLinks {

    private static final String STATUS = "status";
    private static final Pattern STATUS_LINK = Pattern.compile("/s/([A-Za-z0-9_-]{4,100}\\.[A-Za-z0-9_-]{20,100})");
    /** Between the reference and whose token it is. */
    private static final String REQUESTERS = "~";

    private static final String BRIEF = "brief";
    private static final String FILE = "file";
    private static final String ANSWER = "answer";

    private final BatonProperties baton;
    private final Signatures signatures;

    RequestLinks(BatonProperties baton, Signatures signatures) {
        this.baton = baton;
        this.signatures = signatures;
    }

    /** The page that says how the request stands, for this reader: the requester's own link, or the one of all others. */
    public String status(Request request, EmailAddress reader) {
        return reader.equals(request.requester())
                ? baton.link("/s/" + signatures.token(STATUS, own(request))).toString()
                : status(request.ref());
    }

    /** The same for whoever works on it, whoever's it is. */
    public String status(RequestRef request) {
        return baton.link("/s/" + signatures.token(STATUS, request.toString())).toString();
    }

    /** The page for who has signed in, on which its owner can act. */
    public String page(RequestRef request) {
        return baton.link("/requests/" + request).toString();
    }

    /** The request of a status token, or nothing if we never signed it. */
    public Optional<RequestRef> ofStatus(String token) {
        return request(STATUS, token);
    }

    /** Whether a status token that we signed still opens its request. */
    public boolean stillOpens(Request request, String statusToken) {
        return isStillFor(request, STATUS, statusToken);
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
    public String brief(Request request) {
        return baton.link("/brief/" + signatures.token(BRIEF, own(request))).toString();
    }

    /** The request of a brief token, or nothing if we never signed it. */
    public Optional<RequestRef> ofBrief(String token) {
        return request(BRIEF, token);
    }

    /** Whether a brief token that we signed still opens the brief of its request. */
    public boolean stillOpensBrief(Request request, String briefToken) {
        return isStillFor(request, BRIEF, briefToken);
    }

    /** What a token says that is the requester's: the reference, and behind a mark a word for the person. */
    private String own(Request request) {
        return request.ref() + REQUESTERS + person(request);
    }

    private String person(Request request) {
        return signatures.shortSignature("requester", request.requester().value());
    }

    private Optional<RequestRef> request(String purpose, String token) {
        return signatures
                .content(purpose, token)
                .map(content -> content.split(REQUESTERS, 2)[0])
                .flatMap(RequestRef::parse);
    }

    private boolean isStillFor(Request request, String purpose, String token) {
        return signatures
                .content(purpose, token)
                .filter(content -> !content.contains(REQUESTERS) || content.equals(own(request)))
                .isPresent();
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
