package dev.baton.bench.rehearsal;

import dev.baton.engine.Step;
import dev.baton.requests.Request;
import dev.baton.shared.RequestRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a rehearsed request stands, looked at without changing it. */
record Looking(Stage stage, RequestRef request) {

    /** @param mails what was sent since the scene before */
    Scene scene(List<SentMail> mails) {
        Request stands = stage.requests().get(request);
        boolean open = stands.isOpen();
        Scene.Moment timer = open ? timer() : null;
        return new Scene(
                stage.clock().instant(),
                stands.state(),
                stands.closedBecause(),
                open ? new Turns(stage).of(request) : List.of(),
                open && stage.processes().awaitsReply(request),
                open ? next(timer) : null,
                timer,
                mails,
                null);
    }

    /** The next timer of the model. */
    Scene.@Nullable Moment timer() {
        return stage.timers().of(request).stream()
                .findFirst()
                .map(timer -> new Scene.Moment(timer.due(), timer.element()))
                .orElse(null);
    }

    /** What happens next by itself. */
    Scene.@Nullable Moment next() {
        return next(timer());
    }

    private Scene.@Nullable Moment next(Scene.@Nullable Moment timer) {
        return stage.nudges()
                .next(request)
                .filter(nudge -> timer == null || nudge.isBefore(timer.at()))
                .map(nudge -> new Scene.Moment(nudge, null))
                .orElse(timer);
    }

    /** The steps at which it is now, those of called workflows among them. */
    List<Step> unfinished() {
        return stage.processes().steps(request).stream()
                .filter(step -> step.endedAt() == null)
                .toList();
    }

    /** The tasks, open and done, of the models at which it is now. */
    Set<String> tasksHere() {
        List<Step> steps = stage.processes().steps(request);
        Set<String> here = steps.stream()
                .filter(step -> step.endedAt() == null)
                .map(Step::definitionId)
                .collect(Collectors.toSet());
        return steps.stream()
                .filter(step -> here.contains(step.definitionId()))
                .flatMap(step -> Stream.ofNullable(step.taskId()))
                .collect(Collectors.toSet());
    }

    /** Every element it has come by, by the version of the model it stands in. */
    Map<String, Set<String>> passed() {
        Map<String, Set<String>> passed = new HashMap<>();
        stage.processes()
                .steps(request)
                .forEach(step -> passed.computeIfAbsent(step.definitionId(), unseen -> new TreeSet<>())
                        .add(step.activity()));
        return passed;
    }

    /** What its processes know, as seen from the tasks that wait; of several alike, from the one that is decided first. */
    Map<String, Object> known(Scene scene) {
        Map<String, Object> known = new HashMap<>(stage.processes().variables(request));
        Set<String> seen = new HashSet<>();
        scene.turns().stream()
                .filter(turn -> seen.add(turn.definition() + " " + turn.task()))
                .forEach(turn -> known.putAll(stage.engineTasks().variables(turn.id())));
        return known;
    }
}
