package dev.baton.people;

import dev.baton.engine.spi.ExpressionName;
import dev.baton.engine.spi.ExpressionScope;
import dev.baton.engine.spi.ModelVisible;
import dev.baton.shared.EmailAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code team} in a model's expressions: the team that has the request, once a step has set the variable of that name;
 * null before. {@code ${team.lead}}, {@code ${team.members}}.
 */
@Component
class TeamInModels implements ExpressionName {

    private final People people;

    TeamInModels(People people) {
        this.people = people;
    }

    @Override
    public String name() {
        return "team";
    }

    @Override
    public @Nullable Object valueFor(ExpressionScope scope) {
        return of(scope, people).map(Visible::new).orElse(null);
    }

    /** The team that the request's variable names. */
    static Optional<Team> of(ExpressionScope scope, People people) {
        return Optional.ofNullable(scope.variable("team")).map(Object::toString).flatMap(people::team);
    }

    /** What a model may read of a team. */
    @ModelVisible
    static final class Visible {

        private final Team team;

        Visible(Team team) {
            this.team = team;
        }

        public String key() {
            return team.key();
        }

        public String name() {
            return team.name();
        }

        /** The address of who answers for it; null if nobody is named. */
        public @Nullable String lead() {
            return team.lead().map(EmailAddress::value).orElse(null);
        }

        /** The addresses of everybody in it. */
        public List<String> members() {
            return team.members().stream().map(EmailAddress::value).toList();
        }

        /** The key, so that the name alone can stand where a team is asked for. */
        @Override
        public String toString() {
            return team.key();
        }
    }
}
