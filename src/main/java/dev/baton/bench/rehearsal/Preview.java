package dev.baton.bench.rehearsal;

import dev.baton.engine.FormField;
import dev.baton.models.Workflow;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a workflow does to people, found out by trying all that can be pressed in it.
 *
 * @param brief the form with which somebody asks for the work, filled in with answers that are made up
 * @param journeys the shortest, the usual and the longest way; none if no way ends
 * @param people names of all who get mail on one of them, most mails first
 * @param mails what is sent when everybody answers in time, in order
 * @param late what is sent besides when somebody does not
 * @param tasks the tasks that people come to, in order
 * @param unreached names of steps that were never reached
 * @param stumbles where the workflow could not go on, each place once
 * @param tried how many presses were tried
 * @param complete whether everything was tried that can be
 * @param untried names of tasks and timers at which not everything was tried
 * @param uncounted the ways of which it could not be found out in time how many mails there are
 */
public record Preview(
        Workflow workflow,
        List<FormField> brief,
        List<Journey> journeys,
        List<String> people,
        List<FoundMail> mails,
        List<FoundMail> late,
        List<FoundTask> tasks,
        List<String> unreached,
        List<Stumble> stumbles,
        int tried,
        boolean complete,
        List<String> untried,
        List<Journey.Kind> uncounted) {

    /** The mails that say “null” where a template names what nothing has set. */
    public List<FoundMail> withGaps() {
        return Stream.concat(mails.stream(), late.stream())
                .filter(found -> found.mail().saysNothing())
                .toList();
    }
}
