package dev.baton.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page the {@code shell} that the layout draws; pages behind a signed link stay bare. */
@ControllerAdvice(annotations = Controller.class)
class ShellAdvice {

    private final Pages pages;

    ShellAdvice(Pages pages) {
        this.pages = pages;
    }

    @ModelAttribute("shell")
    Shell shell(HttpServletRequest request, @AuthenticationPrincipal @Nullable SignedIn who) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return SignedPages.contain(path) || path.startsWith("/api/") ? Shell.BARE : shell(path, who);
    }

    private Shell shell(String path, @Nullable SignedIn who) {
        var menu = pages.areas().stream()
                .filter(area -> who == null ? area.isOpenToEverybody() : area.letsIn(who))
                .toList();
        String here = Area.all()
                .map(Area::path)
                .filter(start -> path.equals(start) || path.startsWith(start + "/"))
                .findFirst()
                .orElse("");
        return new Shell(
                true, who == null ? "" : who.person().name(), menu, here, who == null && !path.startsWith("/sign-in"));
    }
}
