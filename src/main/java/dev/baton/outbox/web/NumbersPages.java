package dev.baton.outbox.web;

import dev.baton.outbox.MailNumbers;
import dev.baton.outbox.MailWeek;
import dev.baton.people.Moments;
import dev.baton.people.People;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How much mail people get, for an admin: spread over all of them, never one by one. */
@Controller
class NumbersPages {

    private static final int WEEKS = 12;

    private final MailNumbers numbers;
    private final People people;
    private final Moments moments;

    NumbersPages(MailNumbers numbers, People people, Moments moments) {
        this.numbers = numbers;
        this.people = people;
        this.moments = moments;
    }

    @GetMapping("/outbox/numbers")
    String weeks(Model model) {
        ZoneId zone = people.defaultCalendar().zone();
        LocalDate current = numbers.thisWeek(zone);
        List<MailWeek> weeks = IntStream.range(0, WEEKS)
                .mapToObj(back -> numbers.ofAll(current.minusWeeks(back), zone))
                .filter(week -> week.people() > 0)
                .toList();
        model.addAttribute("weeks", weeks);
        model.addAttribute("current", current);
        model.addAttribute("zone", zone);
        model.addAttribute("moments", moments);
        model.addAttribute("fewest", MailWeek.FEWEST);
        return "outbox/numbers";
    }
}
