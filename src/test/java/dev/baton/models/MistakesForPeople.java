package dev.baton.models;

import static dev.baton.models.Mistake.in;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be wrong for people: owners, tasks, outcomes, forms, mails, and what is too much of it. */
final class MistakesForPeople {

    private static final Drawing GOOD = Drawing.good();
    private static final String ASSIGNEE = "camunda:assignee=\"${request.owner}\"";
    private static final String OUTCOMES = "yes=Yes, no=No*";
    private static final String FIELD = "<camunda:formField id=\"f\" label=\"F\" type=\"";

    private MistakesForPeople() {}

    static Stream<Mistake> all() {
        return Stream.of(owner(), people(), outcomes(), several(), forms(), mails(), small(), expressions())
                .flatMap(mistakes -> mistakes);
    }

    private static Drawing property(String name, String value) {
        return GOOD.with(
                "<camunda:property name=\"promise\"",
                "<camunda:property name=\"" + name + "\" value=\"" + value + "\" /><camunda:property name=\"promise\"");
    }

    private static Drawing ofTask(String name, String value) {
        return GOOD.with(
                "<camunda:property name=\"help\"",
                "<camunda:property name=\"" + name + "\" value=\"" + value + "\" /><camunda:property name=\"help\"");
    }

    private static Stream<Mistake> owner() {
        return Stream.of(
                in(
                        "owner.nothing",
                        GOOD.with("name=\"owner\"", "name=\"boss\"")
                                .with("name=\"question\"", "name=\"frage\"")
                                .with("name=\"prefix\"", "name=\"praefix\"")
                                .with("name=\"promise\"", "name=\"zusage\"")),
                in("owner.missing", GOOD.with("name=\"owner\"", "name=\"boss\"")),
                in("owner.unknown", GOOD.with("nadia@example.com", "nobody@example.com")),
                in("owner.question", GOOD.with("name=\"question\"", "name=\"frage\"")),
                in("owner.prefix", GOOD.with("name=\"prefix\"", "name=\"praefix\"")),
                in("owner.prefix.shape", GOOD.with("value=\"SMALL\"", "value=\"small\"")),
                in("owner.prefix.taken", GOOD.with("value=\"SMALL\"", "value=\"LAUNCH\"")),
                in("owner.address.taken", property("addresses", "launch")),
                in("owner.default.taken", property("default", "true")),
                in("owner.promise", GOOD.with("value=\"P5D\"", "value=\"soon\"")));
    }

    private static Stream<Mistake> people() {
        return Stream.of(
                in("people.nobody", GOOD.with(ASSIGNEE, "")),
                in("people.due", GOOD.with(" camunda:dueDate=\"P2D\"", "")),
                in("people.when", GOOD.with("camunda:dueDate=\"P2D\"", "camunda:dueDate=\"2026-13-45\"")),
                in("people.past", GOOD.with("camunda:dueDate=\"P2D\"", "camunda:dueDate=\"2020-01-01\"")),
                in("people.remind", ofTask("remind", "P1D, tomorrow")),
                in("people.help", GOOD.with("name=\"help\"", "name=\"hilfe\"")),
                in("people.team", GOOD.with(ASSIGNEE, "camunda:candidateGroups=\"nobodies\"")),
                in("people.team", GOOD.with(ASSIGNEE, "camunda:assignee=\"${people.lead('nobodies')}\"")),
                in("people.stranger", GOOD.with(ASSIGNEE, "camunda:assignee=\"stranger@example.com\"")),
                in("people.unknown", GOOD.with(ASSIGNEE, "camunda:assignee=\"demo\"")));
    }

    private static Stream<Mistake> outcomes() {
        return Stream.of(
                in("outcomes.unreadable", GOOD.with(OUTCOMES, "Maybe")),
                in("outcomes.twice", GOOD.with(OUTCOMES, "no=Yes, no=No*")),
                in("outcomes.none", GOOD.with("name=\"outcomes\"", "name=\"ausgang\"")),
                in("outcomes.unread", GOOD.asking("${brief.what == 'x'}")),
                in("outcomes.unused", GOOD.with(OUTCOMES, "yes=Yes, later=Later, no=No*")));
    }

    private static Drawing turns(String attributes, String inside) {
        return GOOD.inTask("<bpmn:multiInstanceLoopCharacteristics " + attributes + ">" + inside
                + "</bpmn:multiInstanceLoopCharacteristics>");
    }

    private static Stream<Mistake> several() {
        String legal = "camunda:collection=\"${people.members('legal')}\" ";
        return Stream.of(
                in("several.who", turns("", "")),
                in("several.each", turns(legal, "")),
                in("several.same", turns(legal + "camunda:elementVariable=\"approver\"", "")),
                in("several.unknown", turns("camunda:collection=\"everybody\" camunda:elementVariable=\"a\"", "")),
                in("several.count", turns("", "<bpmn:loopCardinality>three</bpmn:loopCardinality>")),
                in("several.many", turns("", "<bpmn:loopCardinality>1000000</bpmn:loopCardinality>")));
    }

    private static Stream<Mistake> forms() {
        return Stream.of(
                in("forms.id", GOOD.with("id=\"what\"", "id=\"what is it\"")),
                in("forms.reserved", GOOD.with("id=\"what\"", "id=\"votes\"")),
                in("forms.twice", GOOD.withField("<camunda:formField id=\"what\" label=\"W\" type=\"string\" />")),
                in("forms.type", GOOD.withField(FIELD + "float\" />")),
                in("forms.choices", GOOD.withField(FIELD + "enum\" />")),
                in("forms.choice", GOOD.withField(FIELD + "enum\"><camunda:value name=\"Red\" /></camunda:formField>")),
                in(
                        "forms.property",
                        GOOD.withField(
                                FIELD + "string\"><camunda:properties>"
                                        + "<camunda:property name=\"help\" value=\"x\" /></camunda:properties></camunda:formField>")),
                in(
                        "forms.value",
                        GOOD.withField(FIELD + "string\"><camunda:properties>"
                                + "<camunda:property id=\"help\" /></camunda:properties></camunda:formField>")),
                in("forms.label", GOOD.with(" label=\"What?\"", "")),
                in(
                        "forms.rule",
                        GOOD.withField(FIELD + "string\"><camunda:validation>"
                                + "<camunda:constraint name=\"pretty\" /></camunda:validation></camunda:formField>")),
                in("forms.default", GOOD.withField(FIELD + "long\" defaultValue=\"many\" />")));
    }

    /** A step that sends this mail to these people. */
    static String mail(String id, String template, String to) {
        return "<bpmn:sendTask id=\"" + id
                + "\" name=\"Tell\" camunda:delegateExpression=\"${mail}\"><bpmn:extensionElements>"
                + "<camunda:inputOutput><camunda:inputParameter name=\"template\">" + template
                + "</camunda:inputParameter><camunda:inputParameter name=\"to\">" + to
                + "</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:sendTask>";
    }

    private static Stream<Mistake> mails() {
        return Stream.of(
                in("mail.nothing", GOOD.withStep("<bpmn:sendTask id=\"step\" />")),
                in(
                        "mail.nothing",
                        GOOD.withStep("<bpmn:intermediateThrowEvent id=\"step\">"
                                + "<bpmn:messageEventDefinition /></bpmn:intermediateThrowEvent>")),
                in("mail.input", GOOD.withStep("<bpmn:sendTask id=\"step\" camunda:delegateExpression=\"${mail}\" />")),
                in("people.unknown", GOOD.withStep(mail("step", "message", "the boss"))),
                in("templates.missing", GOOD.withStep(mail("step", "nowhere", "legal"))),
                in("templates.missing", ofTask("mail", "nowhere")),
                in("templates.broken", GOOD.withStep(mail("step", "odd", "legal"))),
                in("templates.broken", GOOD.withStep(mail("step", "nameless", "legal"))),
                in("templates.broken", ofTask("mail", "nameless")),
                in("templates.broken", GOOD.withStep(mail("step", "message", "legal"))),
                in("templates.unfilled", GOOD.withStep(mail("step", "plain", "legal"))),
                in("templates.unfilled", ofTask("mail", "plain")),
                in("templates.expression", GOOD.withStep(mail("step", "${outcome}", "legal"))));
    }

    private static Stream<Mistake> small() {
        String tasks = IntStream.rangeClosed(2, 8)
                .mapToObj(i -> "<bpmn:userTask id=\"t" + i + "\" " + ASSIGNEE + " camunda:dueDate=\"P1D\" />"
                        + "<bpmn:sequenceFlow id=\"l" + i + "\" sourceRef=\"t" + i + "\" targetRef=\""
                        + (i == 8 ? "end" : "t" + (i + 1)) + "\" />")
                .collect(Collectors.joining());
        String required = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> "<camunda:formField id=\"r" + i + "\" label=\"R\" type=\"string\"><camunda:validation>"
                        + "<camunda:constraint name=\"required\" /></camunda:validation></camunda:formField>")
                .collect(Collectors.joining());
        String form = "<camunda:formData>" + FIELD + "string\" /></camunda:formData><camunda:properties>";
        return Stream.of(
                in(
                        "small.steps",
                        GOOD.inProcess(tasks)
                                .with("sourceRef=\"good\" targetRef=\"end\"", "sourceRef=\"good\" targetRef=\"t2\"")),
                in("small.fields", GOOD.withField(required)),
                in("small.unread", GOOD.with(ASSIGNEE, "camunda:assignee=\"${request.requester}\"")),
                in(
                        "small.unread.task",
                        GOOD.with(
                                "<camunda:properties>\n          <camunda:property name=\"help\"",
                                form + "<camunda:property name=\"help\"")),
                in("small.unread.choice", GOOD.withField(FIELD + "boolean\" />")),
                in(
                        "small.mails",
                        GOOD.withStep(mail("step", "message", "legal")
                                        + mail("again", "message", "legal")
                                        + "<bpmn:sequenceFlow id=\"a\" sourceRef=\"step\" targetRef=\"again\" />")
                                .with(
                                        "sourceRef=\"step\" targetRef=\"end\"",
                                        "sourceRef=\"again\" targetRef=\"end\"")));
    }

    private static Stream<Mistake> expressions() {
        return Stream.of(
                in("expressions.unreadable", GOOD.asking("${outcome == }")),
                in("expressions.call", GOOD.asking("${outcome.getClass() == 'x'}")),
                in("expressions.name", GOOD.asking("${outcom == 'no'}")),
                in("expressions.brief", GOOD.asking("${brief.why == 'no'}")));
    }
}
