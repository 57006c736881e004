package dev.baton.bench.web;

import static dev.baton.bench.web.KnownVersions.one;

import dev.baton.bench.Moves;
import dev.baton.bench.Version;
import dev.baton.bench.Versions;
import dev.baton.models.Deployed;
import dev.baton.models.Diagram;
import dev.baton.models.Difference;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.shared.EmailAddress;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The versions of a workflow or of a decision table: listed, compared, and gone back to. */
@Controller
@RequestMapping("/bench/{kind:workflows|decisions}/{key}")
class VersionPages {

    private final KnownVersions known;
    private final Versions versions;
    private final VersionRows rows;
    private final Moves moves;
    private final MayChange mayChange;
    private final People people;
    private final Diagram diagram;
    private final MessageSource messages;

    VersionPages(
            KnownVersions known,
            Versions versions,
            VersionRows rows,
            Moves moves,
            MayChange mayChange,
            People people,
            Diagram diagram,
            MessageSource messages) {
        this.known = known;
        this.versions = versions;
        this.rows = rows;
        this.moves = moves;
        this.mayChange = mayChange;
        this.people = people;
        this.diagram = diagram;
        this.messages = messages;
    }

    @ModelAttribute("me")
    Person me(Principal principal) {
        return people.personOrStranger(EmailAddress.of(principal.getName()));
    }

    @GetMapping("/versions")
    String list(
            @PathVariable String kind,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer back,
            @ModelAttribute("me") Person me,
            Model model) {
        List<Version> all = known.all(kind, key);
        model.addAttribute("back", back);
        model.addAttribute("newest", all.get(0));
        model.addAttribute("rows", rows.of(all));
        model.addAttribute("users", all.get(0).isDecision() ? versions.usersOf(all.get(0)) : List.of());
        model.addAttribute(
                "moved",
                moves.of(key).stream().map(move -> MovedLine.of(move, all)).toList());
        model.addAttribute("changes", mayChange.allows(me, all.get(0)));
        return "bench/versions";
    }

    /** Any two versions side by side; the newest and the one before where none are named. */
    @GetMapping("/compare")
    String compare(
            @PathVariable String kind,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            Model model) {
        List<Version> all = known.all(kind, key);
        Version later = to == null ? all.get(0) : one(all, to);
        Version earlier = from == null ? all.get(Math.min(all.indexOf(later) + 1, all.size() - 1)) : one(all, from);
        model.addAttribute("versions", all);
        show(earlier, later, model);
        return "bench/compare";
    }

    private void show(Version earlier, Version later, Model model) {
        Difference difference = versions.between(earlier, later);
        model.addAttribute("earlier", earlier);
        model.addAttribute("later", later);
        model.addAttribute("difference", difference);
        model.addAttribute("sentences", rows.sentences(difference.changes()));
        if (!later.isDecision()) {
            model.addAttribute(
                    "saysEarlier", diagram.says(earlier.definition().id(), byElement(difference, "removed")));
            model.addAttribute("saysLater", diagram.says(later.definition().id(), byElement(difference, "added")));
        }
        model.addAttribute("marksEarlier", marks(difference, "removed"));
        model.addAttribute("marksLater", marks(difference, "added"));
    }

    /** What is changed, and what only this one of the two versions has, as {@code models/diagram.js} reads it. */
    private static String marks(Difference difference, String own) {
        return Stream.of(own, "changed")
                .map(mark -> mark + ":" + String.join(" ", difference.marked(mark)))
                .collect(Collectors.joining(";"));
    }

    /** The same by the ids of elements. */
    static Map<String, String> byElement(Difference difference, String own) {
        Map<String, String> marks = new HashMap<>();
        Stream.of("changed", own).forEach(mark -> difference.marked(mark).forEach(element -> marks.put(element, mark)));
        return marks;
    }

    /** What going back would change, and how many requests run, before anybody presses. */
    @GetMapping("/versions/{number}/back")
    String back(
            @PathVariable String kind,
            @PathVariable String key,
            @PathVariable int number,
            @ModelAttribute("me") Person me,
            Model model) {
        List<Version> all = known.all(kind, key);
        model.addAttribute("changes", mayChange.allows(me, all.get(0)));
        model.addAttribute(
                "running",
                all.stream().mapToLong(version -> version.work().running()).sum());
        show(all.get(0), one(all, number), model);
        return "bench/version-back";
    }

    /** @param newest the version that the person saw as the newest, so that nothing newer is taken back unseen */
    @PostMapping("/versions/{number}/back")
    String goBack(
            @PathVariable String kind,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam int newest,
            @ModelAttribute("me") Person me,
            Model model) {
        List<Version> all = known.all(kind, key);
        mayChange.check(me, all.get(0));
        Version to = one(all, number);
        if (all.get(0).number() != newest) {
            model.addAttribute("overtaken", true);
            return back(kind, key, number, me, model);
        }
        String comment = messages.getMessage("bench.back.comment", new Object[] {to.number()}, Locale.ENGLISH);
        Deployed deployed = versions.goBack(to, me, comment, newest);
        if (!deployed.isDone()) {
            model.addAttribute("findings", deployed.report().findings());
            return back(kind, key, number, me, model);
        }
        return "redirect:/bench/" + kind + "/" + key + "/versions?back=" + to.number();
    }
}
