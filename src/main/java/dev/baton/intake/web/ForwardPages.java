package dev.baton.intake.web;

import dev.baton.intake.Forward;
import dev.baton.intake.Forwards;
import dev.baton.requests.Request;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Retried;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Whose request a forwarded mail is, behind the signed link that its forwarder got: one press puts it right. */
@Controller
@RequestMapping("/forwarded/{token}")
class ForwardPages {

    private final Forwards forwards;
    private final Requests requests;
    private final StatusRedirect status;
    private final Retried retried;
    private final MessageSource messages;

    ForwardPages(Forwards forwards, Requests requests, StatusRedirect status, Retried retried, MessageSource messages) {
        this.forwards = forwards;
        this.requests = requests;
        this.status = status;
        this.retried = retried;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable String token, Model model) {
        return page(token, forward(token), null, "", model);
    }

    @PostMapping
    String change(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String address,
            Model model,
            HttpServletResponse response) {
        Forward forward = forward(token);
        Optional<EmailAddress> requester = EmailAddress.parse(address);
        if (requester.filter(forwards::mayAsk).isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(token, forward, problem(requester), address, model);
        }
        retried.run(() -> forwards.requester(forward, requester.get()));
        return "redirect:/forwarded/" + token;
    }

    private String problem(Optional<EmailAddress> requester) {
        return requester
                .map(address -> messages.getMessage(
                        "intake.forwarded.may-not-ask", new Object[] {address.domain()}, Locale.ENGLISH))
                .orElseGet(() -> messages.getMessage("intake.forwarded.no-address", null, Locale.ENGLISH));
    }

    private String page(String token, Forward forward, @Nullable String problem, String entered, Model model) {
        Request request = requests.get(forward.request());
        model.addAttribute("token", token);
        model.addAttribute("forward", forward);
        model.addAttribute("request", request);
        model.addAttribute("own", request.requester().equals(forward.forwarder()));
        model.addAttribute("problem", problem);
        model.addAttribute("entered", entered);
        model.addAttribute("status", status.path(request, forward.forwarder()));
        return "intake/forwarded";
    }

    private Forward forward(String token) {
        return forwards.ofLink(token).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
