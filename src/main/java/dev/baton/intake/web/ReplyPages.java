package dev.baton.intake.web;

import dev.baton.intake.UnprovenReplies;
import dev.baton.intake.UnprovenReplies.Reply;
import dev.baton.shared.Retried;
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

    private final UnprovenReplies replies;
    private final StatusRedirect status;
    private final Retried retried;

    ReplyPages(UnprovenReplies replies, StatusRedirect status, Retried retried) {
        this.replies = replies;
        this.status = status;
        this.retried = retried;
    }

    @GetMapping
    String show(@PathVariable String token, Model model) {
        Reply reply = reply(token);
        model.addAttribute("token", token);
        model.addAttribute("reply", reply);
        model.addAttribute("awaited", replies.awaited(reply));
        model.addAttribute(
                "status", status.path(reply.request(), reply.request().requester()));
        return "intake/reply";
    }

    @PostMapping
    String confirm(@PathVariable String token) {
        Reply reply = reply(token);
        return retried.run(() -> replies.confirm(reply)) ? status.of(reply.request()) : "redirect:/reply/" + token;
    }

    private Reply reply(String token) {
        return replies.ofLink(token).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
