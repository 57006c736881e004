package dev.baton.models;

import dev.baton.people.BusinessDuration;
import dev.baton.people.WorkingCalendar;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;

/** Every task is somebody's and has a due date; else it waits for nobody, for ever. */
final class SomebodyAndDue implements Rule {

    private static final WorkingCalendar ANY = WorkingCalendar.nineToFive(ZoneOffset.UTC);

    private final Clock clock;

    SomebodyAndDue(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public void check(Model model, Findings findings) {
        model.all("userTask").forEach(task -> {
            if (Stream.of("assignee", "candidateUsers", "candidateGroups")
                    .allMatch(who -> task.camunda(who).isEmpty())) {
                findings.error(task, "nobody");
            }
            task.camunda("dueDate")
                    .ifPresentOrElse(due -> readable(task, due, findings), () -> findings.error(task, "due"));
            task.property("remind").ifPresent(times -> reminders(task, times, findings));
            if (task.property("help").isEmpty()) {
                findings.note(task, "help");
            }
        });
    }

    private void readable(XmlElement task, String due, Findings findings) {
        if (ExpressionReader.isExpression(due)) {
            return;
        }
        try {
            if (ANY.due(due, clock.instant()).isBefore(clock.instant())) {
                findings.warning(task, "past", due);
            }
        } catch (IllegalArgumentException unreadable) {
            findings.error(task, "when", due);
        }
    }

    private static void reminders(XmlElement task, String times, Findings findings) {
        Arrays.stream(times.split(","))
                .map(String::strip)
                .filter(time -> !time.isEmpty() && BusinessDuration.parse(time).isEmpty())
                .forEach(time -> findings.error(task, "remind", time));
    }
}
