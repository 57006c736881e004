package dev.baton.bench.whatif;

import dev.baton.engine.Hindrance;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of past requests in another version of their workflow, compared with the version that holds now, both
 * played with what people really said and with the people of today.
 *
 * @param at when this was found out
 * @param requests those that were played, newest first; empty if none has ended yet
 * @param from when the oldest of them was asked for; null if there is none
 * @param to the same of the newest
 * @param examples whether these are examples that nobody asked for
 * @param same how many would go the same way
 * @param other those that would go another way
 * @param ways what would be different on their way, what concerns most first; one request may be in several
 * @param loads who would have more or fewer tasks, the greatest difference first
 * @param fields of the brief: which nobody would miss, and which are gone
 * @param unplayed those that cannot be compared, by reason
 * @param assumed what nobody had said and was taken to be as usual
 * @param otherwise those that really went another way than the version that holds now leads them
 * @param running what would become of requests that run; null if that was not asked
 */
public record WhatIf(
        Instant at,
        List<RequestRef> requests,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean examples,
        int same,
        List<RequestRef> other,
        List<Group> ways,
        List<Load> loads,
        List<Field> fields,
        List<Group> unplayed,
        List<Group> assumed,
        List<RequestRef> otherwise,
        @Nullable List<Running> running) {

    /** What can be said where no request has ended yet. */
    static WhatIf nothingYet(Instant at, @Nullable List<Running> running) {
        return new WhatIf(
                at, List.of(), null, null, false, 0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), running);
    }

    /**
     * Requests of which the same can be said.
     *
     * @param kind end of the key of the sentence
     * @param names what the sentence names
     */
    public record Group(String kind, List<String> names, List<RequestRef> requests) {}

    /**
     * How many tasks somebody would have had; one that is offered to a team counts for each of its members.
     *
     * @param now in the version that holds now
     * @param then in the other
     * @param requests those that make the difference
     */
    public record Load(EmailAddress person, String name, int now, int then, List<RequestRef> requests) {

        /** How many more; less than zero for fewer. */
        public int more() {
            return then - now;
        }
    }

    /**
     * A field of the brief that is worth a look.
     *
     * @param kind {@code unread}: nothing reads it and it was mostly left empty; {@code removed}: the other version has it
     *     no more; {@code removed-read}: likewise, and something in the version that holds now reads it
     * @param answered the requests in which it was filled in
     */
    public record Field(String kind, String label, List<RequestRef> answered) {}

    /**
     * Running requests that stand at the same steps.
     *
     * @param version the number of the version they are in
     * @param at the names of those steps
     * @param on where they would go on; empty if they could not
     * @param held why they could not
     */
    public record Running(int version, List<String> at, List<String> on, List<Held> held, List<RequestRef> requests) {}

    /**
     * Why a request could not go on in the other version.
     *
     * @param step the name of the step that keeps it; empty if none in particular does
     */
    public record Held(Hindrance why, String step) {}
}
