package dev.baton.tasks;

import dev.baton.people.Moments;
import dev.baton.people.Person;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that waits for somebody, each task with links of its own: due soonest first, without a date last. */
@Component
class WaitingTasks {

    private final HandOvers handOvers;
    private final TaskRows rows;
    private final Requests requests;
    private final TaskSheets sheets;
    private final MailParts parts;
    private final ActionLinks links;
    private final TaskWords words;
    private final Moments moments;
    private final Clock clock;

    WaitingTasks(
            HandOvers handOvers,
            TaskRows rows,
            Requests requests,
            TaskSheets sheets,
            MailParts parts,
            ActionLinks links,
            TaskWords words,
            Moments moments,
            Clock clock) {
        this.handOvers = handOvers;
        this.rows = rows;
        this.requests = requests;
        this.sheets = sheets;
        this.parts = parts;
        this.links = links;
        this.words = words;
        this.moments = moments;
        this.clock = clock;
    }

    private record Held(HandOver handOver, Task task) {}

    List<WaitingTask> of(EmailAddress person) {
        return handOvers.heldBy(person).stream()
                .map(handOver -> new Held(handOver, rows.get(handOver.taskId())))
                .filter(held -> held.task().isOpen())
                .sorted(Comparator.comparing(
                        held -> held.task().dueAt(), Comparator.nullsLast(Comparator.<Instant>naturalOrder())))
                .map(held -> waiting(held.task(), held.handOver()))
                .toList();
    }

    private WaitingTask waiting(Task task, HandOver handOver) {
        TaskSheet sheet = sheets.of(task, requests.get(task.request()), handOver);
        boolean works = handOver.doesTheWork();
        MailModels.ListedTask listed = new MailModels.ListedTask(
                sheet.title(),
                task.request().toString(),
                works ? asked(sheet) : withOthers(sheet),
                sheet.dueBrief(),
                links.url(handOver),
                works ? parts.buttons(sheet) : List.of());
        return new WaitingTask(handOver, listed, isToday(task.dueAt(), sheet.reader()));
    }

    private String asked(TaskSheet sheet) {
        return sheet.task().late(clock.instant())
                ? words.due(sheet.task(), sheet.request(), sheet.handOver(), clock.instant())
                : sheet.sentence();
    }

    private String withOthers(TaskSheet sheet) {
        Task task = sheet.task();
        Instant due = task.dueAt();
        ZoneId zone = sheet.reader().zone();
        return words.text(
                due == null ? "tasks.digest.with" : "tasks.digest.with.was-due",
                words.names(handOvers.holders(task.id())),
                due == null ? "" : moments.full(due, zone));
    }

    private boolean isToday(@Nullable Instant due, Person reader) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(reader.zone()).toLocalDate();
        return due != null
                && !due.isBefore(now)
                && due.atZone(reader.zone()).toLocalDate().equals(today);
    }
}
