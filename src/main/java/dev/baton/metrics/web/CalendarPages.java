package dev.baton.metrics.web;

import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Team;
import dev.baton.shared.EmailAddress;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarOutputter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Calendars of deadlines behind their signed addresses, and the page that tells a person the own ones. */
@Controller
class CalendarPages {

    private static final CacheControl PRIVATE =
            CacheControl.maxAge(Duration.ofMinutes(15)).cachePrivate();

    private final CalendarAddresses addresses;
    private final CalendarContents contents;
    private final CalendarWriter writer;
    private final People people;
    private final MessageSource messages;

    CalendarPages(
            CalendarAddresses addresses,
            CalendarContents contents,
            CalendarWriter writer,
            People people,
            MessageSource messages) {
        this.addresses = addresses;
        this.contents = contents;
        this.writer = writer;
        this.people = people;
        this.messages = messages;
    }

    /** @param open the same address for the program that reads calendars on this device */
    record Line(String name, URI address, String open) {}

    /** Who has the address reads; nothing can be decided there. */
    @GetMapping("/calendar/{token}")
    void calendar(@PathVariable String token, HttpServletResponse response) throws IOException {
        CalendarAddresses.Read address =
                addresses.read(token).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Person reader = addresses
                .holder(address)
                .flatMap(people::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.GONE));
        CalendarContents.Contents dates =
                contents.of(address.what(), reader).orElseThrow(() -> new ResponseStatusException(HttpStatus.GONE));
        response.setContentType("text/calendar;charset=UTF-8");
        response.setHeader("Content-Disposition", "inline; filename=\"baton.ics\"");
        response.setHeader("Cache-Control", PRIVATE.getHeaderValue());
        byte[] calendar = text(address.what(), dates, reader).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(calendar.length);
        response.getOutputStream().write(calendar);
    }

    private String text(CalendarOf what, CalendarContents.Contents dates, Person reader) throws IOException {
        StringWriter text = new StringWriter();
        new CalendarOutputter(false).output(writer.write(name(what), dates, reader.zone()), text);
        return text.toString();
    }

    @GetMapping("/my/calendars")
    String mine(@RequestParam(required = false) @Nullable String campaign, Principal principal, Model model) {
        Person me = me(principal);
        boolean more = contents.seesMoreThanOwn(me);
        model.addAttribute("own", lines(me, List.of(CalendarOf.OWN)));
        model.addAttribute("more", more);
        model.addAttribute("weeks", CalendarWriter.WEEKS_BACK);
        if (more) {
            model.addAttribute(
                    "teams",
                    lines(
                            me,
                            people.teams().stream()
                                    .map(Team::key)
                                    .map(CalendarOf::team)
                                    .toList()));
            QuestionParams.said(campaign).ifPresent(name -> {
                model.addAttribute("campaign", name);
                model.addAttribute("campaigns", lines(me, List.of(CalendarOf.campaign(name))));
            });
        }
        return "metrics/calendars";
    }

    @PostMapping("/my/calendars")
    String renew(Principal principal) {
        addresses.renew(me(principal).address());
        return "redirect:/my/calendars?made";
    }

    private List<Line> lines(Person me, List<CalendarOf> all) {
        return all.stream()
                .flatMap(what -> addresses.of(me.address(), what).stream()
                        .map(address ->
                                new Line(name(what), address, address.toString().replaceFirst("^https?:", "webcal:"))))
                .toList();
    }

    private String name(CalendarOf what) {
        String name = people.team(what.name()).map(Team::name).orElse(what.name());
        return messages.getMessage(
                "metrics.calendar.name." + what.kind().name().toLowerCase(Locale.ROOT),
                new Object[] {what.kind() == CalendarOf.Kind.TEAM ? name : what.name()},
                Locale.ENGLISH);
    }

    private Person me(Principal principal) {
        return people.personOrStranger(EmailAddress.of(principal.getName()));
    }
}
