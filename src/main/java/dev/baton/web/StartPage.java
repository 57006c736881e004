package dev.baton.web;

import dev.baton.people.People;
import dev.baton.people.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What Baton is, and where to go from here; admins also see what has to be mended in the people file. */
@Controller
class StartPage {

    private final Pages pages;
    private final People people;

    StartPage(Pages pages, People people) {
        this.pages = pages;
        this.people = people;
    }

    @GetMapping("/")
    String start(@AuthenticationPrincipal @Nullable SignedIn who, Model model) {
        boolean mends = who != null && who.person().has(Role.ADMIN);
        model.addAttribute("findings", mends ? people.findings() : List.of());
        model.addAttribute(
                "ways",
                List.of("/new", "/my", "/dashboard", "/mailboxes").stream()
                        .filter(pages::exist)
                        .map(path -> path.substring(1))
                        .toList());
        return "web/start";
    }
}
