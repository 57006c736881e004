package dev.baton.outbox.web;

import dev.baton.outbox.MailKind;
import dev.baton.outbox.MailNumbers;
import dev.baton.outbox.MailWeek;
import dev.baton.outbox.PersonWeek;
import dev.baton.people.People;
import dev.baton.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** How much mail people get, for other programs. */
@RestController
@Tag(name = "Outbox", description = "How much mail people get")
class NumbersApi {

    private static final int USUAL = 12;
    private static final int MOST = 53;

    private final MailNumbers numbers;
    private final People people;

    NumbersApi(MailNumbers numbers, People people) {
        this.numbers = numbers;
        this.people = people;
    }

    /** One week; numbers are mails. */
    record WeekJson(
            @Schema(description = "The day the week begins with")
            LocalDate monday,

            Instant from,
            @Schema(description = "Not included") Instant to,
            @Schema(description = "Who got any mail") int people,

            @Schema(description = "What came into their mailboxes, digests included")
            int mails,

            @Schema(description = "Daily mails") int digests,

            @Schema(description = "Mails that were told in a daily mail instead of being sent")
            int spared,

            @Schema(description = "Without the daily mails: now, task, reminder, news")
            Map<String, Integer> byKind,

            @Schema(description = "Mails of one person, by nearest rank; null where there were fewer than five people")
            MailWeek.@Nullable Spread perPerson) {

        static WeekJson of(MailWeek week, ZoneId zone) {
            PersonWeek all = week.all();
            Map<String, Integer> byKind = new TreeMap<>();
            for (MailKind kind : MailKind.values()) {
                byKind.put(kind.word(), all.sent().getOrDefault(kind, 0));
            }
            return new WeekJson(
                    week.monday(),
                    week.monday().atStartOfDay(zone).toInstant(),
                    week.monday().plusWeeks(1).atStartOfDay(zone).toInstant(),
                    week.people(),
                    all.received(),
                    all.digests(),
                    all.spared(),
                    byKind,
                    week.perPerson());
        }
    }

    /** Weeks, oldest first. */
    @GetMapping("/api/outbox/weeks")
    @Operation(
            summary = "How much mail people got, week by week, oldest first",
            description = "Spread over all people who got any; never by person.")
    @ApiResponse(responseCode = "200", description = "The weeks that were asked for")
    @ApiResponse(responseCode = "400", description = "Which parameter cannot be read")
    Page<WeekJson> weeks(
            @Parameter(description = "A day of the first week; eleven weeks before the last if not said")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "A day of the last week; today if not said")
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @Parameter(description = "IANA zone in which weeks begin; the organisation's if not said")
                    @RequestParam(required = false)
                    @Nullable
                    String zone,
            @Parameter(description = "The 'next' of the page before") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(description = "Weeks of a page, 1 to 53") @RequestParam(defaultValue = "53") int size) {
        ZoneId where = zone == null ? people.defaultCalendar().zone() : read("zone", zone, ZoneId::of);
        LocalDate last = to == null ? numbers.thisWeek(where) : monday("to", to);
        LocalDate first = from == null ? last.minusWeeks(USUAL - 1) : monday("from", from);
        LocalDate begin = after == null ? first : monday("after", after).plusWeeks(1);
        if (first.isAfter(last)) {
            throw bad("from", first + " is after " + last, null);
        }
        List<LocalDate> mondays = Stream.iterate(begin, week -> !week.isAfter(last), week -> week.plusWeeks(1))
                .limit(Math.min(MOST, Math.max(1, size)))
                .toList();
        boolean more = !mondays.isEmpty() && mondays.get(mondays.size() - 1).isBefore(last);
        return new Page<>(
                mondays.stream()
                        .map(monday -> WeekJson.of(numbers.ofAll(monday, where), where))
                        .toList(),
                more ? mondays.get(mondays.size() - 1).toString() : null);
    }

    private static LocalDate monday(String name, String given) {
        LocalDate day = read(name, given, LocalDate::parse);
        if (day.getYear() < 1970 || day.getYear() > 9999) {
            throw bad(name, given, null);
        }
        return MailNumbers.monday(day);
    }

    private static <T> T read(String name, String given, Function<String, T> reader) {
        try {
            return reader.apply(given.strip());
        } catch (DateTimeException unreadable) {
            throw bad(name, given, unreadable);
        }
    }

    private static ResponseStatusException bad(String name, String given, @Nullable Exception cause) {
        return new ResponseStatusException(
                HttpStatus.BAD_REQUEST, "'" + given + "' is no value of the parameter '" + name + "'", cause);
    }
}
