package dev.baton.bench.rehearsal;

import dev.baton.engine.FormField;
import dev.baton.models.Diagram;
import dev.baton.requests.Decision;
import dev.baton.requests.RequestState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tries everything that can be pressed, from each state of the workflow that is told from others once. Two states are the
 * same where the same tasks wait for the same people, as many votes were given, and all variables that any expression reads
 * are equal. Of several tasks that wait at once the one that is due first is decided first.
 */
final class Explorer {

    /** Presses tried at most. */
    static final int MOST_PRESSES = 1_500;

    private static final String STUMBLED = "stumbled";
    private static final String VOTES = "votes";
    private static final int LONGEST_VALUE = 60;

    private final Rehearsal rehearsal;
    private final Discoveries found;
    private final Set<String> deciding;
    private final Ways ways = new Ways();
    private final Map<Map<String, String>, String> beginnings = new LinkedHashMap<>();
    private final Limit limit;
    private final Set<String> remindedOf = new HashSet<>();
    private final Set<String> pressed = new HashSet<>();
    private int tried;

    /** @param limit after which it ends, whether everything was tried or not */
    Explorer(Rehearsal rehearsal, Limit limit) {
        this.rehearsal = rehearsal;
        this.limit = limit;
        this.found = new Discoveries(rehearsal);
        this.deciding = deciding(rehearsal);
    }

    private static Set<String> deciding(Rehearsal rehearsal) {
        Elements elements = rehearsal.piece().elements().get();
        Set<String> fields = rehearsal.brief().stream().map(FormField::id).collect(Collectors.toSet());
        Set<String> words = new HashSet<>(elements.wordsOfDecisions());
        words.removeAll(fields);
        words.addAll(elements.wordsOfExpressions());
        return words;
    }

    Preview preview() {
        List<FormField> brief = rehearsal.brief();
        found.lacking(rehearsal.aside(rehearsal::beginWithout));
        for (Map<String, String> variant : Variants.of(brief)) {
            if (!variant.isEmpty() && isOver()) {
                found.leftOut(rehearsal.say("bench.preview.untried.brief"));
                break;
            }
            rehearsal.aside(() -> begin(variant));
        }
        Journeys journeys = new Journeys(rehearsal, ways, beginnings, limit).go(found.complete());
        return found.preview(brief, journeys, unreached(), tried);
    }

    private boolean begin(Map<String, String> brief) {
        Path path = new Path(brief, Answers.NONE);
        Scene scene = rehearsal.begin(brief);
        found.take(scene, path);
        if (rehearsal.isAskedFor()) {
            tried++;
            beginnings.put(brief, meet(scene.withoutMails(), path));
        }
        return true;
    }

    /**
     * How a scene was come to.
     *
     * @param brief what is said in the brief that is not as in the sample
     */
    record Path(Map<String, String> brief, Answers answers) {

        Path with(Press press) {
            return new Path(brief, answers.with(press));
        }

        /** Whether nobody did anything last. */
        boolean waited() {
            return answers.size() > 0 && answers.presses().get(answers.size() - 1) instanceof Press.UntilTimer;
        }
    }

    /** Looks at a scene, and on from there if nothing like it was met before. */
    private String meet(Scene scene, Path path) {
        String state = state(scene);
        List<Press> presses = ways.isNew(state) ? presses(scene) : List.of();
        if (presses.isEmpty()) {
            found.passed(rehearsal.look().passed());
        } else {
            remind(scene);
            presses.stream()
                    .filter(press -> isWorthTrying(press, presses, path))
                    .forEach(press -> attempt(state, scene, press, path));
        }
        return state;
    }

    /** With the sample brief everything is; with others the usual way, and what was never pressed before. */
    private boolean isWorthTrying(Press press, List<Press> presses, Path path) {
        return pressed.add(press.toString()) || path.brief().isEmpty() || press.equals(presses.get(0));
    }

    private void attempt(String state, Scene scene, Press press, Path path) {
        boolean far = path.answers().size() >= Answers.MOST;
        if (far || isOver()) {
            leaveOut(scene, press, far);
            return;
        }
        tried++;
        rehearsal.aside(() -> {
            Path there = path.with(press);
            Scene next = rehearsal.pressInTime(scene, press);
            found.take(next, there);
            ways.add(state, press, meet(next.withoutMails(), there));
            return true;
        });
    }

    /** What lies behind the press stays unknown. What was come by until here is not, and no end is there to tell of it. */
    private void leaveOut(Scene scene, Press press, boolean far) {
        if (far || found.complete()) {
            found.passed(rehearsal.look().passed());
        }
        found.leftOut(place(scene, press));
    }

    private String place(Scene scene, Press press) {
        if (press instanceof Press.OnTask decision) {
            return scene.turn(decision.task(), decision.number())
                    .map(Turn::name)
                    .orElse(decision.task());
        }
        Scene.Moment timer = scene.timer();
        return press instanceof Press.UntilTimer && timer != null && timer.timer() != null
                ? rehearsal.nameOf(timer.timer())
                : rehearsal.say("bench.preview.untried.reply");
    }

    private boolean isOver() {
        return tried >= MOST_PRESSES || limit.endsTrying();
    }

    /** What people mostly did until now first, else as the buttons stand. */
    private List<Press> presses(Scene scene) {
        List<Press> presses = new ArrayList<>();
        if (scene.ended() || scene.stumble() != null) {
            return presses;
        }
        scene.turns().stream()
                .findFirst()
                .ifPresent(turn -> turn.outcomes().stream()
                        .sorted(Comparator.comparing(outcome -> !outcome.value()
                                .equals(rehearsal.piece().usual().get(turn.task()))))
                        .forEach(outcome -> presses.add(turn.press(outcome))));
        if (scene.awaitsReply()) {
            presses.add(new Press.Reply());
        }
        if (scene.timer() != null) {
            presses.add(new Press.UntilTimer());
        }
        return presses;
    }

    /** What is sent when nobody answers, once for each task. */
    private void remind(Scene scene) {
        Set<String> tasks = scene.turns().stream().map(Turn::task).collect(Collectors.toSet());
        if (remindedOf.addAll(tasks)) {
            rehearsal.aside(() -> {
                Scene now = scene;
                for (int nudge = 0;
                        nudge < 5 && now.next() != null && now.next().timer() == null && !isOver();
                        nudge++) {
                    now = rehearsal.press(now, new Press.Wait());
                    found.late(now);
                }
                return true;
            });
        }
    }

    private String state(Scene scene) {
        if (scene.stumble() != null) {
            return STUMBLED;
        }
        if (scene.ended()) {
            return scene.state() == RequestState.DELIVERED ? Ways.DELIVERED : Ways.CLOSED;
        }
        Map<String, Object> known = rehearsal.look().known(scene);
        String variables = deciding.stream()
                .filter(known::containsKey)
                .sorted()
                .map(name -> name + "=" + shortened(String.valueOf(known.get(name))))
                .collect(Collectors.joining(" "));
        String turns = scene.turns().stream()
                .map(turn -> turn.task() + turn.people())
                .sorted()
                .collect(Collectors.joining(" "));
        return turns + " " + votes(scene) + (scene.awaitsReply() ? " reply " : " ")
                + (scene.timer() == null ? "" : scene.timer().timer()) + " " + variables;
    }

    /**
     * How often each outcome was chosen in the rounds that are on; where expressions count votes, also in the latest round
     * of each process that goes on, since that is what they count.
     */
    private Map<String, Long> votes(Scene scene) {
        Set<String> rounds = scene.turns().stream()
                .flatMap(turn -> Stream.ofNullable(turn.round()))
                .collect(Collectors.toCollection(HashSet::new));
        boolean counted = deciding.contains(VOTES);
        if (rounds.isEmpty() && !counted) {
            return Map.of();
        }
        List<Decision> decisions = rehearsal.stage().decisions().of(rehearsal.asked());
        if (counted) {
            rounds.addAll(latestRounds(decisions, rehearsal.look().tasksHere()));
        }
        return decisions.stream()
                .filter(decision -> decision.round() != null && rounds.contains(decision.round()))
                .collect(Collectors.groupingBy(Decision::outcome, TreeMap::new, Collectors.counting()));
    }

    private static Collection<String> latestRounds(List<Decision> decisions, Set<String> tasks) {
        Map<String, String> latest = new HashMap<>();
        for (Decision decision : decisions) {
            String round = decision.round();
            if (round != null && tasks.contains(decision.taskId())) {
                latest.put(decision.processId(), round);
            }
        }
        return latest.values();
    }

    private static String shortened(String value) {
        return value.substring(0, Math.min(LONGEST_VALUE, value.length()));
    }

    private List<String> unreached() {
        Map<String, Set<String>> passed = found.passed();
        List<String> names = new ArrayList<>();
        passed.forEach((definition, steps) -> {
            for (Diagram.Step step : rehearsal.stage().diagram().steps(definition)) {
                if (!steps.contains(step.id())) {
                    names.add(step.name());
                }
            }
        });
        return List.copyOf(names);
    }
}
