package dev.baton.tasks.web;

import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.shared.EmailAddress;
import dev.baton.tasks.ActionLinks;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Task;
import dev.baton.tasks.TaskWords;
import dev.baton.tasks.Tasks;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One page with all that waits for somebody, that they asked for, and that they own and stands still. */
@Controller
class MyWorkPages {

    private final Tasks tasks;
    private final MyWork work;
    private final ActionLinks links;
    private final TaskWords words;
    private final People people;

    MyWorkPages(Tasks tasks, MyWork work, ActionLinks links, TaskWords words, People people) {
        this.tasks = tasks;
        this.work = work;
        this.links = links;
        this.words = words;
        this.people = people;
    }

    @GetMapping("/my")
    String mine(Principal principal, Model model) {
        Person me = me(principal);
        model.addAttribute("waiting", work.waiting(me));
        model.addAttribute("asked", work.asked(me));
        model.addAttribute("owned", work.standingStill(me));
        return "tasks/my-work";
    }

    /** A task of one's own, under an address that tells nothing and can be mailed. */
    @GetMapping("/my/tasks/{taskId}")
    String one(@PathVariable String taskId, Principal principal, Model model) {
        Person me = me(principal);
        Task task = tasks.find(taskId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<HandOver> mine = tasks.lastHandOver(task.id(), me.address());
        if (mine.isPresent()) {
            return "redirect:" + links.path(mine.get());
        }
        List<HandOver> holders = tasks.holders(task.id());
        model.addAttribute("holders", holders.isEmpty() ? words.text("tasks.standing.nobody") : words.names(holders));
        return "tasks/not-yours";
    }

    private Person me(Principal principal) {
        return people.personOrStranger(EmailAddress.of(principal.getName()));
    }
}
