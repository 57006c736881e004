package dev.baton.inbox.web;

import dev.baton.inbox.Ledger;
import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerFilter;
import dev.baton.inbox.LedgerState;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Every mail that arrived, for people. */
@Controller
@RequestMapping("/ledger")
class LedgerPages {

    private static final int PAGE = 50;

    private final Ledger ledger;

    LedgerPages(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        LedgerState chosen = state == null ? null : LedgerState.parse(state).orElseThrow(LedgerPages::missing);
        model.addAttribute("chosen", chosen);
        model.addAttribute("counts", ledger.counts());
        model.addAttribute("page", ledger.list(new LedgerFilter(chosen, null), after, PAGE));
        return "inbox/ledger";
    }

    @GetMapping("/{id}")
    String entry(@PathVariable long id, Model model) {
        LedgerEntry entry = ledger.find(id).orElseThrow(LedgerPages::missing);
        model.addAttribute("entry", entry);
        model.addAttribute("arrivals", ledger.arrivals(id));
        return "inbox/entry";
    }

    /** As a file and as plain text, so that no browser runs anything that is in it. */
    @GetMapping("/{id}/raw")
    ResponseEntity<byte[]> raw(@PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mail-" + id + ".eml\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(ledger.raw(id).orElseThrow(LedgerPages::missing));
    }

    @PostMapping("/{id}/replay")
    String replay(@PathVariable long id) {
        ledger.replay(id);
        return "redirect:/ledger/" + id;
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
