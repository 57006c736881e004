package dev.baton.bench.web;

import dev.baton.bench.rehearsal.Press;
import dev.baton.bench.rehearsal.Rehearsal;
import dev.baton.bench.rehearsal.Scene;
import dev.baton.bench.rehearsal.Turn;
import dev.baton.models.Diagram;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a walk shows.
 *
 * @param at the moment in the rehearsal, in words
 * @param past what was pressed until here, oldest first
 * @param scene how the request stands
 * @param cards the tasks that wait
 * @param next when something happens by itself; null if never
 * @param timer the name of the timer that goes off next; null if none runs
 * @param places ids of the elements at which the request is
 * @param steps the steps of the workflow, as they are drawn
 */
record WalkView(
        String at,
        List<Past> past,
        Scene scene,
        List<Card> cards,
        @Nullable String next,
        @Nullable String timer,
        @Nullable String timerAt,
        List<String> places,
        List<Diagram.Step> steps) {

    /** Something that was pressed. */
    record Past(String words, String at) {}

    /** A task that waits. */
    record Card(Turn turn, @Nullable String due, boolean asks) {}

    static WalkView of(Rehearsal rehearsal, WalkAddress address) {
        List<Scene> scenes = rehearsal.play(address.brief(), address.answers());
        Scene now = scenes.get(scenes.size() - 1);
        Scene.Moment next = now.next();
        Scene.Moment timer = now.timer();
        return new WalkView(
                rehearsal.moment(now.at()),
                past(rehearsal, scenes, address.answers().presses()),
                now,
                now.turns().stream().map(turn -> card(rehearsal, turn)).toList(),
                next == null ? null : rehearsal.moment(next.at()),
                timer == null || timer.timer() == null ? null : rehearsal.nameOf(timer.timer()),
                timer == null ? null : rehearsal.moment(timer.at()),
                now.ended() ? List.of() : rehearsal.places(),
                rehearsal.steps());
    }

    private static List<Past> past(Rehearsal rehearsal, List<Scene> scenes, List<Press> presses) {
        List<Past> past = new ArrayList<>();
        for (int i = 0; i < presses.size() && i + 1 < scenes.size(); i++) {
            past.add(new Past(
                    rehearsal.words(scenes.get(i), presses.get(i)),
                    rehearsal.moment(scenes.get(i + 1).at())));
        }
        return past;
    }

    private static Card card(Rehearsal rehearsal, Turn turn) {
        return new Card(
                turn,
                turn.dueAt() == null ? null : rehearsal.moment(turn.dueAt()),
                !rehearsal.form(turn).isEmpty());
    }
}
