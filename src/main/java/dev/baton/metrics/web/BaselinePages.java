package dev.baton.metrics.web;

import dev.baton.metrics.BadLogException;
import dev.baton.metrics.Baseline;
import dev.baton.metrics.Baselines;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.shared.EmailAddress;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** How work went before: logs to import, look at and remove. Leaders see them, admins change them. */
@Controller
class BaselinePages {

    private static final List<String> COLUMNS = List.of(
            "metrics.baselines.name",
            "metrics.filter.from",
            "metrics.csv.to",
            "metrics.baselines.cases",
            "metrics.baselines.tasks",
            "metrics.baselines.events",
            "metrics.csv.repeated",
            "metrics.csv.unfinished",
            "metrics.baselines.by",
            "metrics.csv.by");

    private final Baselines baselines;
    private final LogProblems problems;
    private final People people;
    private final Moments moments;
    private final MessageSource messages;
    private final CsvFiles files;
    private final Clock clock;

    BaselinePages(
            Baselines baselines,
            LogProblems problems,
            People people,
            Moments moments,
            MessageSource messages,
            CsvFiles files,
            Clock clock) {
        this.baselines = baselines;
        this.problems = problems;
        this.people = people;
        this.moments = moments;
        this.messages = messages;
        this.files = files;
        this.clock = clock;
    }

    /** A log in the list. */
    record Line(Baseline log, String from, String to, String importedOn, String by) {}

    @GetMapping("/dashboard/baselines")
    String list(Principal principal, Model model) {
        model.addAttribute("fields", LogParams.NONE.fields());
        return shown(reader(principal), model);
    }

    @GetMapping(path = "/dashboard/baselines", params = "format=csv")
    void csv(Principal principal, HttpServletResponse response) throws IOException {
        Person reader = reader(principal);
        files.give(
                CsvTable.of(
                        "baselines",
                        COLUMNS,
                        baselines.all(),
                        log -> CsvTable.row(
                                log.name(),
                                log.from(),
                                log.to(),
                                log.cases(),
                                log.tasks(),
                                log.events(),
                                log.repeated(),
                                log.unfinished(),
                                log.importedAt(),
                                name(log.importedBy()))),
                "baselines",
                clock.instant(),
                people.calendarOf(reader.address()).zone(),
                response);
    }

    @PostMapping("/dashboard/baselines")
    String add(
            @RequestParam(defaultValue = "") String name,
            @ModelAttribute LogParams params,
            @RequestParam(required = false) @Nullable MultipartFile log,
            Principal principal,
            Model model)
            throws IOException {
        Person reader = mayChange(principal);
        model.addAttribute("name", name);
        model.addAttribute("fields", params.fields());
        if (log == null || log.isEmpty()) {
            model.addAttribute("problem", text("no-file"));
            return shown(reader, model);
        }
        try (InputStream body = log.getInputStream()) {
            Baseline imported = baselines.add(
                    name.strip(), params.layout(), body, reader.address().value());
            return "redirect:/dashboard/baselines?imported=" + imported.name();
        } catch (BadLogException bad) {
            model.addAttribute("problem", problems.first(bad));
            model.addAttribute("problems", bad.problems().size() > 1 ? problems.of(bad) : List.of());
        } catch (DateTimeException unknown) {
            model.addAttribute("problem", text("unknown-zone"));
        }
        return shown(reader, model);
    }

    @PostMapping("/dashboard/baselines/{name}/remove")
    String remove(@PathVariable String name, Principal principal) {
        mayChange(principal);
        baselines.remove(name);
        return "redirect:/dashboard/baselines";
    }

    private String shown(Person reader, Model model) {
        ZoneId zone = people.calendarOf(reader.address()).zone();
        model.addAttribute("views", View.values());
        model.addAttribute(
                "lines", baselines.all().stream().map(log -> line(log, zone)).toList());
        model.addAttribute("mayChange", reader.has(Role.ADMIN));
        return "metrics/baselines";
    }

    private Line line(Baseline log, ZoneId zone) {
        return new Line(
                log,
                moments.date(log.from(), zone),
                moments.date(log.to(), zone),
                moments.date(log.importedAt(), zone),
                name(log.importedBy()));
    }

    private String name(String importedBy) {
        return EmailAddress.parse(importedBy)
                .map(address -> people.personOrStranger(address).name())
                .orElse(importedBy);
    }

    private Person reader(Principal principal) {
        Person reader = people.personOrStranger(EmailAddress.of(principal.getName()));
        if (!reader.has(Role.LEADER) && !reader.has(Role.ADMIN)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return reader;
    }

    private Person mayChange(Principal principal) {
        Person reader = reader(principal);
        if (!reader.has(Role.ADMIN)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return reader;
    }

    private String text(String key) {
        return messages.getMessage("metrics.log." + key, null, Locale.ENGLISH);
    }
}
