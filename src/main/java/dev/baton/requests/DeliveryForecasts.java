package dev.baton.requests;

import dev.baton.shared.RequestRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says by when requests are likely delivered; made by whoever counts how long work takes. */
public interface DeliveryForecasts {

    /**
     * By reference, for those that are open and whose brief is complete; of others nothing is said. Uses the caller's
     * transaction if there is one.
     */
    Map<RequestRef, DeliveryForecast> of(Collection<Request> requests);

    /** The same for one. */
    default Optional<DeliveryForecast> of(Request request) {
        return Optional.ofNullable(of(List.of(request)).get(request.ref()));
    }
}
