package dev.baton.metrics.web;

import dev.baton.metrics.OpenRequest.Holdup;
import dev.baton.metrics.RequestFact;
import dev.baton.metrics.TaskFact;
import dev.baton.people.Moments;
import dev.baton.requests.RequestLinks;
import dev.baton.shared.BatonProperties;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.TaskWords;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes dates as iCalendar (RFC 5545): an event for each promise that holds (docs/decisions/0096). */
@Component
class CalendarWriter {

    /** Dates that passed longer ago are left out. */
    static final int WEEKS_BACK = 8;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private final TimeZoneRegistry zones = TimeZoneRegistryFactory.getInstance().createRegistry();
    private final Dashboard dashboard;
    private final TaskWords words;
    private final Moments moments;
    private final RequestLinks links;
    private final BatonProperties baton;
    private final MessageSource messages;

    CalendarWriter(
            Dashboard dashboard,
            TaskWords words,
            Moments moments,
            RequestLinks links,
            BatonProperties baton,
            MessageSource messages) {
        this.dashboard = dashboard;
        this.words = words;
        this.moments = moments;
        this.links = links;
        this.baton = baton;
        this.messages = messages;
    }

    /**
     * The calendar with this name.
     *
     * @param zone in which its dates stand
     */
    Calendar write(String name, CalendarContents.Contents contents, ZoneId zone) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Baton//Deadlines//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", line(name)));
        calendar.add(new XProperty("X-WR-CALDESC", text("about", WEEKS_BACK, contents.older())));
        calendar.add(new XProperty("X-PUBLISHED-TTL", "PT1H"));
        TimeZone known = zones.getTimeZone(zone.getId());
        if (known != null) {
            calendar.add(known.getVTimeZone());
        }
        ZoneId written = known == null ? ZoneOffset.UTC : zone;
        contents.deadlines().forEach(each -> calendar.add(event(each, contents, zone, written)));
        return calendar;
    }

    private VEvent event(Deadline deadline, CalendarContents.Contents contents, ZoneId zone, ZoneId written) {
        TaskFact task = deadline.task();
        RequestFact request = deadline.open().request();
        List<Instant> promises = task == null ? request.promises() : task.promises();
        VEvent event = new VEvent(false);
        event.add(new Uid((task == null ? "request-" + request.ref() : "task-" + task.id()) + "@" + host()));
        event.add(new DtStamp(contents.now().truncatedTo(ChronoUnit.SECONDS)));
        event.add(begin(deadline.due(), zone, written));
        event.add(new Sequence(promises.size() - 1));
        event.add(new Summary(line(summary(deadline, contents.now()))));
        event.add(new Description(description(deadline, promises, contents, zone)));
        event.add(new Url(URI.create(links.page(request.ref()))));
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }

    /** A date that is the end of a day is that whole day; any other stands at its time. */
    private static DtStart<?> begin(Instant due, ZoneId zone, ZoneId written) {
        ZonedDateTime at = due.atZone(zone).truncatedTo(ChronoUnit.SECONDS);
        LocalTime time = at.toLocalTime();
        if (time.equals(LocalTime.MIDNIGHT)) {
            return new DtStart<LocalDate>(at.toLocalDate().minusDays(1));
        }
        return time.isBefore(LAST_MINUTE)
                ? new DtStart<ZonedDateTime>(at.withZoneSameInstant(written))
                : new DtStart<LocalDate>(at.toLocalDate());
    }

    private String summary(Deadline deadline, Instant now) {
        TaskFact task = deadline.task();
        RequestFact request = deadline.open().request();
        String what = task == null
                ? text("delivery", request.ref(), request.title())
                : text("task", request.ref(), request.title(), task.name());
        return deadline.due().isBefore(now) ? text("late", what) : what;
    }

    private String description(
            Deadline deadline, List<Instant> promises, CalendarContents.Contents contents, ZoneId zone) {
        List<HandOver> with = deadline.waiting().stream()
                .flatMap(task -> contents.holders().getOrDefault(task.id().toString(), List.of()).stream())
                .toList();
        return Stream.of(
                        Stream.of(text(
                                deadline.due().isBefore(contents.now()) ? "was-promised" : "promised",
                                moments.full(deadline.due(), zone))),
                        said(promises.size() < 2 ? null : text("first", moments.full(promises.get(0), zone))),
                        said(with.isEmpty() ? null : text("with", words.names(with))),
                        deadline.open().holdups().stream().map(this::waits),
                        said(deadline.open().request().madeUp() ? text("example") : null),
                        Stream.of(text("decides-nothing")))
                .flatMap(sentences -> sentences)
                .map(CalendarWriter::line)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> said(@Nullable String sentence) {
        return Stream.ofNullable(sentence);
    }

    private String waits(Holdup holdup) {
        return text("waits", dashboard.name(holdup.on()), holdup.what());
    }

    /** What people wrote may have line breaks and worse. */
    private static String line(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }

    private String host() {
        return Optional.ofNullable(baton.publicUrl().getHost()).orElse("baton");
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage("metrics.calendar." + key, arguments, Locale.ENGLISH);
    }
}
