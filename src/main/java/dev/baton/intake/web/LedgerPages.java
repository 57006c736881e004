package dev.baton.intake.web;

import dev.baton.inbox.Ledger;
import dev.baton.inbox.LedgerFilter;
import dev.baton.inbox.LedgerLine;
import dev.baton.inbox.LedgerState;
import dev.baton.intake.LedgerReaders;
import dev.baton.people.Person;
import dev.baton.shared.Page;
import java.security.Principal;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every mail that arrived, for whoever may see it. */
@Controller
class LedgerPages {

    private static final int PAGE = 50;

    private final Ledger ledger;
    private final LedgerReaders readers;
    private final LedgerLines lines;
    private final Seen seen;

    LedgerPages(Ledger ledger, LedgerReaders readers, LedgerLines lines, Seen seen) {
        this.ledger = ledger;
        this.readers = readers;
        this.lines = lines;
        this.seen = seen;
    }

    @GetMapping("/ledger")
    String list(LedgerQuery query, Principal principal, Model model) {
        Person me = seen.person(principal);
        LedgerFilter filter = query.filter(me.zone(), readers.workflows(me));
        Page<LedgerLine> page = ledger.lines(filter, query.start(), PAGE);
        Map<LedgerState, Long> counts = ledger.counts(filter);
        model.addAttribute("query", query);
        model.addAttribute("chosen", filter.state());
        model.addAttribute("counts", counts);
        model.addAttribute(
                "all", counts.values().stream().mapToLong(Long::longValue).sum());
        model.addAttribute("lines", lines.of(page.items(), me.zone()));
        model.addAttribute("next", page.next());
        return "intake/ledger";
    }
}
