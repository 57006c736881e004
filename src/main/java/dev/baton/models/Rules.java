package dev.baton.models;

import java.time.Clock;
import java.util.List;

/** Everything that a model must get right, in the order in which somebody who looks for the cause would ask. */
final class Rules {

    private Rules() {}

    static List<Rule> of(FilesTogether around, CheckProperties limits, Clock clock) {
        return List.of(
                new MadeForAProgram(),
                new OneProcess(),
                new SchemaIsHere(),
                new OwnIds(),
                new FollowsSchema(),
                new OnlyKnownElements(),
                new NoCode(),
                new OnlyFeel(),
                new ReadableTables(),
                new PlainDecisions(),
                new KnownExpressions(),
                new KnownQuestions(),
                new WithinLimits(),
                new SetBeforeRead(),
                new KeepsHistory(),
                new HasOwner(around),
                new BeginsOnce(),
                new EveryStepLeadsOn(),
                new NoEndlessLoop(),
                new JoinsMeet(),
                new LinksMeet(),
                new BorderEvents(),
                new TimersGoOff(clock),
                new RepliesArrive(),
                new SignalsMeet(around),
                ThrownIsCaught.errors(around),
                ThrownIsCaught.escalations(around),
                new SomebodyAndDue(clock),
                new KnownPeople(around),
                new ReadableOutcomes(),
                new OutcomesLead(),
                new GatewaysDecide(),
                new ConditionsCount(),
                new PossibleAnswers(),
                new SeveralPeople(),
                new CalledExists(around),
                new MailSteps(),
                new TemplatesExist(around),
                new FormFields(),
                new FewStepsInARow(limits),
                new ShortBrief(limits),
                new FieldsAreRead(around),
                new NoMailTwice());
    }
}
