package dev.baton.tasks;

import dev.baton.outbox.Digest;
import dev.baton.outbox.DigestWriter;
import dev.baton.outbox.MailKind;
import dev.baton.outbox.QueuedMail;
import dev.baton.people.Person;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.MailModels.DigestMail;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A person's day in one mail: what waits for them, as it stands now and not as it stood when a mail about it was held;
 * what the held mails had to say beyond that; what is due today. It goes if a held mail is still worth telling or
 * something is due today. A task that cannot be shown keeps the rest from nobody: a held mail of it says what it is, else
 * it is counted.
 */
@Component
class TaskDigest implements DigestWriter {

    /** More is no list to decide from; the page has all. */
    static final int MOST_TASKS = 30;

    private final WaitingTasks waiting;
    private final ActionLinks links;
    private final HeldNews news;
    private final DigestWords words;

    TaskDigest(WaitingTasks waiting, ActionLinks links, HeldNews news, DigestWords words) {
        this.waiting = waiting;
        this.links = links;
        this.news = news;
        this.words = words;
    }

    @Override
    public Digest write(Person reader, List<QueuedMail> held) {
        WaitingTasks.Waiting all = waiting.of(reader.address());
        Set<EmailAddress> listed =
                answers(all.tasks().stream().map(WaitingTask::handOver).toList());
        Set<EmailAddress> broken = answers(all.broken());
        Set<Long> notNeeded = held.stream()
                .filter(mail -> links.isAnswerToATask(mail.replyTo()))
                .filter(mail -> !listed.contains(mail.replyTo()) && !broken.contains(mail.replyTo()))
                .map(QueuedMail::id)
                .collect(Collectors.toSet());
        List<QueuedMail> told =
                held.stream().filter(mail -> !notNeeded.contains(mail.id())).toList();
        List<QueuedMail> beside = told.stream()
                .filter(mail -> !listed.contains(mail.replyTo()) || isNewsOfATask(mail))
                .toList();
        beside.forEach(mail -> broken.remove(mail.replyTo()));
        boolean worthIt = !told.isEmpty() || all.tasks().stream().anyMatch(WaitingTask::dueToday);
        return new Digest(
                worthIt ? mail(reader, all.tasks(), beside, broken.size()) : null,
                notNeeded,
                about(all.tasks(), told),
                all.broken().size());
    }

    /** What the line of the task does not say: that it waits no longer, or in vain. */
    private static boolean isNewsOfATask(QueuedMail mail) {
        return mail.template().equals(WaitsOver.CAN_GO_ON) || mail.template().equals(WaitsOver.VAIN);
    }

    private Set<EmailAddress> answers(List<HandOver> handOvers) {
        return handOvers.stream().map(links::answerTo).collect(Collectors.toCollection(HashSet::new));
    }

    /** @param unshown how many tasks are broken, and no mail of them was held that could say what they are */
    private DigestMail mail(Person reader, List<WaitingTask> all, List<QueuedMail> beside, int unshown) {
        List<WaitingTask> tasks = all.subList(0, Math.min(MOST_TASKS, all.size()));
        List<MailModels.ListedNews> asked = news.of(beside, MailKind.TASK);
        List<WaitingTask> today = all.stream().filter(WaitingTask::dueToday).toList();
        int late = (int) all.stream().filter(task -> task.listed().late()).count();
        int wanted = all.size() + asked.size() + unshown;
        return new DigestMail(
                words.title(wanted, beside.size() - asked.size()),
                words.sentence(wanted, late, today.size(), beside.size() - asked.size()),
                listed(tasks.stream().filter(WaitingTask::isDecision)),
                listed(tasks.stream().filter(WaitingTask::isWork)),
                listed(tasks.stream().filter(WaitingTask::isWithOthers)),
                asked,
                news.beside(beside, MailKind.TASK),
                listed(today.stream()),
                all.size() - tasks.size(),
                unshown,
                words.workUrl(),
                words.why(reader));
    }

    private static List<MailModels.ListedTask> listed(Stream<WaitingTask> tasks) {
        return tasks.map(WaitingTask::listed).toList();
    }

    private static Set<RequestRef> about(List<WaitingTask> tasks, List<QueuedMail> told) {
        return Stream.concat(
                        tasks.stream().map(task -> task.handOver().request()),
                        told.stream().flatMap(mail -> Stream.ofNullable(mail.request())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
