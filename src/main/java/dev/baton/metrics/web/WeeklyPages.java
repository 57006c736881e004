package dev.baton.metrics.web;

import dev.baton.outbox.QuietLinks;
import dev.baton.outbox.Weekly;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.shared.EmailAddress;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the reader's weekly mail says, as it would go out now. */
@Controller
class WeeklyPages {

    private final WeeklyWriter writer;
    private final WeeklyMails mails;
    private final Weekly weekly;
    private final QuietLinks links;
    private final People people;

    WeeklyPages(WeeklyWriter writer, WeeklyMails mails, Weekly weekly, QuietLinks links, People people) {
        this.writer = writer;
        this.mails = mails;
        this.weekly = weekly;
        this.links = links;
        this.people = people;
    }

    @GetMapping("/dashboard/weekly")
    String weekly(Principal principal, @RequestParam(required = false) @Nullable String sent, Model model) {
        Person reader = reader(principal);
        Optional<WeeklyWriter.Week> week = writer.write(reader);
        model.addAttribute("week", week.map(WeeklyWriter.Week::mail).orElse(null));
        model.addAttribute("picture", week.map(WeeklyWriter.Week::picture).orElse(null));
        model.addAttribute("reader", reader.address());
        model.addAttribute("gets", WeeklyMails.reads(reader));
        model.addAttribute("wanted", weekly.isWanted(reader.address()));
        model.addAttribute("choice", links.path(reader.address()) + "/weekly");
        model.addAttribute("sent", sent != null);
        model.addAttribute("views", View.values());
        model.addAttribute("params", QuestionParams.NONE);
        return "metrics/weekly";
    }

    @PostMapping("/dashboard/weekly")
    String send(Principal principal) {
        return mails.sendNow(reader(principal)) ? "redirect:/dashboard/weekly?sent" : "redirect:/dashboard/weekly";
    }

    private Person reader(Principal principal) {
        return people.personOrStranger(EmailAddress.of(principal.getName()));
    }
}
