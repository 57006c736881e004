package dev.baton.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which addresses some module has a page at. */
@Component
class Pages {

    private final Supplier<List<PathPattern>> patterns;
    private final Supplier<List<Area>> areas = SingletonSupplier.of(
            () -> Area.all().filter(area -> exist(area.path())).toList());

    Pages(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.patterns = SingletonSupplier.of(() -> mapping.getObject().getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream())
                .map(PathPatternParser.defaultInstance::parse)
                .toList());
    }

    /** The parts of the menu that have a page. */
    List<Area> areas() {
        return areas.get();
    }

    boolean exist(String path) {
        return exist(PathContainer.parsePath(path));
    }

    boolean existFor(HttpServletRequest request) {
        return exist(RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication());
    }

    private boolean exist(PathContainer path) {
        return patterns.get().stream().anyMatch(pattern -> pattern.matches(path));
    }
}
