package dev.baton.intake.web;

import dev.baton.inbox.LedgerEntry;
import dev.baton.intake.Corrected;
import dev.baton.intake.Correction;
import dev.baton.intake.Corrections;
import dev.baton.intake.Hand;
import dev.baton.people.Person;
import dev.baton.shared.EmailAddress;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One mail of the ledger: what became of it and why, and what else can be made of it. */
@Controller
@RequestMapping("/ledger/{id}")
class EntryPages {

    private final Seen seen;
    private final EntryViews views;
    private final EntryWords words;
    private final Corrections corrections;

    EntryPages(Seen seen, EntryViews views, EntryWords words, Corrections corrections) {
        this.seen = seen;
        this.views = views;
        this.words = words;
        this.corrections = corrections;
    }

    @GetMapping
    ModelAndView entry(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String meanwhile,
            Principal principal) {
        Person me = seen.person(principal);
        ModelAndView page = page(id, me);
        Optional<Correction> last = last(id);
        if (done != null) {
            last.map(words::done).ifPresent(sentence -> page.addObject("done", sentence));
        }
        if (meanwhile != null) {
            page.addObject("meanwhile", words.meanwhile(last.orElse(null), me.zone()));
        }
        return page;
    }

    @PostMapping("/request")
    ModelAndView treatAsRequest(
            @PathVariable long id,
            @RequestParam String workflow,
            @RequestParam(required = false) @Nullable String seen,
            @RequestParam(required = false) @Nullable String sender,
            Principal principal) {
        return change(id, seen, sender, principal, hand -> corrections.treatAsRequest(id, workflow, hand));
    }

    @PostMapping("/attach")
    ModelAndView attach(
            @PathVariable long id,
            @RequestParam String request,
            @RequestParam(required = false) @Nullable String seen,
            @RequestParam(required = false) @Nullable String sender,
            Principal principal) {
        return change(id, seen, sender, principal, hand -> corrections.attach(id, request, hand));
    }

    @PostMapping("/answer")
    ModelAndView answer(
            @PathVariable long id,
            @RequestParam String text,
            @RequestParam(required = false) @Nullable String seen,
            Principal principal) {
        ModelAndView next = change(id, seen, null, principal, hand -> corrections.answer(id, text, hand));
        return next.getStatus() == null ? next : next.addObject("text", text);
    }

    @PostMapping("/discard")
    ModelAndView discard(
            @PathVariable long id,
            @RequestParam String reason,
            @RequestParam(required = false) @Nullable String seen,
            Principal principal) {
        return change(id, seen, null, principal, hand -> corrections.discard(id, reason, hand));
    }

    @PostMapping("/replay")
    ModelAndView replay(
            @PathVariable long id, @RequestParam(required = false) @Nullable String seen, Principal principal) {
        return change(id, seen, null, principal, hand -> corrections.replay(id, hand));
    }

    private ModelAndView change(
            long id,
            @Nullable String before,
            @Nullable String sender,
            Principal principal,
            Function<Hand, Corrected> change) {
        Person me = seen.person(principal);
        LedgerEntry entry = seen.entry(id, me);
        EmailAddress from =
                Optional.ofNullable(sender).flatMap(EmailAddress::parse).orElse(null);
        Corrected corrected = change.apply(new Hand(me.address(), before, from));
        if (corrected instanceof Corrected.Refused refused) {
            ModelAndView page = page(entry.id(), me).addObject("refused", refused.why());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        String then = corrected instanceof Corrected.Done ? "done" : "meanwhile";
        return new ModelAndView("redirect:/ledger/" + id + "?" + then + "=1");
    }

    private ModelAndView page(long id, Person me) {
        LedgerEntry entry = seen.entry(id, me);
        return new ModelAndView("intake/entry").addObject("view", views.of(entry, me));
    }

    private Optional<Correction> last(long id) {
        List<Correction> all = corrections.of(id);
        return all.stream().reduce((earlier, later) -> later);
    }
}
