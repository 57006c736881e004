package dev.baton.metrics.web;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a calendar tells of.
 *
 * @param name key of the team, or name of the campaign; empty for one's own work
 */
record CalendarOf(Kind kind, String name) {

    static final CalendarOf OWN = new CalendarOf(Kind.OWN, "");

    enum Kind {
        /** Tasks that one has, and requests that one asked for or owns. */
        OWN,
        /** Tasks of those whose first team it is. */
        TEAM,
        /** Requests of a campaign, and their tasks. */
        CAMPAIGN
    }

    static CalendarOf team(String key) {
        return new CalendarOf(Kind.TEAM, key);
    }

    static CalendarOf campaign(String name) {
        return new CalendarOf(Kind.CAMPAIGN, name);
    }

    /** As it stands in an address. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + "~" + name;
    }

    static Optional<CalendarOf> parse(String text) {
        String[] parts = text.split("~", 2);
        return Stream.of(Kind.values())
                .filter(kind -> parts.length == 2
                        && kind.name().toLowerCase(Locale.ROOT).equals(parts[0]))
                .findFirst()
                .map(kind -> new CalendarOf(kind, parts[1]));
    }
}
