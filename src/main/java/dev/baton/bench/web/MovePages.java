package dev.baton.bench.web;

import static dev.baton.bench.web.KnownVersions.one;

import dev.baton.bench.Move;
import dev.baton.bench.MoveOutlook;
import dev.baton.bench.MoveProgress;
import dev.baton.bench.Moves;
import dev.baton.bench.Version;
import dev.baton.bench.Versions;
import dev.baton.models.Difference;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.shared.EmailAddress;
import java.security.Principal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Running requests that are to go on in another version: the plan, the press, and how far it has come. */
@Controller
class MovePages {

    /** Ways that the person chose come as parameters of the name of the step behind this. */
    private static final String STEP = "step.";

    private final KnownVersions known;
    private final Versions versions;
    private final Moves moves;
    private final MoveLines lines;
    private final MayChange mayChange;
    private final People people;

    MovePages(
            KnownVersions known, Versions versions, Moves moves, MoveLines lines, MayChange mayChange, People people) {
        this.known = known;
        this.versions = versions;
        this.moves = moves;
        this.lines = lines;
        this.mayChange = mayChange;
        this.people = people;
    }

    @ModelAttribute("me")
    Person me(Principal principal) {
        return people.personOrStranger(EmailAddress.of(principal.getName()));
    }

    /** The plan: who goes where, who stays and why. From the version with most running requests to the newest. */
    @GetMapping("/bench/workflows/{key}/move")
    String plan(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("me") Person me,
            Model model) {
        List<Version> all = known.all(key);
        Version target = to == null ? all.get(0) : one(all, to);
        Version source = from == null ? mostWork(all, target) : one(all, from);
        Map<String, String> wanted = wanted(source, target, parameters);
        MoveOutlook outlook =
                moves.outlook(source.definition().id(), target.definition().id(), wanted);
        model.addAttribute("versions", all);
        model.addAttribute("from", source);
        model.addAttribute("to", target);
        model.addAttribute("outlook", outlook);
        model.addAttribute("lines", lines.of(outlook));
        model.addAttribute("choices", lines.choices(outlook));
        model.addAttribute("asked", lines.asked(source, target));
        model.addAttribute("wanted", wanted);
        model.addAttribute("allowed", mayChange.allows(me, all.get(0)));
        return "bench/move-plan";
    }

    @PostMapping("/bench/workflows/{key}/move")
    String begin(
            @PathVariable String key,
            @RequestParam int from,
            @RequestParam int to,
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("me") Person me) {
        List<Version> all = known.all(key);
        mayChange.check(me, all.get(0));
        Version source = one(all, from);
        Version target = one(all, to);
        if (source.equals(target)) {
            return "redirect:/bench/workflows/" + key + "/move?from=" + from + "&to=" + to;
        }
        Move move = moves.begin(
                key,
                source.definition().id(),
                target.definition().id(),
                wanted(source, target, parameters),
                me.address());
        return "redirect:/bench/moves/" + move.id();
    }

    @GetMapping("/bench/moves/{id}")
    String progress(@PathVariable long id, Model model) {
        Move move = moves.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        MoveProgress progress = moves.progress(move);
        MovedLine line = MovedLine.of(move, versions.of(move.workflow()));
        model.addAttribute("move", move);
        model.addAttribute("from", line.from());
        model.addAttribute("to", line.to());
        model.addAttribute("author", people.personOrStranger(move.author()).name());
        model.addAttribute("moved", progress.moved());
        model.addAttribute("stayed", lines.stayed(move, progress));
        model.addAttribute("more", progress.staying() - progress.stayed().size());
        return "bench/move";
    }

    /** Steps that only have another id go to each other by themselves; what the person chose counts for more. */
    private Map<String, String> wanted(Version from, Version to, Map<String, String> parameters) {
        Map<String, String> wanted = new HashMap<>(Difference.renamed(versions.file(from), versions.file(to)));
        parameters.forEach((name, value) -> {
            if (name.startsWith(STEP)) {
                wanted.put(name.substring(STEP.length()), value);
            }
        });
        return lines.known(from, to, wanted);
    }

    private static Version mostWork(List<Version> all, Version but) {
        return all.stream()
                .filter(version -> !version.equals(but))
                .max(Comparator.comparingLong(version -> version.work().running()))
                .orElse(but);
    }
}
