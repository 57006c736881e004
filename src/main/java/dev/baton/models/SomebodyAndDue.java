package dev.baton.models;

import dev.baton.people.BusinessDuration;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every task is somebody's and has a due date; else it waits for nobody, for ever. */
final class SomebodyAndDue implements Rule {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}.*)?");

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
            if (task.property("help").isEmpty()) {
                findings.note(task, "help");
            }
        });
    }

    private static void readable(XmlElement task, String due, Findings findings) {
        if (!ExpressionReader.isExpression(due) && !isReadable(due)) {
            findings.error(task, "when", due);
        }
    }

    private static boolean isReadable(String due) {
        return BusinessDuration.parse(due).isPresent() || DATE.matcher(due).matches();
    }
}
