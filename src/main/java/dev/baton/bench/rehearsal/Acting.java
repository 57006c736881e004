package dev.baton.bench.rehearsal;

import dev.baton.engine.FormField;
import dev.baton.models.Outcome;
import dev.baton.models.Workflow;
import dev.baton.people.BusinessDuration;
import dev.baton.people.WorkingCalendar;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.NewRequest;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.Answer;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.TaskReply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people do in a rehearsal, done by the real parts: asking, deciding, answering, and doing nothing. */
final class Acting {

    /** Asynchronous steps that follow each other without anybody doing anything. */
    private static final int MOST_BY_ITSELF = 100;

    private static final int MOST_NUDGES = 20;

    private final Stage stage;
    private final SampleAnswers samples;
    private final Stumbles stumbles;
    private Asker asker;

    Acting(Stage stage, SampleAnswers samples, Stumbles stumbles) {
        this.stage = stage;
        this.samples = samples;
        this.stumbles = stumbles;
        this.asker = sample();
    }

    /** Whoever asks for the work where nobody else does. */
    Asker sample() {
        return new Asker(
                EmailAddress.of(samples.say("bench.sample.requester.address")),
                samples.say("bench.sample.requester"),
                samples.say("bench.sample.title"),
                null);
    }

    /** From now on it is this one who asks and answers. */
    void askedBy(Asker somebody) {
        asker = somebody;
    }

    /** Asks for the work with a brief that is filled in. */
    RequestRef ask(Workflow workflow, Map<String, String> otherwise) {
        List<FormField> form = stage.forms().brief(workflow.definitionId());
        var answers = stage.forms().check(form, samples.to(form, otherwise, now()));
        stumbles.unlessValid(answers, stage.formViews());
        RequestRef request = stage.requests()
                .open(asked(workflow).with(answers.values(), List.of()))
                .ref();
        runByItself(request);
        return request;
    }

    /** Asks for the work and leaves out all that the brief wants; where it wants nothing nobody asks. */
    void askWithout(Workflow workflow) {
        List<FormField> form = stage.forms().brief(workflow.definitionId());
        List<FormField> missing = stage.forms().check(form, Map.of()).missing();
        if (!missing.isEmpty()) {
            stage.requests().open(asked(workflow).with(Map.of(), missing));
        }
    }

    private NewRequest asked(Workflow workflow) {
        return NewRequest.of(workflow, asker.title(), asker.address(), asker.name())
                .inCampaign(asker.campaign())
                .asExample();
    }

    /** Does what is pressed, now. */
    void press(RequestRef request, Scene before, Press press) {
        if (press instanceof Press.OnTask decision) {
            Turn turn = before.turn(decision.task(), decision.number())
                    .orElseThrow(() -> stumbles.notHere(decision.task()));
            decide(turn, decision);
        } else if (press instanceof Press.Reply) {
            reply(request, before);
        } else if (press instanceof Press.UntilTimer) {
            waitForTimer(request, before);
        } else {
            letHappen(request, before.next());
        }
        runByItself(request);
    }

    /** Moves the clock to the last moment at which this press is in time: before the task is late and a timer goes off. */
    void waitUntilItIsTime(Scene before, Press press) {
        if (press instanceof Press.OnTask decision) {
            before.turn(decision.task(), decision.number()).ifPresent(turn -> {
                Instant due = turn.dueAt() == null ? inADay() : turn.dueAt();
                Scene.Moment timer = before.timer();
                stage.clock().forwardTo(timer != null && timer.at().isBefore(due) ? timer.at() : due);
            });
        } else if (press instanceof Press.Reply) {
            stage.clock().forwardTo(inADay());
        }
    }

    private void decide(Turn turn, Press.OnTask decision) {
        HandOver holder = turn.holders().get(0);
        Outcome outcome = turn.outcomes().stream()
                .filter(each -> each.value().equals(decision.outcome()))
                .findFirst()
                .orElseThrow(() -> stumbles.notHere(decision.outcome()));
        List<FormField> form = stage.tasks().form(holder).orElse(List.of());
        Answer answer = new Answer(
                outcome.value(),
                outcome.asksComment() ? samples.say("bench.sample.comment", outcome.label()) : "",
                samples.to(form, decision.form(), now()),
                holder.person(),
                holder.inPlaceOf(),
                samples.say("bench.sample.evidence"),
                List.of(),
                false);
        if (stage.tasks().decide(holder, answer) instanceof TaskReply.Incomplete lacking) {
            stumbles.unlessValid(lacking.form(), stage.formViews());
        }
    }

    private void reply(RequestRef request, Scene before) {
        if (!before.awaitsReply()) {
            throw stumbles.notHere("reply");
        }
        String text = samples.say("bench.sample.reply");
        IncomingMessage answer = new IncomingMessage(asker.address(), asker.name(), text, "", now(), null, null);
        stage.requests().reply(request, answer, answer, Set.of());
    }

    private void waitForTimer(RequestRef request, Scene before) {
        if (before.timer() == null) {
            throw stumbles.notHere("timer");
        }
        Looking looking = new Looking(stage, request);
        Scene.Moment next = before.next();
        for (int nudge = 0; nudge < MOST_NUDGES && next != null && next.timer() == null; nudge++) {
            letHappen(request, next);
            next = looking.next();
        }
        letHappen(request, looking.timer());
    }

    private void letHappen(RequestRef request, Scene.@Nullable Moment next) {
        if (next == null) {
            throw stumbles.notHere("wait");
        }
        stage.clock().forwardTo(next.at());
        if (next.timer() == null) {
            stage.nudges().tell();
        } else {
            stage.timers().of(request).stream().findFirst().ifPresent(stage.timers()::goesOff);
        }
    }

    private void runByItself(RequestRef request) {
        for (int step = 0; stage.timers().runNext(request); step++) {
            if (step == MOST_BY_ITSELF) {
                throw stumbles.endless();
            }
        }
    }

    private Instant inADay() {
        WorkingCalendar calendar = stage.people().defaultCalendar();
        return calendar.plus(now(), BusinessDuration.ofDays(1));
    }

    private Instant now() {
        return stage.clock().instant();
    }
}
