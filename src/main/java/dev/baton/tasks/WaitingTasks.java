package dev.baton.tasks;

import dev.baton.people.Moments;
import dev.baton.people.Person;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.FailurePath;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All that waits for somebody, each task with links of its own: due soonest first, without a date last. A task that cannot
 * be shown, because what it says or what it is made from is broken, is left out and told of in the log; each is read
 * behind a savepoint, so that on PostgreSQL a failed statement ends no more than its own part of the transaction.
 */
@Component
class WaitingTasks {

    private static final Logger log = LoggerFactory.getLogger(WaitingTasks.class);
    private static final Comparator<Read> BY_DUE =
            Comparator.comparing(Read::due, Comparator.nullsLast(Comparator.<Instant>naturalOrder()));

    private final HandOvers handOvers;
    private final TaskRows rows;
    private final Requests requests;
    private final TaskSheets sheets;
    private final MailParts parts;
    private final ActionLinks links;
    private final TaskWords words;
    private final Moments moments;
    private final Clock clock;
    private final TransactionTemplate apart;

    WaitingTasks(
            HandOvers handOvers,
            TaskRows rows,
            Requests requests,
            TaskSheets sheets,
            MailParts parts,
            ActionLinks links,
            TaskWords words,
            Moments moments,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.handOvers = handOvers;
        this.rows = rows;
        this.requests = requests;
        this.sheets = sheets;
        this.parts = parts;
        this.links = links;
        this.words = words;
        this.moments = moments;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * What waits for somebody.
     *
     * @param broken what could not be shown
     */
    record Waiting(List<WaitingTask> tasks, List<HandOver> broken) {}

    private record Read(WaitingTask task, @Nullable Instant due) {}

    Waiting of(EmailAddress person) {
        List<Read> read = new ArrayList<>();
        List<HandOver> broken = new ArrayList<>();
        for (HandOver handOver : handOvers.heldBy(person)) {
            try {
                Optional.ofNullable(apart.execute(status -> read(handOver)))
                        .flatMap(each -> each)
                        .ifPresent(read::add);
            } catch (RuntimeException failure) {
                log.warn(
                        "Task {} cannot be shown in a list of what waits: {}",
                        handOver.taskId(),
                        new FailurePath(failure));
                broken.add(handOver);
            }
        }
        return new Waiting(read.stream().sorted(BY_DUE).map(Read::task).toList(), List.copyOf(broken));
    }

    private Optional<Read> read(HandOver handOver) {
        return Optional.of(rows.get(handOver.taskId()))
                .filter(Task::isOpen)
                .map(task -> new Read(waiting(task, handOver), task.dueAt()));
    }

    private WaitingTask waiting(Task task, HandOver handOver) {
        TaskSheet sheet = sheets.of(task, requests.get(task.request()), handOver);
        boolean works = handOver.doesTheWork();
        HandOver.Note note = handOver.note();
        MailModels.ListedTask listed = new MailModels.ListedTask(
                sheet.title(),
                task.request().toString(),
                works ? asked(sheet) : withOthers(sheet),
                sheet.dueBrief(),
                task.late(clock.instant()),
                links.url(handOver),
                works ? parts.buttons(sheet) : List.of(),
                note == null ? null : words.name(note.by()),
                note == null ? null : note.text());
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
