package dev.baton.tasks.web;

import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.requests.Blocker;
import dev.baton.requests.Decision;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFilter;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.RequestPictures;
import dev.baton.requests.RequestReaders;
import dev.baton.requests.RequestState;
import dev.baton.requests.Requests;
import dev.baton.requests.StoredFile;
import dev.baton.tasks.ActionLinks;
import dev.baton.tasks.Blocking;
import dev.baton.tasks.FormView;
import dev.baton.tasks.FormViews;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Standing;
import dev.baton.tasks.TaskReply;
import dev.baton.tasks.TaskSheet;
import dev.baton.tasks.TaskWords;
import dev.baton.tasks.Tasks;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the pages of a task show. */
@Component
public class TaskPageModels {

    /** A file with where it can be fetched. */
    record FileLine(String name, String url, boolean picture) {}

    private static final int MOST_SUGGESTED = 100;

    /** What holds the task up. */
    record BlockerLine(long id, String waitsOn, String since, String what) {}

    private final Tasks tasks;
    private final Blocking blocking;
    private final ActionLinks links;
    private final Requests requests;
    private final RequestReaders readers;
    private final RequestLinks requestLinks;
    private final RequestPictures pictures;
    private final FormViews forms;
    private final People people;
    private final Moments moments;
    private final TaskWords words;

    TaskPageModels(
            Tasks tasks,
            Blocking blocking,
            ActionLinks links,
            Requests requests,
            RequestReaders readers,
            RequestLinks requestLinks,
            RequestPictures pictures,
            FormViews forms,
            People people,
            Moments moments,
            TaskWords words) {
        this.tasks = tasks;
        this.blocking = blocking;
        this.links = links;
        this.requests = requests;
        this.readers = readers;
        this.requestLinks = requestLinks;
        this.pictures = pictures;
        this.forms = forms;
        this.people = people;
        this.moments = moments;
        this.words = words;
    }

    /** All that {@code tasks/task} shows of a task to its holder, but the form. */
    public void task(HandOver handOver, Model model) {
        TaskSheet sheet = tasks.sheet(handOver);
        ZoneId zone = sheet.reader().zone();
        model.addAttribute("sheet", sheet);
        model.addAttribute("here", links.path(handOver));
        model.addAttribute(
                "statusUrl", requestLinks.status(sheet.request(), sheet.reader().address()));
        diagram(sheet, model);
        model.addAttribute("note", handOver.note());
        model.addAttribute("noteFrom", from(handOver));
        model.addAttribute("files", sheet.files().stream().map(this::line).toList());
        model.addAttribute(
                "blockers",
                blocking.of(sheet.task()).stream()
                        .map(blocker -> line(blocker, zone))
                        .toList());
        model.addAttribute("others", others(sheet.reader()));
        model.addAttribute("requests", requests(sheet));
        model.addAttribute("comment", "");
        model.addAttribute("refused", Map.of());
        model.addAttribute("problems", false);
        model.addAttribute("outcomeMissing", false);
        model.addAttribute("commentMissing", false);
    }

    /** The diagram of the whole request, which the status page shows too. */
    private void diagram(TaskSheet sheet, Model model) {
        String status = requestLinks.status(sheet.request(), sheet.reader().address());
        model.addAttribute("diagram", pictures.shown(sheet.request(), status).orElse(null));
    }

    Optional<FormView> form(HandOver handOver) {
        return tasks.form(handOver).map(forms::of);
    }

    /** The same page with what was entered and what is still missing. */
    void lacking(HandOver handOver, Map<String, String> entered, TaskReply.Incomplete lacking, Model model) {
        model.addAttribute("form", forms.of(tasks.form(handOver).orElse(List.of()), entered, lacking.form()));
        model.addAttribute("outcomeMissing", lacking.outcomeMissing());
        model.addAttribute("commentMissing", lacking.commentMissing());
        model.addAttribute("problems", true);
    }

    /** The page of a task on which this person can no longer decide. */
    String standing(HandOver handOver, Standing standing, @Nullable String done, Model model) {
        TaskSheet sheet = tasks.sheet(handOver);
        ZoneId zone = sheet.reader().zone();
        model.addAttribute("sheet", sheet);
        model.addAttribute(
                "statusUrl", requestLinks.status(sheet.request(), sheet.reader().address()));
        model.addAttribute("done", done);
        model.addAttribute("next", tasks.next(handOver.request()));
        if (standing instanceof Standing.Decided decided) {
            return decided(decided.made(), zone, model);
        }
        if (standing instanceof Standing.HandedOn handedOn) {
            String names = words.names(handedOn.holders());
            model.addAttribute("holders", names.isEmpty() ? words.text("tasks.standing.nobody") : names);
            return "tasks/handed-on";
        }
        if (standing instanceof Standing.RequestEnded ended) {
            model.addAttribute("ended", ended(ended.request(), zone));
            return "tasks/ended";
        }
        return "tasks/withdrawn";
    }

    private String decided(Decision decision, ZoneId zone, Model model) {
        model.addAttribute("decision", decision);
        model.addAttribute("decided", words.decided(decision, zone));
        return "tasks/decided";
    }

    private String ended(Request request, ZoneId zone) {
        String when = request.endedAt() == null ? "" : moments.full(request.endedAt(), zone);
        String reason = request.closedBecause();
        return reason == null
                ? words.text("tasks.standing.ended.delivered", request.title(), when)
                : words.text("tasks.standing.ended.closed", request.title(), when, reason);
    }

    /** Who gave the task to its reader, with words of their own; empty if nobody wrote any. */
    private String from(HandOver handOver) {
        HandOver.Note note = handOver.note();
        return note == null ? "" : people.personOrStranger(note.by()).name();
    }

    private FileLine line(StoredFile file) {
        return new FileLine(file.name(), requestLinks.file(file), file.isPicture());
    }

    private BlockerLine line(Blocker blocker, ZoneId zone) {
        return new BlockerLine(blocker.id(), blocker.waitsOn(), moments.full(blocker.raisedAt(), zone), blocker.what());
    }

    /** What else is open and this reader may read: it may be what the task waits for. */
    private List<Request> requests(TaskSheet sheet) {
        RequestFilter open = new RequestFilter(RequestState.OPEN, null, null, readers.of(sheet.reader()), null);
        return requests.list(open, null, MOST_SUGGESTED).items().stream()
                .filter(other -> !other.ref().equals(sheet.request().ref()))
                .toList();
    }

    /** Colleagues, for a colleague; somebody from outside is not told who works here. */
    private List<Person> others(Person reader) {
        return reader.isStranger()
                ? List.of()
                : people.all().stream()
                        .filter(person -> !person.address().equals(reader.address()))
                        .toList();
    }
}
