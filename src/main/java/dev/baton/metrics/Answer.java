package dev.baton.metrics;

import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The answer to a question: the measures, and the rows that each was counted from. */
public final class Answer {

    private final FactSource source;
    private final Question question;

    Answer(FactSource source, Question question) {
        this.source = source;
        this.question = question;
    }

    /** The measures. */
    public Report report() {
        Tally tally = new Tally(question, source.hours());
        source.read(question, tally::add);
        return tally.report(source.mails(question));
    }

    /** The tasks whose first promise fell due in the period. */
    public RowsBehind<DueTask> dueByFirstPromise() {
        return due(DueTask::byFirstPromise);
    }

    /** The tasks whose promise that holds now fell due in the period. */
    public RowsBehind<DueTask> dueByCurrentPromise() {
        return due(DueTask::byCurrentPromise);
    }

    private RowsBehind<DueTask> due(BiFunction<TaskFact, Period, DueTask> judged) {
        Period passed = question.passed();
        return row -> source.read(question, work -> {
            for (TaskFact task : work.tasks()) {
                DueTask due = judged.apply(task, passed);
                if (due != null) {
                    row.accept(due);
                }
            }
        });
    }

    /** The reviews that began in the period. */
    public RowsBehind<Review> reviews() {
        return one(work -> Review.of(work, question));
    }

    /** The requests opened in the period, and how often each requester was asked for more. */
    public RowsBehind<Intake> intakes() {
        return one(work -> Intake.of(work, question));
    }

    /** The requests that are open, and when each requester last heard of it. */
    public RowsBehind<Told> told() {
        return one(work -> Told.of(work, question));
    }

    private <T> RowsBehind<T> one(Function<Work, Optional<T>> row) {
        return each -> source.read(question, work -> row.apply(work).ifPresent(each));
    }

    /** The requests that are open, with what holds them up and who has them, soonest promise first. */
    public List<OpenRequest> open() {
        Map<RequestRef, List<OpenRequest.Holdup>> holdups = source.holdups(question);
        List<OpenRequest> open = new ArrayList<>();
        source.readOpen(
                question,
                work -> open.add(
                        OpenRequest.of(work, holdups.getOrDefault(work.request().ref(), List.of()), question)));
        return soonest(open);
    }

    /** Each looks up its promise once: there may be very many. */
    private static List<OpenRequest> soonest(List<OpenRequest> open) {
        record Dated(long due, OpenRequest open) {}
        return open.stream()
                .map(each -> new Dated(
                        each.request().promised().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE), each))
                .sorted(Comparator.comparingLong(Dated::due))
                .map(Dated::open)
                .toList();
    }

    /** How each campaign stands that has an open request, or one that ended in the period; by name. */
    public List<CampaignCount> campaigns() {
        Map<String, CampaignCount.Sum> sums = new TreeMap<>();
        open().forEach(one -> campaign(one.request(), sums).ifPresent(sum -> sum.open(one)));
        source.read(question, work -> {
            Instant endedAt = work.request().endedAt();
            if (endedAt != null && question.passed().has(endedAt)) {
                campaign(work.request(), sums).ifPresent(sum -> sum.ended(work.request()));
            }
        });
        return sums.values().stream().map(CampaignCount.Sum::count).toList();
    }

    private static Optional<CampaignCount.Sum> campaign(RequestFact request, Map<String, CampaignCount.Sum> sums) {
        return Optional.ofNullable(request.campaign()).map(name -> sums.computeIfAbsent(name, CampaignCount.Sum::new));
    }

    /** All requests of one campaign. */
    public Campaign campaign(String name) {
        Map<RequestRef, List<OpenRequest.Holdup>> holdups = source.holdups(question);
        List<OpenRequest> open = new ArrayList<>();
        List<RequestFact> ended = new ArrayList<>();
        source.readCampaign(question, name, work -> {
            if (work.request().isOpen()) {
                open.add(
                        OpenRequest.of(work, holdups.getOrDefault(work.request().ref(), List.of()), question));
            } else {
                ended.add(work.request());
            }
        });
        ended.sort(Comparator.comparing((RequestFact request) ->
                        Optional.ofNullable(request.endedAt()).orElse(Instant.MAX))
                .reversed());
        return new Campaign(name, soonest(open), ended);
    }

    /** What open requests wait for. */
    public Blockages blockages() {
        return Blockages.of(open(), source.holdups(question));
    }

    /** The requests that ended in the period. */
    public RowsBehind<RequestFact> ended() {
        Period passed = question.passed();
        return one(work -> Optional.of(work.request())
                .filter(request -> Optional.ofNullable(request.endedAt())
                        .filter(passed::has)
                        .isPresent()));
    }

    /** When they ended, and how long each had been open. */
    public Endings endings() {
        Endings endings = new Endings(question);
        source.read(question, endings::add);
        return endings;
    }

    /** How many requests came, ended and stood in between. */
    public Flow flow() {
        Flow.Counter counter = new Flow.Counter(question);
        source.read(question, counter::add);
        return counter.flow();
    }

    /** How long tasks take at each step, and how long the open ones have waited. */
    public Steps steps() {
        Steps.Counter counter = new Steps.Counter(question);
        source.read(question, counter::add);
        return counter.steps();
    }

    /** The tasks of one step that {@link #steps} counts: those that reached somebody in the period, and the open ones. */
    public RowsBehind<TaskFact> tasksAt(String workflow, String key) {
        Period passed = question.passed();
        return row -> source.read(question, work -> {
            for (TaskFact task : work.tasks()) {
                if (task.key().equals(key)
                        && task.request().workflow().equals(workflow)
                        && (task.isOpen() || passed.has(task.openedMillis()))) {
                    row.accept(task);
                }
            }
        });
    }

    /**
     * One number for each week, and what of it is more than chance.
     *
     * @param changes when the work itself was changed: limits begin anew with the first whole week after each
     */
    public Weeks weeks(Weeks.What what, Collection<Instant> changes) {
        Weeks.Counter counter = new Weeks.Counter(what, question);
        source.read(question, counter::add);
        return counter.weeks(changes);
    }

    /** The same for each of these numbers, all counted while the requests go by once. */
    public Map<Weeks.What, Weeks> weeks(Collection<Weeks.What> whats, Collection<Instant> changes) {
        Map<Weeks.What, Weeks.Counter> counters = new EnumMap<>(Weeks.What.class);
        whats.forEach(what -> counters.put(what, new Weeks.Counter(what, question)));
        source.read(question, work -> counters.values().forEach(counter -> counter.add(work)));
        Map<Weeks.What, Weeks> all = new EnumMap<>(Weeks.What.class);
        counters.forEach((what, counter) -> all.put(what, counter.weeks(changes)));
        return all;
    }
}
