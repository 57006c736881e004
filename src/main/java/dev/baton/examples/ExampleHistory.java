package dev.baton.examples;

import dev.baton.models.Workflow;
import dev.baton.people.WorkingCalendar;
import dev.baton.requests.RequestFilter;
import dev.baton.shared.MovableClock;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.DueNudges;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Six weeks that never were, told by the real parts while the clock stands where the story does. */
@Component
@Profile("embedded")
class ExampleHistory {

    private static final int WEEKS = 6;
    private static final Duration BETWEEN_REMINDERS = Duration.ofHours(1);

    private final Stage stage;
    private final DueNudges nudges;
    private final ExampleMails mails;
    private final MovableClock clock;
    private final JsonMapper json;

    ExampleHistory(Stage stage, DueNudges nudges, ExampleMails mails, MovableClock clock, JsonMapper json) {
        this.stage = stage;
        this.nudges = nudges;
        this.mails = mails;
        this.clock = clock;
        this.json = json;
    }

    /** Whether nobody has ever asked for anything. */
    boolean isFree() {
        return stage.requests().list(RequestFilter.ALL, null, 1).items().isEmpty();
    }

    /**
     * Makes all of it in one transaction, so that it is there as a whole or not at all.
     *
     * @param before how many times six weeks of much the same are told before these; reminders are told of the last weeks only
     * @return how many requests were made
     */
    @Transactional
    int make(int before) {
        Instant today = clock.instant();
        Storybook book = Storybook.read(json);
        Agenda agenda = new Agenda(clock);
        Pace pace = new Pace();
        WorkingCalendar calendar = stage.people().defaultCalendar();
        List<RequestRef> made = new ArrayList<>();
        for (Story story : told(book, before)) {
            Optional<Workflow> workflow = stage.workflows().byKey(story.workflow());
            workflow.ifPresent(known -> agenda.enter(
                    pace.opening(today, story.daysAgo(), calendar),
                    () -> made.add(new Telling(story, book, stage, agenda, pace).open(known))));
        }
        remind(agenda, calendar, today);
        agenda.run(today);
        made.forEach(ref -> mails.settle(stage.requests().get(ref)));
        return made.size();
    }

    private static List<Story> told(Storybook book, int before) {
        Random chance = new Random(before);
        List<Story> told = new ArrayList<>();
        for (int time = before; time > 0; time--) {
            int weeks = WEEKS * time;
            book.stories().stream().filter(Story::ends).forEach(story -> told.add(story.earlier(weeks, chance)));
        }
        told.addAll(book.stories());
        return told;
    }

    /** As the job that reminds would have done. */
    private void remind(Agenda agenda, WorkingCalendar calendar, Instant today) {
        for (Instant hour = today.minus(Duration.ofDays(50));
                hour.isBefore(today);
                hour = hour.plus(BETWEEN_REMINDERS)) {
            if (calendar.isWorkingTime(hour)) {
                agenda.enter(hour, nudges::tell);
            }
        }
    }
}
