package dev.baton.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What Baton is, and where to go from here. */
@Controller
class StartPage {

    private final Pages pages;

    StartPage(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/")
    String start(Model model) {
        model.addAttribute(
                "ways",
                List.of("/new", "/my", "/dashboard", "/mailboxes").stream()
                        .filter(pages::exist)
                        .map(path -> path.substring(1))
                        .toList());
        return "web/start";
    }
}
