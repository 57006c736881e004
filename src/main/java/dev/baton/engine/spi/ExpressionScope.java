package dev.baton.engine.spi;

import dev.baton.shared.RequestRef;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an expression is being read. */
public interface ExpressionScope {

    /** The request whose process asks; nothing where a form is shown before a request exists. */
    Optional<RequestRef> request();

    /** The id of the process instance that asks, which in a called process is not the request's own. */
    Optional<String> processInstance();

    /** A variable of the process as seen from here, or null. */
    @Nullable
    Object variable(String name);
}
