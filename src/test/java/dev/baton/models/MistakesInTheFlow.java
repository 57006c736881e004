package dev.baton.models;

import static dev.baton.models.Mistake.in;

import java.util.stream.Stream;

/** What can be wrong with the way of the work: beginnings and ends, gateways, events, timers, what is called. */
final class MistakesInTheFlow {

    private static final Drawing GOOD = Drawing.good();

    private static final String MESSAGE = "<bpmn:messageEventDefinition messageRef=\"m\" />";

    private MistakesInTheFlow() {}

    static Stream<Mistake> all() {
        return Stream.of(flow(), joins(), gateways(), border(), timers(), messages(), signals(), thrown(), called())
                .flatMap(mistakes -> mistakes);
    }

    private static String line(String id, String from, String to) {
        return "<bpmn:sequenceFlow id=\"" + id + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\" />";
    }

    private static String asks(String id, String from, String to, String condition) {
        return "<bpmn:sequenceFlow id=\"" + id + "\" sourceRef=\"" + from + "\" targetRef=\"" + to
                + "\"><bpmn:conditionExpression>" + condition + "</bpmn:conditionExpression></bpmn:sequenceFlow>";
    }

    private static Drawing sub(String inside) {
        return GOOD.withStep("<bpmn:subProcess id=\"step\">" + inside + "</bpmn:subProcess>");
    }

    private static Drawing atAnyTime(String start) {
        return GOOD.inProcess("<bpmn:subProcess id=\"sub\" triggeredByEvent=\"true\">" + start
                + "<bpmn:endEvent id=\"subEnd\" />" + line("s", "when", "subEnd") + "</bpmn:subProcess>");
    }

    private static Stream<Mistake> flow() {
        return Stream.of(
                in("start.missing", sub("<bpmn:endEvent id=\"e\" />")),
                in("start.several", GOOD.inProcess("<bpmn:startEvent id=\"s2\" />" + line("l", "s2", "look"))),
                in("start.trigger", GOOD.inProcess("<bpmn:startEvent id=\"s2\">" + MESSAGE + "</bpmn:startEvent>")),
                in("start.event.one", GOOD.inProcess("<bpmn:subProcess id=\"sub\" triggeredByEvent=\"true\" />")),
                in("start.event.plain", atAnyTime("<bpmn:startEvent id=\"when\" />")),
                in("flow.end", GOOD.inProcess("<bpmn:task id=\"t\" />" + asks("l", "good", "t", "${outcome == 'x'}"))),
                in("flow.unreached", GOOD.inProcess("<bpmn:task id=\"t\" />" + line("l", "t", "end"))),
                in("flow.trapped", GOOD.with("targetRef=\"end\"", "targetRef=\"look\"")),
                in(
                        "flow.border",
                        sub("<bpmn:startEvent id=\"s\" /><bpmn:endEvent id=\"e\" />" + line("l", "s", "end"))),
                in("flow.into", GOOD.with("targetRef=\"end\"", "targetRef=\"start\"")),
                in("flow.after", GOOD.inProcess(line("l", "end", "look"))),
                in(
                        "loops.endless",
                        GOOD.with("sourceRef=\"good\" targetRef=\"look\"", "sourceRef=\"good\" targetRef=\"good\"")),
                in(
                        "links.name",
                        GOOD.withStep("<bpmn:intermediateCatchEvent id=\"step\"><bpmn:linkEventDefinition name=\" \" />"
                                + "</bpmn:intermediateCatchEvent>")),
                in("links.nowhere", GOOD.withStep(link("intermediateThrowEvent", "step"))),
                in(
                        "links.twice",
                        GOOD.inProcess(link("intermediateCatchEvent", "a")
                                + link("intermediateCatchEvent", "b")
                                + line("la", "a", "end")
                                + line("lb", "b", "end"))),
                in(
                        "variables.early",
                        GOOD.with("name=\"Look at it\"", "name=\"Look at it: ${outcome}\"")
                                .with("${outcome == 'no'}", "${later == 'x'}")
                                .withStep("<bpmn:task id=\"step\"><bpmn:extensionElements><camunda:inputOutput>"
                                        + "<camunda:outputParameter name=\"later\">x</camunda:outputParameter>"
                                        + "</camunda:inputOutput></bpmn:extensionElements></bpmn:task>")),
                in("variables.open", GOOD.asking("${what == 'x'}")));
    }

    private static String link(String event, String id) {
        return "<bpmn:" + event + " id=\"" + id + "\"><bpmn:linkEventDefinition name=\"away\" /></bpmn:" + event + ">";
    }

    private static Stream<Mistake> joins() {
        Drawing parts = GOOD.with(
                "<bpmn:exclusiveGateway id=\"good\" name=\"Good?\" default=\"toEnd\" />",
                "<bpmn:parallelGateway id=\"good\" /><bpmn:task id=\"a\" /><bpmn:task id=\"b\" />"
                        + line("la", "good", "a") + line("lb", "good", "b") + line("ma", "a", "meet")
                        + line("mb", "b", "meet") + "<bpmn:task id=\"meet\" />" + line("mc", "meet", "end"));
        Drawing excludes = GOOD.inProcess("<bpmn:task id=\"a\" /><bpmn:parallelGateway id=\"meet\" />"
                        + asks("la", "good", "a", "${outcome == 'yes'}") + line("ma", "a", "meet")
                        + line("mb", "meet", "end"))
                .with("sourceRef=\"good\" targetRef=\"end\"", "sourceRef=\"good\" targetRef=\"meet\"");
        return Stream.of(in("joins.stuck", excludes), in("joins.twice", parts), in("conditions.ignored", parts));
    }

    private static Stream<Mistake> gateways() {
        Drawing everyOutcome = GOOD.with(" default=\"toEnd\"", "");
        return Stream.of(
                in("gateways.condition", everyOutcome),
                in(
                        "gateways.default",
                        everyOutcome.with(
                                line("toEnd", "good", "end"), asks("toEnd", "good", "end", "${brief.what == 'x'}"))),
                in(
                        "gateways.default.answers",
                        everyOutcome.with(
                                line("toEnd", "good", "end"), asks("toEnd", "good", "end", "${outcome == 'maybe'}"))),
                in(
                        "gateways.single",
                        GOOD.with("sourceRef=\"good\" targetRef=\"end\"", "sourceRef=\"look\" targetRef=\"end\"")
                                .with(" default=\"toEnd\"", "")),
                in(
                        "gateways.default.condition",
                        GOOD.with(line("toEnd", "good", "end"), asks("toEnd", "good", "end", "${outcome == 'yes'}"))),
                in("gateways.default.unknown", GOOD.with("default=\"toEnd\"", "default=\"toGood\"")),
                in("gateways.same", GOOD.inProcess(asks("more", "good", "end", "${outcome == 'no'}"))),
                in("answers.unknown", GOOD.asking("${outcome == 'No'}")),
                in("answers.vote", GOOD.asking("${votes.no > 0}")),
                in("conditions.words", GOOD.asking("rejected")),
                in(
                        "conditions.step",
                        GOOD.with(
                                line("toGood", "look", "good"), asks("toGood", "look", "good", "${outcome == 'yes'}"))),
                in(
                        "conditions.missing",
                        atBorder(
                                "look",
                                "<bpmn:conditionalEventDefinition><bpmn:condition /></bpmn:conditionalEventDefinition>")),
                in("conditions.event", GOOD.withStep("<bpmn:eventBasedGateway id=\"step\" />")));
    }

    private static Drawing atBorder(String host, String definition) {
        return GOOD.inProcess("<bpmn:boundaryEvent id=\"border\" attachedToRef=\"" + host + "\">" + definition
                + "</bpmn:boundaryEvent>" + line("l", "border", "end"));
    }

    private static Stream<Mistake> border() {
        String time =
                "<bpmn:timerEventDefinition><bpmn:timeDuration>PT4H</bpmn:timeDuration></bpmn:timerEventDefinition>";
        return Stream.of(
                in("border.nowhere", atBorder("nothing", time)),
                in("border.nothing", atBorder("look", "")),
                in("border.step", atBorder("good", time)),
                in(
                        "border.escalation",
                        atBorder("step", "<bpmn:escalationEventDefinition />").withStep("<bpmn:task id=\"step\" />")),
                in("border.cancel", atBorder("look", "<bpmn:cancelEventDefinition />")),
                in(
                        "border.undo",
                        GOOD.inProcess("<bpmn:boundaryEvent id=\"border\" attachedToRef=\"look\">"
                                + "<bpmn:compensateEventDefinition /></bpmn:boundaryEvent>")),
                in("border.instant", atBorder("step", time).withStep("<bpmn:task id=\"step\" />")));
    }

    private static Drawing timer(String said) {
        return GOOD.withStep("<bpmn:intermediateCatchEvent id=\"step\"><bpmn:timerEventDefinition id=\"t\">" + said
                + "</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>");
    }

    private static Drawing cycle(String text) {
        return timer("<bpmn:timeCycle>" + text + "</bpmn:timeCycle>");
    }

    private static Stream<Mistake> timers() {
        return Stream.of(
                in("timers.missing", timer("")),
                in(
                        "timers.several",
                        timer("<bpmn:timeDate>2030-01-01</bpmn:timeDate>"
                                + "<bpmn:timeDuration>P1D</bpmn:timeDuration>")),
                in("timers.date", timer("<bpmn:timeDate>1 March</bpmn:timeDate>")),
                in("timers.duration", timer("<bpmn:timeDuration>2 days</bpmn:timeDuration>")),
                in("timers.cycle", cycle("every day")),
                in("timers.cycle", cycle("R3/day")),
                in("timers.quartz", cycle("0 0 9 ? * 2 2030")),
                in("timers.unix", cycle("0 9 * * 1")),
                in("timers.weekday", cycle("0 0 9 * * 2")),
                in("timers.often", cycle("* * * * * *")),
                in("timers.often", cycle("R/2000-01-01T00:00:00Z/PT1S")),
                in("timers.far", cycle("R/1970-01-01T00:00:00Z/PT1M")),
                in("timers.never", cycle("0 0 9 30 2 *")),
                in("timers.past", timer("<bpmn:timeDate>2020-01-01T09:00:00Z</bpmn:timeDate>")),
                in("timers.calendar", timer("<bpmn:timeDuration>P2D</bpmn:timeDuration>")),
                in("timers.once", cycle("R3/PT24H")),
                in("timers.open", timer("<bpmn:timeDate>${brief.what}</bpmn:timeDate>")));
    }

    private static Drawing waits(String attributes, String message) {
        return GOOD.withStep("<bpmn:receiveTask id=\"step\" " + attributes + "/>")
                .beside(message);
    }

    private static Stream<Mistake> messages() {
        return Stream.of(
                in("messages.missing", waits("", "")),
                in("messages.unknown", waits("messageRef=\"m\"", "")),
                in("messages.name", waits("messageRef=\"m\"", "<bpmn:message id=\"m\" />")),
                in("messages.other", waits("messageRef=\"m\"", "<bpmn:message id=\"m\" name=\"paid\" />")));
    }

    private static Drawing signal(String event, String reference) {
        return GOOD.withStep("<bpmn:" + event + " id=\"step\"><bpmn:signalEventDefinition " + reference + "/></bpmn:"
                        + event + ">")
                .beside("<bpmn:signal id=\"g\" name=\"gone\" />");
    }

    private static Stream<Mistake> signals() {
        return Stream.of(
                in("signals.name", GOOD.beside("<bpmn:signal id=\"g\" />")),
                in(
                        "signals.twice",
                        GOOD.beside("<bpmn:signal id=\"g\" name=\"a\" /><bpmn:signal id=\"h\" name=\"a\" />")),
                in("signals.missing", signal("intermediateThrowEvent", "")),
                in("signals.nobody", signal("intermediateCatchEvent", "signalRef=\"g\"")),
                in("signals.unheard", signal("intermediateThrowEvent", "signalRef=\"g\"")),
                in(
                        "signals.caller",
                        signal("intermediateThrowEvent", "signalRef=\"g\"")
                                .with("name=\"prefix\" value=\"SMALL\"", "name=\"inputs\" value=\"what\"")),
                in(
                        "signals.never",
                        atBorder("look", "<bpmn:signalEventDefinition signalRef=\"g\" />")
                                .beside("<bpmn:signal id=\"g\" name=\"gone\" />")));
    }

    private static Stream<Mistake> thrown() {
        return Stream.of("error", "escalation").flatMap(kind -> {
            String event = "<bpmn:" + kind + "EventDefinition " + kind + "Ref=\"x\" />";
            Drawing ends = GOOD.with(
                    "<bpmn:endEvent id=\"end\" name=\"Delivered\" />",
                    "<bpmn:endEvent id=\"end\">" + event + "</bpmn:endEvent>");
            return Stream.of(
                    in(kind + "s.missing", ends),
                    in(kind + "s.code", ends.beside("<bpmn:" + kind + " id=\"x\" />")),
                    in(kind + "s.uncaught", ends.beside(coded(kind))),
                    in(kind + "s.never", atBorder("look", event).beside(coded(kind))),
                    in(kind + "s.never.any", atBorder("look", "<bpmn:" + kind + "EventDefinition />")),
                    in(kind + "s.unhandled", calls(kind.equals("error") ? "review" : "escalating", true)));
        });
    }

    private static String coded(String kind) {
        return "<bpmn:" + kind + " id=\"x\" " + kind + "Code=\"lost\" />";
    }

    private static Drawing calls(String process, boolean isGiven) {
        String given = "<bpmn:extensionElements><camunda:in source=\"what\" target=\"reviewers\" />"
                + "<camunda:in source=\"what\" target=\"makers\" /></bpmn:extensionElements>";
        return GOOD.withStep("<bpmn:callActivity id=\"step\" calledElement=\"" + process + "\">"
                + (isGiven ? given : "") + "</bpmn:callActivity>");
    }

    private static Drawing decides(String attributes) {
        return GOOD.withStep("<bpmn:businessRuleTask id=\"step\" " + attributes + "/>");
    }

    private static Stream<Mistake> called() {
        return Stream.of(
                in("called.process.missing", GOOD.withStep("<bpmn:callActivity id=\"step\" />")),
                in("called.process.expression", calls("${outcome}", false)),
                in("called.process.unknown", calls("nowhere", false)),
                in("called.process.input", calls("review", false)),
                in("called.decision.missing", decides("")),
                in("called.decision.expression", decides("camunda:decisionRef=\"${outcome}\"")),
                in("called.decision.unknown", decides("camunda:decisionRef=\"guess\"")),
                in(
                        "called.binding",
                        decides("camunda:decisionRef=\"triage\" camunda:decisionRefBinding=\"deployment\"")));
    }

    /** A workflow that escalates something to whoever calls it. */
    static Drawing escalating() {
        return GOOD.with("\"small\"", "\"escalating\"")
                .with("name=\"prefix\" value=\"SMALL\"", "name=\"inputs\" value=\"reviewers\"")
                .with(
                        "<bpmn:endEvent id=\"end\" name=\"Delivered\" />",
                        "<bpmn:endEvent id=\"end\"><bpmn:escalationEventDefinition escalationRef=\"x\" /></bpmn:endEvent>")
                .beside(coded("escalation"));
    }
}
