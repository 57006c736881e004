package dev.baton.tasks.web;

import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.requests.Blocker;
import dev.baton.tasks.ActionLinks;
import dev.baton.tasks.Blocking;
import dev.baton.tasks.Task;
import dev.baton.tasks.Tasks;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where somebody who is waited for says that it can go on. */
@Controller
class BlockerPages {

    private final ActionLinks links;
    private final Blocking blocking;
    private final Tasks tasks;
    private final People people;
    private final Moments moments;

    BlockerPages(ActionLinks links, Blocking blocking, Tasks tasks, People people, Moments moments) {
        this.links = links;
        this.blocking = blocking;
        this.tasks = tasks;
        this.people = people;
        this.moments = moments;
    }

    @GetMapping("/t/blocker/{token}")
    String look(@PathVariable String token, Model model, HttpServletResponse response) {
        Optional<Long> id = links.ofBlocker(token);
        if (id.isEmpty()) {
            return UnknownLink.show(response);
        }
        Optional<Blocker> blocker = blocking.find(id.get());
        model.addAttribute("here", "/t/blocker/" + token);
        blocker.ifPresent(each -> show(each, model));
        return blocker.isPresent() ? "tasks/blocker" : "tasks/blocker-lifted";
    }

    @PostMapping("/t/blocker/{token}")
    String lift(@PathVariable String token, HttpServletResponse response) {
        Optional<Long> id = links.ofBlocker(token);
        if (id.isEmpty()) {
            return UnknownLink.show(response);
        }
        blocking.find(id.get()).ifPresent(blocking::outOfTheWay);
        return "redirect:/t/blocker/" + token;
    }

    private void show(Blocker blocker, Model model) {
        String taskId = blocker.taskId();
        model.addAttribute("blocker", blocker);
        model.addAttribute("who", people.personOrStranger(blocker.raisedBy()).name());
        model.addAttribute(
                "since",
                moments.full(blocker.raisedAt(), people.defaultCalendar().zone()));
        model.addAttribute(
                "task",
                Optional.ofNullable(taskId)
                        .flatMap(tasks::find)
                        .map(Task::name)
                        .orElse(blocker.request().toString()));
    }
}
