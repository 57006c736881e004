package dev.baton.intake.web;

import dev.baton.intake.RepliesToConfirm;
import dev.baton.intake.RepliesToConfirm.Reply;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.requests.Request;
import dev.baton.shared.Retried;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** An answer that the requester is asked to confirm, behind the signed link that only they got. */
@Controller
@RequestMapping("/reply/{token}")
class ReplyPages {

    private final RepliesToConfirm replies;
    private final StatusRedirect status;
    private final Moments moments;
    private final People people;
    private final Retried retried;

    ReplyPages(RepliesToConfirm replies, StatusRedirect status, Moments moments, People people, Retried retried) {
        this.replies = replies;
        this.status = status;
        this.moments = moments;
        this.people = people;
        this.retried = retried;
    }

    @GetMapping
    String show(@PathVariable String token, Model model) {
        Reply reply = reply(token);
        Request request = reply.request();
        model.addAttribute("token", token);
        model.addAttribute("reply", reply);
        model.addAttribute("taken", taken(reply));
        model.addAttribute("awaited", replies.awaited(reply));
        model.addAttribute("status", status.path(request, request.requester()));
        return "intake/reply";
    }

    /** A second press, also from another page or an old mail, shows what the first did. */
    @PostMapping
    String confirm(@PathVariable String token) {
        Reply reply = reply(token);
        return retried.run(() -> replies.confirm(reply)) ? status.of(reply.request()) : "redirect:/reply/" + token;
    }

    private @Nullable String taken(Reply reply) {
        return reply.takenAt() == null
                ? null
                : moments.full(
                        reply.takenAt(),
                        people.personOrStranger(reply.request().requester()).zone());
    }

    private Reply reply(String token) {
        Reply reply = replies.ofLink(token).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!replies.stillOpens(reply, token)) {
            throw new ResponseStatusException(HttpStatus.GONE);
        }
        return reply;
    }
}
