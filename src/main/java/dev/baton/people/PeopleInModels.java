package dev.baton.people;

import dev.baton.engine.spi.ExpressionName;
import dev.baton.engine.spi.ExpressionScope;
import dev.baton.engine.spi.ModelVisible;
import dev.baton.shared.EmailAddress;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code people} in a model's expressions: {@code ${people.lead('design')}}. */
@Component
class PeopleInModels implements ExpressionName {

    private final Questions questions;

    PeopleInModels(People people) {
        this.questions = new Questions(people);
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public Object valueFor(ExpressionScope scope) {
        return questions;
    }

    /** What a model may ask about people; an unknown team is said, for a task of nobody would wait for ever. */
    @ModelVisible
    static final class Questions {

        private final People people;

        Questions(People people) {
            this.people = people;
        }

        /** The address of who answers for the team; of its first member where no lead is named. */
        public String lead(String team) {
            return known(team)
                    .lead()
                    .map(EmailAddress::value)
                    .or(() -> members(team).stream().findFirst())
                    .orElseThrow(() -> new IllegalArgumentException("Nobody is in the team '" + team + "'"));
        }

        /** The addresses of everybody in the team. */
        public List<String> members(String team) {
            return known(team).members().stream().map(EmailAddress::value).toList();
        }

        /** How colleagues write the name of the person with this address. */
        public String name(String address) {
            return people.personOrStranger(EmailAddress.of(address)).name();
        }

        private Team known(String team) {
            return people.team(team).orElseThrow(() -> new IllegalArgumentException("There is no team '" + team + "'"));
        }
    }
}
