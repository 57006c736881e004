package dev.baton.bench;

import dev.baton.engine.MovePlan;
import dev.baton.engine.Obstacle;
import dev.baton.engine.Place;
import java.util.List;

/**
 * What would become of the running requests of one version if they were to go on in another.
 *
 * @param places where they stand, the place with most first
 */
public record MoveOutlook(MovePlan plan, List<At> places) {

    /**
     * Requests that stand at the same steps.
     *
     * @param obstacles what keeps them there; nothing if they can go on
     */
    public record At(Place place, List<Obstacle> obstacles) {

        /** Whether they can go on in the other version. */
        public boolean goes() {
            return obstacles.isEmpty();
        }

        int size() {
            return place.work().size();
        }
    }

    /** How many requests can go on in the other version. */
    public int going() {
        return places.stream().filter(At::goes).mapToInt(At::size).sum();
    }

    /** How many stay in the one they are in. */
    public int staying() {
        return places.stream().filter(at -> !at.goes()).mapToInt(At::size).sum();
    }
}
