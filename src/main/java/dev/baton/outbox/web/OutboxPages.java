package dev.baton.outbox.web;

import dev.baton.outbox.MailState;
import dev.baton.outbox.MailTemplates;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.ReturnedMails;
import dev.baton.people.Moments;
import dev.baton.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What was given up, what waits and what has left, for an admin. Mails are not shown: they hold other people's links. */
@Controller
@RequestMapping("/outbox")
class OutboxPages {

    private static final int PAGE = 50;

    private final Outbox outbox;
    private final ReturnedMails returned;
    private final MailTemplates templates;
    private final People people;
    private final Moments moments;

    OutboxPages(Outbox outbox, ReturnedMails returned, MailTemplates templates, People people, Moments moments) {
        this.outbox = outbox;
        this.returned = returned;
        this.templates = templates;
        this.people = people;
        this.moments = moments;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "dead") String state,
            @RequestParam(required = false) @Nullable Long after,
            Model model) {
        MailState chosen = MailState.parse(state).orElseThrow(OutboxPages::missing);
        model.addAttribute("chosen", chosen);
        model.addAttribute("dead", outbox.deadLetters());
        model.addAttribute("queued", outbox.queued());
        model.addAttribute("page", outbox.list(chosen, after == null ? null : after.toString(), PAGE));
        model.addAttribute("findings", templates.check());
        model.addAttribute("returning", returned.marks().size());
        model.addAttribute("moments", moments);
        model.addAttribute("zone", people.defaultCalendar().zone());
        return "outbox/outbox";
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable long id) {
        outbox.retry(outbox.find(id).orElseThrow(OutboxPages::missing).id());
        return "redirect:/outbox?state=queued";
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
