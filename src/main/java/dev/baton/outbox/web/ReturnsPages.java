package dev.baton.outbox.web;

import dev.baton.outbox.Outbox;
import dev.baton.outbox.ReturnedMails;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.shared.EmailAddress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The addresses that mails come back from, for an admin. */
@Controller
@RequestMapping("/outbox/returns")
class ReturnsPages {

    private final Outbox outbox;
    private final ReturnedMails returned;
    private final People people;
    private final Moments moments;

    ReturnsPages(Outbox outbox, ReturnedMails returned, People people, Moments moments) {
        this.outbox = outbox;
        this.returned = returned;
        this.people = people;
        this.moments = moments;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("marks", returned.marks());
        model.addAttribute("moments", moments);
        model.addAttribute("zone", people.defaultCalendar().zone());
        return "outbox/returns";
    }

    @PostMapping("/lift")
    String lift(@RequestParam String address) {
        outbox.writeAgainTo(
                EmailAddress.parse(address).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)));
        return "redirect:/outbox/returns";
    }
}
