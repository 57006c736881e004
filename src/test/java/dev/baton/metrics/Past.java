package dev.baton.metrics;

import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** A history written by hand: requests and tasks with their dates, without a database. */
final class Past {

    /** Days of March 2026, at noon. */
    static Instant march(int day) {
        return Instant.parse("2026-03-01T12:00:00Z").plusSeconds((day - 1) * 86_400L);
    }

    static final RequestFact REQUEST = request(1, march(1), null);

    private final List<RequestFact> requests = new ArrayList<>(List.of(REQUEST));
    private final List<TaskFact> tasks = new ArrayList<>();
    private final Map<RequestRef, Instant> told = new HashMap<>();

    static RequestFact request(int number, Instant openedAt, Instant endedAt, Instant... promises) {
        return new RequestFact(
                new RequestRef("POSTER", number),
                "Poster " + number,
                "poster",
                null,
                null,
                openedAt,
                false,
                endedAt,
                endedAt != null,
                List.of(promises),
                false);
    }

    /** March as it stood at the end of that day's noon. */
    static Question march(int from, int to, int asOf) {
        return new Question(
                Scope.ALL, new Period(march(from), march(to)), march(asOf), ZoneId.of("Europe/Berlin"), true);
    }

    Past and(RequestFact request) {
        requests.add(request);
        return this;
    }

    Past done(int day, Instant... promises) {
        return task(false, false, march(1), march(day), null, promises);
    }

    Past withdrawn(int day, Instant... promises) {
        return task(false, true, march(1), march(day), null, promises);
    }

    Past open(Instant... promises) {
        return task(false, false, march(1), null, null, promises);
    }

    /** A vote on the only request. */
    Past vote(String pass, int asked, int answered, String outcome) {
        return task(
                true,
                false,
                march(asked),
                march(answered),
                new TaskFact.Answer(outcome, pass, march(answered)),
                march(asked + 1));
    }

    Past asked(int day) {
        return task(true, false, march(day), null, null);
    }

    Past answered(String outcome, RequestFact request) {
        tasks.add(new RecordedTask(
                UUID.randomUUID(),
                request,
                "process",
                "check",
                "Check",
                false,
                march(1),
                march(2),
                false,
                List.of(),
                new TaskFact.Answer(outcome, "pass", march(2))));
        return this;
    }

    Past told(RequestFact request, int day) {
        told.put(request.ref(), march(day));
        return this;
    }

    private Past task(
            boolean review,
            boolean withdrawn,
            Instant openedAt,
            Instant endedAt,
            TaskFact.Answer answer,
            Instant... promises) {
        tasks.add(new RecordedTask(
                UUID.randomUUID(),
                REQUEST,
                "process",
                "look",
                "Look",
                review,
                openedAt,
                endedAt,
                withdrawn,
                List.of(promises),
                answer));
        return this;
    }

    Answer answer(Question question) {
        return new Answer(new Written(), question);
    }

    /** What was written, as a source. */
    private final class Written implements FactSource {

        @Override
        public void read(Question question, Consumer<Work> each) {
            requests.forEach(request -> each.accept(new Work(
                    request,
                    tasks.stream()
                            .filter(task -> task.request().equals(request))
                            .toList(),
                    told.get(request.ref()),
                    List.of(),
                    0,
                    0,
                    0)));
        }

        @Override
        public MailLoad mails(Question question) {
            return new MailLoad(0, 0);
        }

        @Override
        public Map<RequestRef, List<OpenRequest.Holdup>> holdups(Question question) {
            return Map.of();
        }
    }
}
