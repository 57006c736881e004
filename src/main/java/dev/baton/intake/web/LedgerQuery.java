package dev.baton.intake.web;

import dev.baton.inbox.LedgerFilter;
import dev.baton.inbox.LedgerState;
import dev.baton.shared.RequestRef;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which mails a page of the ledger shows, as its address says.
 *
 * @param from the first day, {@code 2026-03-14}
 * @param until the last day
 * @param after where the page begins, as the page before it said
 */
record LedgerQuery(
        @Nullable String state,
        @Nullable String words,
        @Nullable String request,
        @Nullable String from,
        @Nullable String until,
        @Nullable Long after) {

    /** @throws ResponseStatusException if a part of it is nothing that can be asked for */
    LedgerFilter filter(ZoneId zone, Optional<Set<String>> workflows) {
        return new LedgerFilter(
                chosen(),
                read(request, text -> RequestRef.parse(text.toUpperCase(Locale.ROOT)))
                        .orElse(null),
                words,
                read(from, LedgerQuery::day)
                        .map(day -> day.atStartOfDay(zone).toInstant())
                        .orElse(null),
                read(until, LedgerQuery::day)
                        .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                        .orElse(null),
                workflows.orElse(null));
    }

    @Nullable
    LedgerState chosen() {
        return read(state, LedgerState::parse).orElse(null);
    }

    long start() {
        return after == null ? 0 : after;
    }

    /** Whether it asks for anything but a state. */
    public boolean isNarrow() {
        return Stream.of(words, request, from, until).anyMatch(LedgerQuery::isGiven);
    }

    /** The same for another state; all states where it is null. */
    public String in(@Nullable LedgerState other) {
        return address(other == null ? null : other.word(), null);
    }

    /** Its next page. */
    public String next(String start) {
        return address(state, start);
    }

    private String address(@Nullable String stateWord, @Nullable String start) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/ledger");
        add(address, "state", stateWord);
        add(address, "words", words);
        add(address, "request", request);
        add(address, "from", from);
        add(address, "until", until);
        add(address, "after", start);
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static <T> Optional<T> read(@Nullable String text, Function<String, Optional<T>> as) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                as.apply(text.strip()).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
