package dev.baton.requests;

import dev.baton.engine.spi.ExpressionName;
import dev.baton.engine.spi.ExpressionScope;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * {@code votes} in a model: how often each outcome was chosen in the round of votes that is on, or was the last, in
 * this process. {@code ${votes.reject > 0}} reads 0 for an outcome that nobody chose.
 */
@Component
class VotesName implements ExpressionName {

    private final Decisions decisions;

    VotesName(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public String name() {
        return "votes";
    }

    @Override
    public Object valueFor(ExpressionScope scope) {
        return new Count(scope.processInstance().map(decisions::votes).orElse(Map.of()));
    }

    private static final class Count extends AbstractMap<String, Integer> {

        private final Map<String, Integer> votes;

        Count(Map<String, Integer> votes) {
            this.votes = votes;
        }

        @Override
        public Integer get(Object outcome) {
            return votes.getOrDefault(String.valueOf(outcome), 0);
        }

        @Override
        public Set<Entry<String, Integer>> entrySet() {
            return votes.entrySet();
        }
    }
}
