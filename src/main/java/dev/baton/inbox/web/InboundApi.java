package dev.baton.inbox.web;

import dev.baton.inbox.Ledger;
import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerFilter;
import dev.baton.inbox.LedgerState;
import dev.baton.inbox.PostedMails;
import dev.baton.shared.Page;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mail handed in and the ledger read over HTTP. */
@RestController
@RequestMapping("/api/inbound")
@Tag(name = "Ledger")
class InboundApi {

    private static final String MESSAGE = "message/rfc822";
    private static final int MOST = 200;

    private final Ledger ledger;
    private final PostedMails posts;
    private final MessageSource messages;

    InboundApi(Ledger ledger, PostedMails posts, MessageSource messages) {
        this.ledger = ledger;
        this.posts = posts;
        this.messages = messages;
    }

    /**
     * Takes a raw message. It is stored when this returns, and may be worked through already. One that is too large is
     * refused; the ledger keeps its headers.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    LedgerEntry accept(InputStream body) throws IOException {
        PostedMails.Posted posted = posts.take(body).orElseThrow(() -> problem(HttpStatus.BAD_REQUEST, "empty"));
        LedgerEntry entry = posted.entry();
        if (!posted.complete()) {
            throw problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", entry.id());
        }
        return ledger.find(entry.id()).orElse(entry);
    }

    @GetMapping
    Page<LedgerEntry> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") int size) {
        LedgerFilter filter = state == null || state.isBlank()
                ? LedgerFilter.all()
                : LedgerFilter.in(LedgerState.parse(state)
                        .orElseThrow(() -> problem(HttpStatus.BAD_REQUEST, "unknown-state", state)));
        return ledger.list(filter, after, Math.max(1, Math.min(size, MOST)));
    }

    @GetMapping("/{id}")
    LedgerEntry entry(@PathVariable long id) {
        return ledger.find(id).orElseThrow(() -> missing(id));
    }

    @GetMapping("/{id}/raw")
    ResponseEntity<Resource> raw(@PathVariable long id) {
        InputStream bytes = ledger.content(id).orElseThrow(() -> missing(id));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(MESSAGE))
                .body(new InputStreamResource(bytes));
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    LedgerEntry replay(@PathVariable long id) {
        LedgerEntry before = entry(id);
        if (!ledger.replay(id)) {
            throw problem(
                    HttpStatus.CONFLICT, "not-replayed", id, before.state().word());
        }
        return entry(id);
    }

    private ErrorResponseException missing(long id) {
        return problem(HttpStatus.NOT_FOUND, "missing", id);
    }

    private ErrorResponseException problem(HttpStatus status, String name, Object... details) {
        ErrorResponseException problem = new ErrorResponseException(status);
        Object[] words = java.util.Arrays.stream(details).map(String::valueOf).toArray();
        problem.setDetail(messages.getMessage("inbox.problem." + name, words, Locale.ENGLISH));
        return problem;
    }
}
