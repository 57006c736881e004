package dev.baton.examples;

import dev.baton.engine.FormField;
import dev.baton.models.Workflow;
import dev.baton.people.BusinessDuration;
import dev.baton.people.WorkingCalendar;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Request;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.Task;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One story as it is told: opens its request and looks, after everything that happens, for the tasks that came of it. */
class Telling {

    private final Story story;
    private final Storybook book;
    private final Stage stage;
    private final Agenda agenda;
    private final Acting acting;
    private final EmailAddress requester;
    private final WorkingCalendar calendar;

    Telling(Story story, Storybook book, Stage stage, Agenda agenda, Pace pace) {
        this.story = story;
        this.book = book;
        this.stage = stage;
        this.agenda = agenda;
        this.acting = new Acting(story, book, stage, agenda, pace, this::look);
        this.requester = EmailAddress.of(book.requester(story).address());
        this.calendar = stage.calendarOf(requester);
    }

    /** Opens the request, now. */
    RequestRef open(Workflow workflow) {
        Instant now = agenda.now();
        List<FormField> form = stage.forms().brief(workflow.definitionId());
        Map<String, String> given = story.answers(now, calendar);
        List<FormField> missing = form.stream()
                .filter(field -> story.missing().contains(field.id()))
                .toList();
        Map<String, Object> all = stage.forms().check(form, given).values();
        Map<String, Object> known = new HashMap<>(all);
        known.keySet().removeAll(Set.copyOf(story.missing()));
        NewRequest asked = NewRequest.of(
                        workflow,
                        story.title(),
                        requester,
                        book.requester(story).name())
                .with(known, missing)
                .inCampaign(story.campaign())
                .asExample();
        String mail = story.mail();
        Request opened = stage.requests().open(mail == null ? asked : asked.askedIn(message(mail)));
        enterWhatFollows(opened.ref(), all);
        look(opened.ref());
        return opened.ref();
    }

    private void enterWhatFollows(RequestRef ref, Map<String, Object> brief) {
        Integer completed = story.completed();
        if (completed != null) {
            agenda.enter(later(completed), () -> {
                stage.requests().completeBrief(ref, brief, List.of());
                look(ref);
            });
        }
        story.messages()
                .forEach(said -> agenda.enter(later(said.day()), () -> {
                    if (stage.requests().get(ref).isOpen()) {
                        stage.requests().join(ref, message(said.text()), Set.of());
                    }
                }));
        Story.Later end = story.closed();
        if (end != null) {
            agenda.enter(later(end.day()), () -> stage.requests().close(ref, person(end.by()), end.text()));
        }
    }

    private void look(RequestRef ref) {
        for (Task task : stage.tasks().open(ref)) {
            acting.see(task);
        }
    }

    private Instant later(int days) {
        return calendar.minus(calendar.plus(agenda.now(), BusinessDuration.ofDays(days)), BusinessDuration.ofHours(3));
    }

    private EmailAddress person(@Nullable String address) {
        return address == null ? requester : EmailAddress.of(address);
    }

    private IncomingMessage message(String text) {
        return new IncomingMessage(requester, book.requester(story).name(), text.strip(), "", agenda.now(), null, null);
    }
}
