package dev.baton.web;

import dev.baton.shared.NotAPress;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in by a link sent by mail. The link shows a button, for mail programs open links by themselves. */
@Controller
class SignInPages {

    @ModelAttribute("minutes")
    long minutes() {
        return SignInLinks.GOOD_FOR.toMinutes();
    }

    @GetMapping("/sign-in")
    String ask(
            @RequestParam(required = false) @Nullable String expired,
            @AuthenticationPrincipal @Nullable SignedIn who,
            Model model) {
        model.addAttribute("expired", expired != null);
        return who == null ? "web/sign-in" : "redirect:/welcome";
    }

    /** Reached only where {@link SignInLinks} makes no link; the answer is the same. */
    @NotAPress("makes no link")
    @PostMapping("/sign-in")
    String asked() {
        return "redirect:" + SignInLinks.SENT;
    }

    @GetMapping(SignInLinks.SENT)
    String sent() {
        return "web/sign-in-sent";
    }

    @GetMapping("/sign-in/link")
    String link(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(required = false) @Nullable String again,
            Model model) {
        model.addAttribute("again", again != null);
        model.addAttribute("token", token);
        return "web/sign-in-link";
    }

    /** The first place of the menu, which is where somebody who has just signed in wants to be. */
    @GetMapping("/welcome")
    String welcome(@ModelAttribute("shell") Shell shell) {
        return shell.menu().stream()
                .findFirst()
                .map(area -> "redirect:" + area.path())
                .orElse("redirect:/");
    }
}
