package dev.baton.bench.rehearsal;

import dev.baton.engine.FormField;
import dev.baton.models.Diagram;
import dev.baton.requests.Decision;
import dev.baton.requests.RequestState;
import java.time.Duration;
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
    private final long end;
    private final Set<String> remindedOf = new HashSet<>();
    private final Set<String> pressed = new HashSet<>();
    private int tried;
    private boolean complete = true;

    /** @param longest after which it ends, whether everything was tried or not */
    Explorer(Rehearsal rehearsal, Duration longest) {
        this.rehearsal = rehearsal;
        this.end = System.nanoTime() + longest.toNanos();
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
            if (isOver()) {
                break;
            }
            rehearsal.aside(() -> begin(variant));
        }
        Journeys journeys = new Journeys(rehearsal, ways, beginnings);
        return found.preview(brief, journeys.all(), unreached(), tried, complete);
    }

    private boolean begin(Map<String, String> brief) {
        Scene scene = rehearsal.begin(brief);
        if (!rehearsal.isAskedFor()) {
            found.take(scene, new Path(brief, Answers.NONE));
            return false;
        }
        tried++;
        beginnings.put(brief, meet(scene, new Path(brief, Answers.NONE)));
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
        found.take(scene, path);
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
        if (!isOver()) {
            tried++;
            rehearsal.aside(() -> {
                ways.add(state, press, meet(rehearsal.pressInTime(scene, press), path.with(press)));
                return true;
            });
        }
    }

    private boolean isOver() {
        boolean over = tried >= MOST_PRESSES || System.nanoTime() > end;
        complete = complete && !over;
        return over;
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
                        nudge < 5 && now.next() != null && now.next().timer() == null;
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
