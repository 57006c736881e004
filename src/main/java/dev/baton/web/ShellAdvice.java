package dev.baton.web;

import dev.baton.shared.MenuCount;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page the {@code shell} that the layout draws; pages behind a signed link stay bare. */
@ControllerAdvice(annotations = Controller.class)
class ShellAdvice {

    private final Pages pages;
    private final List<MenuCount> counts;

    ShellAdvice(Pages pages, ObjectProvider<MenuCount> counts) {
        this.pages = pages;
        this.counts = counts.stream().toList();
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
                true,
                who == null ? "" : who.person().name(),
                menu,
                who == null ? Map.of() : waiting(menu, who),
                here,
                who == null && !path.startsWith("/sign-in"));
    }

    private Map<String, String> waiting(List<Area> menu, SignedIn who) {
        Map<String, String> waiting = new HashMap<>();
        for (MenuCount count : counts) {
            if (menu.stream().anyMatch(area -> area.path().equals(count.path()))) {
                int number = count.waitingFor(who.person().address());
                if (number > 0) {
                    waiting.put(count.path(), number > MenuCount.MOST ? MenuCount.MOST + "+" : String.valueOf(number));
                }
            }
        }
        return waiting;
    }
}
