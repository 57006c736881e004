package dev.baton.outbox.web;

import dev.baton.outbox.MailNumbers;
import dev.baton.outbox.Pace;
import dev.baton.outbox.Quiet;
import dev.baton.outbox.QuietLinks;
import dev.baton.outbox.QuietSettings;
import dev.baton.outbox.Weekly;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.NotAPress;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where somebody says how often they want mail: signed in, or with the link in the foot of every mail.
 */
@Controller
class QuietPages {

    private final Quiet quiet;
    private final Weekly weekly;
    private final QuietLinks links;
    private final MailNumbers numbers;
    private final People people;
    private final Moments moments;

    QuietPages(Quiet quiet, Weekly weekly, QuietLinks links, MailNumbers numbers, People people, Moments moments) {
        this.quiet = quiet;
        this.weekly = weekly;
        this.links = links;
        this.numbers = numbers;
        this.people = people;
        this.moments = moments;
    }

    @GetMapping("/quiet")
    String mine(Principal principal, @RequestParam(required = false) @Nullable String saved, Model model) {
        EmailAddress me = EmailAddress.of(principal.getName());
        tellNumbers(me, model);
        return show(me, "/quiet", saved != null, model);
    }

    /** For whoever is signed in only: the link of a mail may have been passed on. */
    private void tellNumbers(EmailAddress me, Model model) {
        ZoneId zone = people.personOrStranger(me).zone();
        LocalDate monday = numbers.thisWeek(zone);
        model.addAttribute("thisWeek", numbers.of(me, monday, zone));
        model.addAttribute("lastWeek", numbers.of(me, monday.minusWeeks(1), zone));
    }

    @PostMapping("/quiet")
    String choose(
            Principal principal,
            @RequestParam(defaultValue = "") String pace,
            @RequestParam(defaultValue = "") String budget,
            Model model,
            HttpServletResponse response) {
        QuietForm form = new QuietForm(pace, budget);
        return save(EmailAddress.of(principal.getName()), "/quiet", form, model, response);
    }

    @GetMapping("/q/{token}")
    String byLink(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String saved,
            Model model,
            HttpServletResponse response) {
        return links.of(token)
                .map(reader -> show(reader, "/q/" + token, saved != null, model))
                .orElseGet(() -> unknown(response));
    }

    @PostMapping("/q/{token}")
    String chooseByLink(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String pace,
            @RequestParam(defaultValue = "") String budget,
            Model model,
            HttpServletResponse response) {
        QuietForm form = new QuietForm(pace, budget);
        return links.of(token)
                .map(reader -> save(reader, "/q/" + token, form, model, response))
                .orElseGet(() -> unknown(response));
    }

    /** Somebody who opens what is meant for their mail program wants to unsubscribe, and chooses here. */
    @GetMapping("/q/{token}/unsubscribe")
    String offer(@PathVariable String token) {
        return "redirect:/q/" + token;
    }

    /** What a mail program sends for its reader's one press (RFC 8058 §3.1), without having seen a page of ours. */
    @NotAPress("the press was in the mail program, which sends this")
    @PostMapping(path = "/q/{token}/unsubscribe", params = "List-Unsubscribe=One-Click")
    String unsubscribe(@PathVariable String token, Model model, HttpServletResponse response) {
        Optional<EmailAddress> reader = links.of(token);
        reader.ifPresent(quiet::unsubscribe);
        return reader.map(each -> show(each, "/q/" + token, true, model)).orElseGet(() -> unknown(response));
    }

    @GetMapping("/q/{token}/weekly")
    String weekly(@PathVariable String token, Model model, HttpServletResponse response) {
        return links.of(token).map(reader -> weekly(reader, token, model)).orElseGet(() -> unknown(response));
    }

    @PostMapping("/q/{token}/weekly")
    String chooseWeekly(
            @PathVariable String token, @RequestParam(defaultValue = "") String want, HttpServletResponse response) {
        return links.of(token)
                .map(reader -> {
                    if (want.equals("yes")) {
                        weekly.start(reader);
                    } else {
                        weekly.stop(reader);
                    }
                    return "redirect:/q/" + token + "/weekly";
                })
                .orElseGet(() -> unknown(response));
    }

    /** As with {@link #offer}. */
    @GetMapping("/q/{token}/weekly/unsubscribe")
    String offerWeekly(@PathVariable String token) {
        return "redirect:/q/" + token + "/weekly";
    }

    /** As with {@link #unsubscribe}, of the weekly mail only. */
    @NotAPress("the press was in the mail program, which sends this")
    @PostMapping(path = "/q/{token}/weekly/unsubscribe", params = "List-Unsubscribe=One-Click")
    String unsubscribeWeekly(@PathVariable String token, Model model, HttpServletResponse response) {
        Optional<EmailAddress> reader = links.of(token);
        reader.ifPresent(weekly::stop);
        return reader.map(each -> weekly(each, token, model)).orElseGet(() -> unknown(response));
    }

    private String weekly(EmailAddress reader, String token, Model model) {
        model.addAttribute("reader", reader);
        model.addAttribute("here", "/q/" + token + "/weekly");
        model.addAttribute("quiet", "/q/" + token);
        model.addAttribute("wanted", weekly.isWanted(reader));
        model.addAttribute("onlyWaiting", quiet.of(reader).pace() == Pace.ONLY_WAITING);
        return "outbox/weekly";
    }

    private String save(EmailAddress reader, String here, QuietForm form, Model model, HttpServletResponse response) {
        Optional<QuietSettings> chosen = form.settings();
        chosen.ifPresent(settings -> quiet.choose(reader, settings));
        if (chosen.isPresent()) {
            return "redirect:" + here + "?saved";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        show(reader, here, false, model);
        model.addAttribute("wrong", true);
        model.addAttribute(
                "pace", Pace.parse(form.pace()).orElse(quiet.of(reader).pace()));
        model.addAttribute("budget", form.budget());
        return "outbox/quiet";
    }

    private String show(EmailAddress reader, String here, boolean saved, Model model) {
        QuietSettings settings = quiet.of(reader);
        Integer budget = settings.budget();
        model.addAttribute("reader", reader);
        model.addAttribute("here", here);
        model.addAttribute("saved", saved);
        model.addAttribute("wrong", false);
        model.addAttribute("paces", Pace.values());
        model.addAttribute("pace", settings.pace());
        model.addAttribute("budget", budget == null ? "" : budget.toString());
        model.addAttribute("most", QuietSettings.MOST);
        model.addAttribute("usual", quiet.usualBudget());
        model.addAttribute(
                "next",
                moments.full(
                        quiet.nextDigest(reader),
                        people.personOrStranger(reader).zone()));
        return "outbox/quiet";
    }

    private static String unknown(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "outbox/quiet-unknown";
    }
}
