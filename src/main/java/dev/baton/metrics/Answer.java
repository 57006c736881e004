package dev.baton.metrics;

import dev.baton.metrics.KaplanMeier.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The answer to a question: the measures, and the rows that each was counted from. */
public final class Answer {

    private final Facts facts;
    private final Question question;
    private final Punctuality punctuality;
    private final List<Review> reviews;
    private final List<Intake> intakes;
    private final List<Told> told;

    Answer(Facts facts, Question question) {
        this.facts = facts;
        this.question = question;
        this.punctuality = new Punctuality(facts, question);
        this.reviews = Review.of(facts, question);
        this.intakes = Intake.of(facts, question);
        this.told = Told.of(facts, question);
    }

    /** The measures. */
    public Report report() {
        List<Review> answered =
                reviews.stream().filter(review -> review.rounds() > 0).toList();
        return new Report(
                facts.madeUpIn(question.passed()),
                punctuality.reliability(),
                punctuality.coverage(),
                punctuality.withdrawn(),
                punctuality.lateRate(),
                punctuality.slipRate(),
                Lasting.of(reviews.stream().map(Review::length).toList()),
                Lasting.of(reviews.stream().map(Review::firstResponse).toList()),
                Measure.perUnit(1, answered.stream().mapToLong(Review::rounds).sum(), answered.size()),
                Lasting.of(opened().stream().map(this::cycle).toList()),
                Intake.clarity(intakes),
                Intake.mails(intakes),
                Told.share(told),
                Told.statusQuestions(facts, question),
                Load.mailsPerPersonAndWeek(facts, question),
                Load.touchesPerRequest(facts, question));
    }

    /** The tasks whose first promise fell due in the period. */
    public List<DueTask> dueByFirstPromise() {
        return punctuality.byFirstPromise();
    }

    /** The tasks whose promise that holds now fell due in the period. */
    public List<DueTask> dueByCurrentPromise() {
        return punctuality.byCurrentPromise();
    }

    /** The reviews that began in the period. */
    public List<Review> reviews() {
        return reviews;
    }

    /** The requests opened in the period, and how often each requester was asked for more. */
    public List<Intake> intakes() {
        return intakes;
    }

    /** The requests that are open, and when each requester last heard of it. */
    public List<Told> told() {
        return told;
    }

    /** The requests opened in the period. */
    public List<RequestFact> opened() {
        return intakes.stream().map(Intake::request).toList();
    }

    /** The requests that are open, with what holds them up and who has them. */
    public List<OpenRequest> open() {
        return OpenRequest.of(facts, question);
    }

    private Observation cycle(RequestFact request) {
        Instant end = request.endedAt();
        Duration length = Duration.between(request.openedAt(), end == null ? question.asOf() : end);
        return Observation.fromStart(Lasting.seconds(length), end != null);
    }
}
