package dev.baton.tasks;

import dev.baton.requests.RequestLinks;
import dev.baton.requests.StoredFile;
import dev.baton.tasks.MailModels.AttachedFile;
import dev.baton.tasks.MailModels.OutcomeButton;
import dev.baton.tasks.MailModels.TaskMail;
import java.util.List;
import org.springframework.stereotype.Component;

/** Turns what a person needs for a task into the parts of a mail: everything with its link. */
@Component
class MailParts {

    private static final long KILOBYTE = 1_000;

    private final ActionLinks links;
    private final RequestLinks requestLinks;
    private final TaskWords words;

    MailParts(ActionLinks links, RequestLinks requestLinks, TaskWords words) {
        this.links = links;
        this.requestLinks = requestLinks;
        this.words = words;
    }

    TaskMail mail(TaskSheet sheet) {
        return new TaskMail(
                sheet.reader().firstName(),
                sheet.sentence(),
                sheet.title(),
                links.url(sheet.handOver()),
                buttons(sheet),
                sheet.brief(),
                sheet.files().stream()
                        .filter(file -> !file.inText())
                        .map(this::file)
                        .toList(),
                sheet.lastSaid(),
                sheet.dueBrief(),
                sheet.details().help(),
                requestLinks.status(sheet.request(), sheet.reader().address()),
                sheet.why(),
                false,
                null,
                null,
                null,
                null);
    }

    List<OutcomeButton> buttons(TaskSheet sheet) {
        return sheet.outcomes().stream()
                .map(outcome -> new OutcomeButton(
                        outcome.value(),
                        outcome.label(),
                        outcome.asksComment(),
                        links.url(sheet.handOver(), outcome.value())))
                .toList();
    }

    private AttachedFile file(StoredFile file) {
        return new AttachedFile(file.name(), size(file.size()), requestLinks.fileInFull(file));
    }

    /** "1.2 MB": for people, in powers of ten. */
    private String size(long bytes) {
        return bytes < KILOBYTE * KILOBYTE
                ? words.text("tasks.size.kb", Math.max(1, bytes / KILOBYTE))
                : words.text("tasks.size.mb", bytes / (double) (KILOBYTE * KILOBYTE));
    }
}
