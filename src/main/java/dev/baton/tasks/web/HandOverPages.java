package dev.baton.tasks.web;

import dev.baton.people.People;
import dev.baton.shared.EmailAddress;
import dev.baton.tasks.ActionLinks;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Standing;
import dev.baton.tasks.TaskWords;
import dev.baton.tasks.Tasks;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page on which a task that stands still is handed over, with somebody already pointed at. Looking changes nothing;
 * the press goes where the one under "Not now?" goes.
 */
@Controller
class HandOverPages {

    private final Tasks tasks;
    private final ActionLinks links;
    private final TaskPageModels models;
    private final TaskWords words;
    private final People people;

    HandOverPages(Tasks tasks, ActionLinks links, TaskPageModels models, TaskWords words, People people) {
        this.tasks = tasks;
        this.links = links;
        this.models = models;
        this.words = words;
        this.people = people;
    }

    @GetMapping("/t/{token}/hand-over")
    String look(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String to,
            Model model,
            HttpServletResponse response) {
        Optional<HandOver> handOver = links.of(token);
        if (handOver.isEmpty()) {
            return UnknownLink.show(response);
        }
        Standing standing = tasks.standing(handOver.get());
        if (!standing.waits()) {
            return models.standing(handOver.get(), standing, null, model);
        }
        models.task(handOver.get(), model);
        model.addAttribute("holders", words.names(tasks.holders(handOver.get().taskId())));
        model.addAttribute(
                "offered", EmailAddress.parse(to).flatMap(people::find).orElse(null));
        return "tasks/hand-over";
    }
}
