package dev.baton.requests;

import dev.baton.engine.spi.ExpressionName;
import dev.baton.engine.spi.ExpressionScope;
import dev.baton.engine.spi.ModelVisible;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code request} in a model: {@code ${request.requester}}, {@code ${request.owner}}, {@code ${request.ref}} and more. */
@Component
class RequestName implements ExpressionName {

    private final RequestRows rows;

    RequestName(RequestRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "request";
    }

    @Override
    public @Nullable Object valueFor(ExpressionScope scope) {
        return scope.request().flatMap(rows::find).map(Facts::new).orElse(null);
    }

    /** What a model may know of its request; addresses and references as text. */
    @ModelVisible
    static final class Facts {

        private final Request request;

        Facts(Request request) {
            this.request = request;
        }

        public String ref() {
            return request.ref().toString();
        }

        public String title() {
            return request.title();
        }

        public String workflow() {
            return request.workflow();
        }

        public String requester() {
            return request.requester().value();
        }

        public String requesterName() {
            return request.requesterName();
        }

        public String owner() {
            return request.owner().value();
        }

        public @Nullable String team() {
            return request.team();
        }

        public @Nullable String campaign() {
            return request.campaign();
        }

        /** As an ISO instant, which a due date may be. */
        public @Nullable String promisedAt() {
            return request.promisedAt() == null ? null : request.promisedAt().toString();
        }
    }
}
