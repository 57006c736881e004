package dev.baton.bench.rehearsal;

import dev.baton.outbox.QueuedMail;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Page;
import dev.baton.tasks.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The mails of a rehearsal; the house has no others. */
final class Post {

    private static final int PAGE = 5;

    private final Stage stage;
    private final EmailAddress requester;
    private long seen;

    Post(Stage stage, EmailAddress requester) {
        this.stage = stage;
        this.requester = requester;
    }

    /** Whoever asks for the work in all rehearsals. */
    EmailAddress requester() {
        return requester;
    }

    long mark() {
        return seen;
    }

    void backTo(long mark) {
        seen = mark;
    }

    /** What was queued since this was asked before, in order. */
    List<SentMail> sinceLastTime() {
        List<QueuedMail> fresh = new ArrayList<>();
        String next = null;
        boolean more = true;
        while (more) {
            Page<QueuedMail> page = stage.outbox().list(null, next, PAGE);
            page.items().stream().filter(mail -> mail.id() > seen).forEach(fresh::add);
            next = page.next();
            more = next != null && page.items().stream().allMatch(mail -> mail.id() > seen);
        }
        Collections.reverse(fresh);
        seen = fresh.isEmpty() ? seen : fresh.get(fresh.size() - 1).id();
        return fresh.stream().map(this::sent).toList();
    }

    private SentMail sent(QueuedMail mail) {
        String name = mail.to().equals(requester)
                ? stage.messages().getMessage("bench.sample.requester", null, Locale.ENGLISH)
                : stage.people().personOrStranger(mail.to()).name();
        return new SentMail(
                mail.template(),
                mail.replyTo()
                        .tag()
                        .flatMap(stage.tasks()::byReplyTag)
                        .flatMap(handOver -> stage.tasks().find(handOver.taskId()))
                        .map(Task::key)
                        .orElse(null),
                mail.to(),
                name,
                mail.subject(),
                mail.html(),
                mail.text(),
                mail.queuedAt(),
                mail.problem());
    }
}
