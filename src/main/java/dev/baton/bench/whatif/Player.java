package dev.baton.bench.whatif;

import dev.baton.bench.rehearsal.Asker;
import dev.baton.bench.rehearsal.Press;
import dev.baton.bench.rehearsal.Rehearsal;
import dev.baton.bench.rehearsal.Scene;
import dev.baton.bench.rehearsal.Stumble;
import dev.baton.bench.rehearsal.Turn;
import dev.baton.models.Outcome;
import dev.baton.requests.RequestState;
import dev.baton.shared.EmailAddress;
import dev.baton.tasks.HandOver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plays one past request: each task gets what was decided there in the past, the first visit the first answer. Of tasks that
 * wait at once the one that was answered first is next. Where nobody ever said anything, the usual answer is assumed, and
 * that is noted.
 */
final class Player {

    /** Nobody presses more often; the work goes round in a circle. */
    private static final int MOST = 60;

    private final Rehearsal rehearsal;
    private final PastRequest past;
    private final Map<String, String> usual;
    private final List<PastRequest.Given> left;
    private final Map<String, Turn> met = new LinkedHashMap<>();
    private final List<Turn> decided = new ArrayList<>();
    private final List<Course.Remark> assumed = new ArrayList<>();
    private final Map<String, Integer> guesses = new HashMap<>();

    /** @param usual what people mostly decide, by the task's id */
    Player(Rehearsal rehearsal, PastRequest past, Map<String, String> usual) {
        this.rehearsal = rehearsal;
        this.past = past;
        this.usual = usual;
        this.left = new ArrayList<>(past.given());
    }

    Course play(Asker asker, Map<String, String> brief) {
        Scene scene = rehearsal.begin(asker, brief);
        for (int press = 0; press < MOST; press++) {
            scene.turns().forEach(turn -> met.putIfAbsent(turn.id(), turn));
            Stumble stumble = scene.stumble();
            if (stumble != null) {
                return Course.impossible(Course.Remark.of("stumble", stumble.name(), stumble.words()));
            }
            if (scene.ended()) {
                return course(ending(scene));
            }
            Optional<Turn> answered = answeredNext(scene);
            if (answered.isEmpty() && past.byHand()) {
                return course(Course.BY_HAND);
            }
            Step step = answered.isPresent() ? asInThePast(answered.get()) : somehow(scene);
            if (step.snag() != null) {
                return Course.impossible(step.snag());
            }
            scene = rehearsal.press(scene, step.press());
        }
        return Course.impossible(Course.Remark.of("circle"));
    }

    /** What is pressed next, or why nothing can be. */
    private record Step(Press press, Course.@Nullable Remark snag) {

        static Step of(Press press) {
            return new Step(press, null);
        }
    }

    private static String ending(Scene scene) {
        String reason = scene.closedBecause();
        return scene.state() == RequestState.DELIVERED || reason == null ? Course.DELIVERED : reason;
    }

    private Course course(String ending) {
        Set<String> done = new HashSet<>();
        List<Course.Visit> visits = new ArrayList<>();
        decided.stream().filter(turn -> done.add(turn.id())).forEach(turn -> visits.add(visit(turn, true)));
        met.values().stream().filter(turn -> done.add(turn.id())).forEach(turn -> visits.add(visit(turn, false)));
        return new Course(
                List.copyOf(visits), ending, assumed.stream().distinct().toList(), null);
    }

    private static Course.Visit visit(Turn turn, boolean answered) {
        List<EmailAddress> people =
                turn.holders().stream().map(HandOver::person).distinct().toList();
        return new Course.Visit(turn.task(), turn.name(), answered, people);
    }

    private Optional<Turn> answeredNext(Scene scene) {
        return scene.turns().stream()
                .filter(turn -> place(turn.task()) >= 0)
                .min(Comparator.comparingInt((Turn turn) -> place(turn.task())).thenComparing(Turn::number));
    }

    private int place(String task) {
        for (int place = 0; place < left.size(); place++) {
            if (left.get(place).task().equals(task)) {
                return place;
            }
        }
        return -1;
    }

    private Step asInThePast(Turn turn) {
        PastRequest.Given given = left.remove(place(turn.task()));
        boolean there =
                turn.outcomes().stream().anyMatch(outcome -> outcome.value().equals(given.outcome()));
        Press press = new Press.OnTask(turn.task(), turn.number(), given.outcome(), given.form());
        decided.add(turn);
        return there ? Step.of(press) : new Step(press, Course.Remark.of("outcome", turn.name(), given.label()));
    }

    /** Nobody answered any of the tasks that wait: what happens by itself, or what people mostly say. */
    private Step somehow(Scene scene) {
        Optional<Turn> open = scene.turns().stream()
                .filter(turn -> scene.timer() == null || !past.takenAway().contains(turn.task()))
                .findFirst();
        if (open.isPresent()) {
            return Step.of(guess(open.get()));
        }
        if (scene.timer() != null) {
            return Step.of(new Press.UntilTimer());
        }
        assumed.add(Course.Remark.of("reply"));
        return Step.of(new Press.Reply());
    }

    /** The usual answer at first; whoever comes again hears the others in turn, so that the work gets on. */
    private Press guess(Turn turn) {
        int times = guesses.merge(turn.task(), 1, Integer::sum);
        List<Outcome> outcomes = turn.outcomes();
        Outcome mostly = outcomes.stream()
                .filter(outcome -> outcome.value().equals(usual.get(turn.task())))
                .findFirst()
                .orElse(outcomes.get(0));
        Outcome chosen = times <= 2 ? mostly : outcomes.get((outcomes.indexOf(mostly) + times) % outcomes.size());
        assumed.add(Course.Remark.of("task", turn.name(), chosen.label()));
        decided.add(turn);
        return turn.press(chosen);
    }
}
