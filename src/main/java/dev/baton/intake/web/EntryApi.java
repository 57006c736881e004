package dev.baton.intake.web;

import dev.baton.inbox.Ledger;
import dev.baton.inbox.LedgerEntry;
import dev.baton.intake.Corrected;
import dev.baton.intake.Correction;
import dev.baton.intake.Corrections;
import dev.baton.intake.Hand;
import dev.baton.intake.LedgerReaders;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.shared.EmailAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Corrections of what became of a mail, by programs in the name of a person; the same as the pages do, under the same rules
 * (docs/decisions/0026). Each call names in {@code by} the mail address of the person in whose name it is done, who has to
 * see the entry; and gives back in {@code seen} what {@link Made} said when they looked, so that nothing is done if the
 * entry is not so any more. For an answer it has to: a mail that is sent twice cannot be taken back.
 */
@RestController
@RequestMapping("/api/inbound/{id}")
@Tag(name = "Ledger", description = "Every mail that arrived, and what became of it")
class EntryApi {

    /**
     * A request of its own.
     *
     * @param workflow key of the workflow it follows
     * @param sender who the mail is from, where it does not say so itself
     */
    record AsRequest(
            @Nullable String by,
            @Nullable String seen,
            @Nullable String workflow,
            @Nullable String sender) {}

    /**
     * Part of a request.
     *
     * @param request its reference
     * @param sender who the mail is from, where it does not say so itself
     */
    record Attachment(
            @Nullable String by,
            @Nullable String seen,
            @Nullable String request,
            @Nullable String sender) {}

    /** An answer to the sender, in plain words. */
    record Answer(
            @Nullable String by,
            @Nullable String seen,
            @Nullable String text) {}

    /** Nothing is to follow, for this reason. */
    record Discarding(
            @Nullable String by,
            @Nullable String seen,
            @Nullable String reason) {}

    /**
     * What people made of a mail.
     *
     * @param seen the state of the entry in a word, to be sent along with the next correction
     * @param items oldest first
     */
    record Made(String seen, List<Correction> items) {}

    private final Ledger ledger;
    private final LedgerReaders readers;
    private final Corrections corrections;
    private final People people;
    private final MessageSource messages;

    EntryApi(Ledger ledger, LedgerReaders readers, Corrections corrections, People people, MessageSource messages) {
        this.ledger = ledger;
        this.readers = readers;
        this.corrections = corrections;
        this.people = people;
        this.messages = messages;
    }

    @GetMapping("/corrections")
    @Operation(summary = "What people made of a mail by hand")
    Made made(@PathVariable long id) {
        return new Made(corrections.seen(entry(id)), corrections.of(id));
    }

    @PostMapping("/request")
    @Operation(
            summary = "Makes a mail a request of its own",
            description =
                    "One that is part of a request leaves it (split); the request that was opened with it is closed,"
                            + " and all its mail goes along")
    LedgerEntry treatAsRequest(@PathVariable long id, @RequestBody AsRequest asked) {
        Hand hand = hand(id, asked.by(), asked.seen(), asked.sender());
        return corrected(id, corrections.treatAsRequest(id, text(asked.workflow()), hand));
    }

    @PostMapping("/attach")
    @Operation(
            summary = "Puts a mail into a request",
            description = "One that is part of another request leaves it (move); the request that was opened with it is"
                    + " closed, and all its mail goes along (merge)")
    LedgerEntry attach(@PathVariable long id, @RequestBody Attachment asked) {
        Hand hand = hand(id, asked.by(), asked.seen(), asked.sender());
        return corrected(id, corrections.attach(id, text(asked.request()), hand));
    }

    @PostMapping("/answer")
    @Operation(
            summary = "Answers the sender of a mail; one that waited in quarantine waits no longer",
            description =
                    "\"seen\" is required: what GET .../corrections said. The same call once more is refused (409),"
                            + " so that nobody gets the same answer twice; without \"seen\" nothing is sent (422)")
    LedgerEntry answer(@PathVariable long id, @RequestBody Answer asked) {
        Hand hand = hand(id, asked.by(), asked.seen(), null);
        if (hand.seen() == null) {
            throw problem(HttpStatus.UNPROCESSABLE_CONTENT, said("no-seen", id));
        }
        return corrected(id, corrections.answer(id, text(asked.text()), hand));
    }

    @PostMapping("/discard")
    @Operation(summary = "Lets nothing follow from a mail; a request that was opened with it is closed")
    LedgerEntry discard(@PathVariable long id, @RequestBody Discarding asked) {
        return corrected(id, corrections.discard(id, text(asked.reason()), hand(id, asked.by(), asked.seen(), null)));
    }

    private Hand hand(long id, @Nullable String by, @Nullable String seen, @Nullable String sender) {
        LedgerEntry entry = entry(id);
        EmailAddress address = EmailAddress.parse(text(by))
                .orElseThrow(() -> problem(HttpStatus.UNPROCESSABLE_CONTENT, said("no-by")));
        Person person = people.personOrStranger(address);
        if (!readers.sees(person, entry)) {
            throw problem(HttpStatus.FORBIDDEN, said("not-theirs", address, id));
        }
        return new Hand(person.address(), seen, EmailAddress.parse(text(sender)).orElse(null));
    }

    private LedgerEntry corrected(long id, Corrected corrected) {
        if (corrected instanceof Corrected.Refused refused) {
            throw problem(HttpStatus.UNPROCESSABLE_CONTENT, refused.why());
        }
        if (corrected instanceof Corrected.Meanwhile) {
            throw problem(HttpStatus.CONFLICT, said("meanwhile", id));
        }
        return entry(id);
    }

    private LedgerEntry entry(long id) {
        return ledger.find(id).orElseThrow(() -> problem(HttpStatus.NOT_FOUND, said("no-entry", id)));
    }

    private String said(String name, Object... details) {
        Object[] words = Arrays.stream(details).map(String::valueOf).toArray();
        return messages.getMessage("intake.problem." + name, words, Locale.ENGLISH);
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        ErrorResponseException problem = new ErrorResponseException(status);
        problem.setDetail(detail);
        return problem;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
