package dev.baton.attacks;

import static dev.baton.attacks.Attack.in;
import static dev.baton.attacks.Attack.step;
import static dev.baton.attacks.Attack.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Ways in which a model could try to run code, to reach what is not its own, or to keep the house busy for ever. */
final class Attacks {

    private static final String CLASS = Canary.class.getName();
    private static final String ASSIGNEE = "camunda:assignee=\"${request.owner}\"";
    private static final String DUE = "camunda:dueDate=\"P2D\"";
    private static final String CONDITION = "${outcome == 'no'}";
    private static final String FIELD = "<camunda:formField id=\"title\" label=\"What?\" type=\"string\" />";
    private static final String ENTRY = "<text>\"fine\"</text>";

    private final List<Attack> all = new ArrayList<>();
    private final Canary.Cage cage;

    private Attacks(Canary.Cage cage) {
        this.cage = cage;
    }

    static List<Attack> on(Canary.Cage cage) {
        Attacks attacks = new Attacks(cage);
        attacks.scripts();
        attacks.classes();
        attacks.expressions();
        attacks.places();
        attacks.others();
        attacks.decisions();
        attacks.files();
        attacks.bombs();
        attacks.circles();
        attacks.mails();
        return attacks.all;
    }

    private void model(String kind, String name, UnaryOperator<String> change) {
        all.add(Attack.model(all.size() + 1, kind, name, change));
    }

    private void rule(String name, String feel) {
        all.add(Attack.table(all.size() + 1, "decision", name, in(ENTRY, "<text><![CDATA[" + feel + "]]></text>")));
    }

    private void table(String name, UnaryOperator<String> change) {
        all.add(Attack.table(all.size() + 1, "decision", name, change));
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String inputs(String parameters) {
        return "<camunda:inputOutput>" + parameters + "</camunda:inputOutput>";
    }

    private static String input(String name, String value) {
        return "<camunda:inputParameter name='" + name + "'>" + value + "</camunda:inputParameter>";
    }

    private static String service(String attributes, String extension) {
        return "<bpmn:serviceTask id='step' name='Step' " + attributes + "><bpmn:extensionElements>" + extension
                + "</bpmn:extensionElements></bpmn:serviceTask>";
    }

    private void scripts() {
        String groovy = "<![CDATA[new File('" + cage.made() + "').text = 'made']]>";
        String script = "<camunda:script scriptFormat='groovy'>" + groovy + "</camunda:script>";
        model("script", "script task in Groovy that makes a file", step(script("groovy", groovy)));
        model(
                "script",
                "script task in JavaScript that starts a program",
                step(script(
                        "javascript",
                        "Java.type('java.lang.Runtime').getRuntime().exec('touch " + cage.made() + "')")));
        model("script", "script task in the expression language", step(script("juel", "${canary.touch()}")));
        model(
                "script",
                "script task with its script in the deployment",
                step("<bpmn:scriptTask id='step' scriptFormat='groovy' camunda:resource='deployment://a.groovy' />"));
        model(
                "script",
                "script task with its script on a server",
                step("<bpmn:scriptTask id='step' scriptFormat='groovy' camunda:resource='" + cage.url() + "/a' />"));
        model("script", "script in an input of a task", within(inputs(input("a", script))));
        model(
                "script",
                "script in a list of inputs",
                within(inputs(input("a", "<camunda:list>" + script + "</camunda:list>"))));
        model(
                "script",
                "script in an entry of a map",
                within(inputs(input(
                        "a", "<camunda:map><camunda:entry key='k'>" + script + "</camunda:entry></camunda:map>"))));
        model(
                "script",
                "script in a listener of a step",
                within("<camunda:executionListener event='start'>" + script + "</camunda:executionListener>"));
        model(
                "script",
                "script in a listener of a task",
                within("<camunda:taskListener event='create'>" + script + "</camunda:taskListener>"));
        model(
                "script",
                "condition written in Groovy",
                in(
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">" + CONDITION,
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">" + groovy));
        model(
                "script",
                "condition with its script in a file",
                in(
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">" + CONDITION,
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"javascript\" "
                                + "camunda:resource=\"classpath://a.js\">"));
    }

    private static String script(String language, String text) {
        return "<bpmn:scriptTask id='step' scriptFormat='" + language + "'><bpmn:script>" + text
                + "</bpmn:script></bpmn:scriptTask>";
    }

    private void classes() {
        model("class", "step that names a class", step(service("camunda:class='" + CLASS + "'", "")));
        model(
                "class",
                "class by the name that old models give it",
                step("<bpmn:serviceTask id='step' xmlns:activiti='http://activiti.org/bpmn' activiti:class='" + CLASS
                        + "' />"));
        model(
                "class",
                "class with fields to fill",
                step(service(
                        "camunda:class='" + CLASS + "'",
                        "<camunda:field name='a'><camunda:string>b</camunda:string></camunda:field>")));
        model(
                "class",
                "send task that names a class",
                step("<bpmn:sendTask id='step' camunda:class='" + CLASS + "' />"));
        model(
                "class",
                "decision step that names a class",
                step("<bpmn:businessRuleTask id='step' camunda:class='" + CLASS + "' />"));
        model("class", "bean of the house as delegate", step(service("camunda:delegateExpression='${canary}'", "")));
        model("class", "database as delegate", step(service("camunda:delegateExpression='${dataSource}'", "")));
        model("class", "expression in place of a step", step(service("camunda:expression='${canary.touch()}'", "")));
        model("class", "step for a worker outside", step(service("camunda:type='external' camunda:topic='t'", "")));
        model(
                "class",
                "shell command as a step",
                step(service(
                        "camunda:type='shell'",
                        "<camunda:field name='command' stringValue='touch' /><camunda:field name='arg1' stringValue='"
                                + cage.made() + "' />")));
        model(
                "class",
                "connector that calls a server",
                step(service(
                        "",
                        "<camunda:connector>" + inputs(input("url", cage.url()) + input("method", "GET"))
                                + "<camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>")));
        model(
                "class",
                "listener of a step that names a class",
                within("<camunda:executionListener event='start' class='" + CLASS + "' />"));
        model(
                "class",
                "listener of a step that names a bean",
                within("<camunda:executionListener event='end' delegateExpression='${canary}' />"));
        model(
                "class",
                "listener of a task that names a class",
                within("<camunda:taskListener event='create' class='" + CLASS + "' />"));
        model(
                "class",
                "listener of a task that waits for its time",
                within(
                        "<camunda:taskListener event='timeout' id='t' class='" + CLASS
                                + "'><bpmn:timerEventDefinition id='td'>"
                                + "<bpmn:timeDuration>PT1S</bpmn:timeDuration></bpmn:timerEventDefinition></camunda:taskListener>"));
        model(
                "class",
                "listener on an arrow",
                in(
                        "sourceRef=\"start\" targetRef=\"look\" />",
                        "sourceRef=\"start\" targetRef=\"look\"><bpmn:extensionElements><camunda:executionListener"
                                + " event='take' class='" + CLASS
                                + "' /></bpmn:extensionElements></bpmn:sequenceFlow>"));
        model(
                "class",
                "class that reads the form",
                in(
                        "id=\"start\" name=\"Asked\"",
                        "id=\"start\" name=\"Asked\" camunda:formHandlerClass=\"" + CLASS + "\""));
        model(
                "class",
                "class that checks a field",
                in(
                        FIELD,
                        "<camunda:formField id=\"title\" label=\"What?\" type=\"string\"><camunda:validation>"
                                + "<camunda:constraint name='validator' config='" + CLASS
                                + "' /></camunda:validation></camunda:formField>"));
        model(
                "class",
                "class that maps variables of a called workflow",
                step("<bpmn:callActivity id='step' calledElement='goodwork' camunda:variableMappingClass='" + CLASS
                        + "' />"));
        model(
                "class",
                "class of a message that is thrown",
                step("<bpmn:intermediateThrowEvent id='step'><bpmn:messageEventDefinition id='m' camunda:class='"
                        + CLASS + "' /></bpmn:intermediateThrowEvent>"));
    }

    private void expressions() {
        expression("assignee through the engine's own object", "${execution.processEngineServices.runtimeService}");
        expression("assignee through the task's own object", "${task.execution.id}");
        expression("class of a text, to start a program", "${''.getClass().forName('java.lang.Runtime').getRuntime()}");
        expression("class of a text, in brackets", "${''['class']}");
        expression("loader of classes", "${title.class.classLoader}");
        expression("bean by its name", "${canary.touch()}");
        expression("database by its name", "${dataSource.connection}");
        expression("whole application", "${applicationContext}");
        expression("engine by its name", "${processEngine.repositoryService}");
        expression("properties of the machine", "${systemProperties['user.home']}");
        expression("class of our own name", "${people.getClass().classLoader}");
        expression("method that is hidden in our own name", "${people.known('legal')}");
        expression("field that is hidden in our own name", "${request.request.brief}");
        expression("delegate called by hand", "${mail.execute(null)}");
        expression("function of the engine", "${currentUser()}");
        expression("text made by a format", "${title.format('%n', 1)}");
        expression("assignment to a variable", "${title = 'other'}");
    }

    private void expression(String name, String expression) {
        model("expression", name, in(ASSIGNEE, "camunda:assignee=\"" + xml(expression) + "\""));
    }

    private void places() {
        String bean = "${canary.touch()}";
        model("place", "condition", in(CONDITION, bean));
        model("place", "due date", in(DUE, "camunda:dueDate=\"" + bean + "\""));
        model("place", "follow-up date", in(DUE, DUE + " camunda:followUpDate=\"" + bean + "\""));
        model("place", "priority of a task", in(DUE, DUE + " camunda:priority=\"" + bean + "\""));
        model(
                "place",
                "priority of a job",
                in(DUE, DUE + " camunda:asyncBefore=\"true\" camunda:jobPriority=\"" + bean + "\""));
        model("place", "candidates", in(ASSIGNEE, "camunda:candidateUsers=\"" + bean + "\""));
        model("place", "teams", in(ASSIGNEE, "camunda:candidateGroups=\"${canary.list()}\""));
        model("place", "name of a task", in("name=\"Look at it\"", "name=\"" + bean + "\""));
        model("place", "default of a field", in(FIELD, FIELD.replace(" />", " defaultValue=\"" + bean + "\" />")));
        model("place", "label of a field", in(FIELD, FIELD.replace("What?", bean)));
        model(
                "place",
                "whether a field is shown",
                in(
                        FIELD,
                        FIELD.replace(
                                " />",
                                "><camunda:properties><camunda:property id='showIf' value=\"${''.getClass() != null}\" />"
                                        + "</camunda:properties></camunda:formField>")));
        model(
                "place",
                "output of a task",
                within(inputs("<camunda:outputParameter name='a'>" + bean + "</camunda:outputParameter>")));
        model(
                "place",
                "timer",
                step("<bpmn:intermediateCatchEvent id='step'><bpmn:timerEventDefinition id='td'><bpmn:timeDate>" + bean
                        + "</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>"));
        model(
                "place",
                "condition that is waited for",
                step("<bpmn:intermediateCatchEvent id='step'><bpmn:conditionalEventDefinition id='cd'><bpmn:condition>"
                        + bean + "</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>"));
        model(
                "place",
                "people of a vote",
                several("camunda:collection='${canary.list()}' camunda:elementVariable='who'", ""));
        model(
                "place",
                "number of a vote",
                several("", "<bpmn:loopCardinality>${canary.touch()}</bpmn:loopCardinality>"));
        model(
                "place",
                "end of a vote",
                several(
                        "",
                        "<bpmn:loopCardinality>2</bpmn:loopCardinality><bpmn:completionCondition>${canary.touch()}"
                                + "</bpmn:completionCondition>"));
        model(
                "place",
                "which workflow is called",
                step("<bpmn:callActivity id='step' calledElement='${canary.touch()}' />"));
        model(
                "place",
                "what a called workflow gets",
                step(
                        "<bpmn:callActivity id='step' calledElement='goodwork'><bpmn:extensionElements><camunda:in"
                                + " sourceExpression='${canary.touch()}' target='a' /></bpmn:extensionElements></bpmn:callActivity>"));
        model(
                "place",
                "name of a message",
                in("<bpmn:process", "<bpmn:message id=\"m\" name=\"${canary.touch()}\" /><bpmn:process")
                        .andThen(step("<bpmn:receiveTask id='step' messageRef='m' />"))::apply);
        model(
                "place",
                "words of an error",
                in(
                                        "<bpmn:process",
                                        "<bpmn:error id=\"e\" errorCode=\"c\" camunda:errorMessage=\"${canary.touch()}\" /><bpmn:process")
                                .andThen(
                                        in(
                                                "<bpmn:endEvent id=\"end\" name=\"Delivered\" />",
                                                "<bpmn:endEvent id=\"end\" name=\"Delivered\"><bpmn:errorEventDefinition id='ed' errorRef='e' /></bpmn:endEvent>"))
                        ::apply);
        model(
                "place",
                "who may start it",
                in("isExecutable=\"true\"", "isExecutable=\"true\" camunda:candidateStarterUsers=\"" + bean + "\""));
        model(
                "place",
                "tag of its version",
                in("isExecutable=\"true\"", "isExecutable=\"true\" camunda:versionTag=\"" + bean + "\""));
        model(
                "place",
                "how often it is tried again",
                in(DUE, DUE + " camunda:asyncBefore=\"true\"")
                                .andThen(
                                        within(
                                                "<camunda:failedJobRetryTimeCycle>${canary.touch()}</camunda:failedJobRetryTimeCycle>"))
                        ::apply);
        model(
                "place",
                "form in a file of the application",
                in(DUE, DUE + " camunda:formKey=\"embedded:app:forms/a.html\""));
        model("place", "form on a server", in(DUE, DUE + " camunda:formKey=\"" + cage.url() + "/form\""));
    }

    private static UnaryOperator<String> several(String attributes, String content) {
        return in(
                "</bpmn:userTask>",
                "<bpmn:multiInstanceLoopCharacteristics " + attributes + ">" + content
                        + "</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>");
    }

    private void others() {
        model(
                "others",
                "another request by its reference",
                in(ASSIGNEE, "camunda:assignee=\"${request.of('GOOD-1').title}\""));
        model(
                "others",
                "another request's name for what it calls",
                step(
                        "<bpmn:callActivity id='step' calledElement='goodwork'><bpmn:extensionElements><camunda:in businessKey='GOOD-1' />"
                                + "</bpmn:extensionElements></bpmn:callActivity>"));
        model(
                "others",
                "signal that another workflow waits for",
                in("<bpmn:process", "<bpmn:signal id=\"s\" name=\"free\" /><bpmn:process")
                        .andThen(step(
                                "<bpmn:intermediateThrowEvent id='step'><bpmn:signalEventDefinition id='sd' signalRef='s' />"
                                        + "</bpmn:intermediateThrowEvent>"))::apply);
        model(
                "others",
                "settings of a person",
                in(ASSIGNEE, "camunda:assignee=\"${people.quiet('tom@example.com')}\""));
        model(
                "others",
                "files of the machine as a resource",
                in(DUE, DUE + " camunda:formRef=\"file:" + cage.secret() + "\" camunda:formRefBinding=\"latest\""));
    }

    private void decisions() {
        for (String language : List.of("groovy", "javascript", "juel")) {
            String text = language.equals("juel") ? "${canary.touch()}" : "new File('" + cage.made() + "').text = 'a'";
            table(
                    "result written in " + language,
                    in(
                            "<outputEntry id=\"e2\">" + ENTRY,
                            "<outputEntry id=\"e2\" expressionLanguage=\"" + language + "\"><text>" + text
                                    + "</text>"));
        }
        table(
                "question written in a script",
                in(
                        "<inputExpression id=\"ie\" typeRef=\"string\"><text>title",
                        "<inputExpression id=\"ie\" typeRef=\"string\" expressionLanguage=\"javascript\"><text>1"));
        rule(
                "function in Java",
                "{f: function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}}, r: f(-1)}.r");
        rule("list of a thousand million", "string(count(for a in 1..1000000000 return a))");
        rule("question to a thousand million", "if some a in 1..1000000000 satisfies a < 0 then \"a\" else \"b\"");
        rule("function that calls itself", "{f: function(x) f(x + 1), r: f(1)}.r");
        rule("text that is doubled in one rule", doubled());
        rule("filter in a filter", filters());
        rule("search that never ends", "string(matches(\"" + "a".repeat(60) + "!\", \"(a+)+$\"))");
        rule("number with a thousand million digits", "string(floor(9 ** 999999999))");
        rule("rounding to a thousand million digits", "string(decimal(1, 999999999))");
        rule("brackets in brackets", "(".repeat(1_900) + "\"a\"" + ")".repeat(1_900));
        table("text that is doubled from table to table", Attacks::chain);
        table(
                "schema on a server",
                in(
                        "id=\"d\" name=\"d\"",
                        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:other "
                                + cage.url() + "/b.xsd\" xmlns:o=\"urn:other\" o:a=\"b\" id=\"d\" name=\"d\""));
        table(
                "import from a server",
                in(
                        "<decision id",
                        "<import namespace=\"n2\" locationURI=\"" + cage.url()
                                + "/a.dmn\" importType=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" /><decision id"));
    }

    private static String doubled() {
        return IntStream.range(0, 12)
                        .mapToObj(i -> "a" + i + ": "
                                + (i == 0
                                        ? "\"" + "x".repeat(50) + "\""
                                        : String.join("+", java.util.Collections.nCopies(20, "a" + (i - 1)))))
                        .collect(Collectors.joining(", ", "{", "}"))
                + ".a11";
    }

    private static String filters() {
        String list = IntStream.range(0, 99).mapToObj(i -> "1").collect(Collectors.joining(",", "[", "]"));
        String filter = "item > 0";
        for (int i = 0; i < 8; i++) {
            filter = "count(" + list + "[" + filter + "]) > 0";
        }
        return "if " + filter + " then \"a\" else \"b\"";
    }

    /** Forty tables, each of which gives what the one before gives, ten times. */
    private static String chain(String xml) {
        StringBuilder tables = new StringBuilder();
        for (int i = 1; i <= 40; i++) {
            tables.append("<decision id='KEYd")
                    .append(i)
                    .append("' name='d")
                    .append(i)
                    .append("' camunda:historyTimeToLive='P30D'>");
            String text = i == 1
                    ? "\"" + "x".repeat(99) + "\""
                    : String.join("+", java.util.Collections.nCopies(10, "v" + (i - 1)));
            tables.append("<variable id='KEYv")
                    .append(i)
                    .append("' name='v")
                    .append(i)
                    .append("' typeRef='string' />");
            if (i > 1) {
                tables.append("<informationRequirement id='KEYi")
                        .append(i)
                        .append("'><requiredDecision href='#KEYd")
                        .append(i - 1)
                        .append("' /></informationRequirement>");
            }
            tables.append("<literalExpression id='KEYl")
                    .append(i)
                    .append("'><text>")
                    .append(text)
                    .append("</text></literalExpression></decision>");
        }
        return xml.replace(
                        "<decisionTable",
                        "<informationRequirement id='KEYi'><requiredDecision href='#KEYd40' />"
                                + "</informationRequirement><decisionTable")
                .replace(ENTRY, "<text>v40</text>")
                .replace("</definitions>", tables + "</definitions>");
    }

    private void files() {
        String secret = cage.secret().toUri().toString();
        String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        model("file", "entity that reads a file", doctype(head, "<!ENTITY e SYSTEM \"" + secret + "\">"));
        model("file", "entity that calls a server", doctype(head, "<!ENTITY e SYSTEM \"" + cage.url() + "/e\">"));
        model(
                "file",
                "description of a file type on a server",
                in(head, head + "<!DOCTYPE bpmn:definitions SYSTEM \"" + cage.url() + "/a.dtd\">"));
        model(
                "file",
                "parameter entity that calls a server",
                in(head, head + "<!DOCTYPE d [<!ENTITY % p SYSTEM \"" + cage.url() + "/p\"> %p;]>"));
        model("file", "a thousand million laughs", doctype(head, laughs()));
        model(
                "file",
                "part from another file",
                in(
                        "<camunda:property name=\"help\" value=\"Is it good?\" />",
                        "<camunda:property name=\"help\" value=\"Is it good?\"><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\""
                                + " parse=\"text\" href=\"" + secret + "\" /></camunda:property>"));
        model(
                "file",
                "schema on a server",
                in(
                        "targetNamespace=\"test\"",
                        "targetNamespace=\"test\" xsi:schemaLocation=\"http://www.omg.org/spec/BPMN/20100524/MODEL "
                                + cage.url() + "/a.xsd urn:other " + cage.url()
                                + "/b.xsd\" xmlns:o=\"urn:other\" o:a=\"b\""));
        model(
                "file",
                "import from a server",
                in(
                        "<bpmn:process",
                        "<bpmn:import importType=\"http://schemas.xmlsoap.org/wsdl/\" location=\"" + cage.url()
                                + "/a.wsdl\" namespace=\"n\" /><bpmn:process"));
        model(
                "file",
                "not a model but bytes",
                xml -> new String(new byte[] {'P', 'K', 3, 4, 20, 0}, StandardCharsets.ISO_8859_1));
    }

    private static UnaryOperator<String> doctype(String head, String declarations) {
        return in(head, head + "<!DOCTYPE bpmn:definitions [" + declarations + "]>")
                        .andThen(in(
                                "value=\"Is it good?\"",
                                "value=\"Is it good?\" /><camunda:property name=\"x\" value=\"&e;\""))::apply;
    }

    private static String laughs() {
        StringBuilder laughs = new StringBuilder("<!ENTITY e0 \"ha\">");
        for (int i = 1; i <= 9; i++) {
            laughs.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return laughs.append("<!ENTITY e \"&e9;\">").toString();
    }

    private void bombs() {
        model(
                "bomb",
                "ten thousand brackets",
                in(CONDITION, "${" + "(".repeat(10_000) + "true" + ")".repeat(10_000) + "}"));
        model(
                "bomb",
                "as many brackets as fit",
                in(CONDITION, "${" + "(".repeat(1_990) + "true" + ")".repeat(1_990) + "}"));
        model("bomb", "no, no, no, a thousand times", in(CONDITION, "${" + "!".repeat(3_900) + "true}"));
        model(
                "bomb",
                "text that is multiplied from step to step",
                outputs("x".repeat(3_000), "${a1}".repeat(900), "${a2}".repeat(900), "${a3}".repeat(900)));
        model(
                "bomb",
                "lists in lists",
                outputs(list("xxxxxxxxxx", 500), list("${a1}", 500), list("${a2}", 500), list("${a3}", 500), "${a4}"));
        model("bomb", "a million people at once", several("", "<bpmn:loopCardinality>1000000</bpmn:loopCardinality>"));
        model(
                "bomb",
                "a million people by an expression",
                several("", "<bpmn:loopCardinality>${1000 * 1000}</bpmn:loopCardinality>"));
        model(
                "bomb",
                "a million people in turn",
                several("isSequential='true'", "<bpmn:loopCardinality>1000000</bpmn:loopCardinality>"));
        model("bomb", "a hundred times a hundred times a hundred", step(nested()));
        model(
                "bomb",
                "due in two thousand million working days",
                in(DUE, "camunda:dueDate=\"${calendar.workingDays(2000000000)}\""));
        model(
                "bomb",
                "due in two thousand million working hours",
                in(DUE, "camunda:dueDate=\"${calendar.workingHours(2000000000)}\""));
        model("bomb", "due after the end of time", in(DUE, "camunda:dueDate=\"+999999999-12-31\""));
        model("bomb", "due in the words of nobody", in(DUE, "camunda:dueDate=\"P999999999999D\""));
        model(
                "bomb",
                "tried again a million times at once",
                in(DUE, DUE + " camunda:asyncBefore=\"true\"")
                                .andThen(in(ASSIGNEE, "camunda:assignee=\"${nobody}\""))
                                .andThen(
                                        within(
                                                "<camunda:failedJobRetryTimeCycle>R1000000/PT0S</camunda:failedJobRetryTimeCycle>"))
                        ::apply);
    }

    private static String list(String value, int times) {
        return "<camunda:list>" + ("<camunda:value>" + value + "</camunda:value>").repeat(times) + "</camunda:list>";
    }

    /** Steps that follow each other, of which each sets {@code a1}, {@code a2} and so on. */
    private static UnaryOperator<String> outputs(String... values) {
        StringBuilder steps = new StringBuilder();
        String before = "start";
        for (int i = 1; i <= values.length; i++) {
            steps.append(arrow(before, "grow" + i))
                    .append("<bpmn:task id='grow" + i + "' name='Grow'><bpmn:extensionElements>")
                    .append(inputs("<camunda:outputParameter name='a" + i + "'>" + values[i - 1]
                            + "</camunda:outputParameter>"))
                    .append("</bpmn:extensionElements></bpmn:task>");
            before = "grow" + i;
        }
        return in(
                "<bpmn:sequenceFlow id=\"toLook\" sourceRef=\"start\" targetRef=\"look\" />",
                steps + arrow(before, "look"));
    }

    private static String arrow(String from, String to) {
        return "<bpmn:sequenceFlow id='" + from + "To" + to + "' sourceRef='" + from + "' targetRef='" + to + "' />";
    }

    private static String nested() {
        String loop = "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>100</bpmn:loopCardinality>"
                + "</bpmn:multiInstanceLoopCharacteristics>";
        String inner = "<bpmn:task id='n3' name='Deepest'>" + loop + "</bpmn:task>";
        for (int i = 2; i >= 1; i--) {
            inner = "<bpmn:subProcess id='n" + i + "' name='Part'>" + loop + "<bpmn:startEvent id='ns" + i
                    + "' /><bpmn:sequenceFlow id='nf" + i + "' sourceRef='ns" + i + "' targetRef='n" + (i + 1) + "' />"
                    + inner + "</bpmn:subProcess>";
        }
        return "<bpmn:subProcess id='step' name='Parts'><bpmn:startEvent id='ns' /><bpmn:sequenceFlow id='nf' sourceRef='ns'"
                + " targetRef='n1' />" + inner + "</bpmn:subProcess>";
    }

    private void circles() {
        String round = "<bpmn:exclusiveGateway id='step' name='Round' default='round' /><bpmn:sequenceFlow id='round'"
                + " sourceRef='step' targetRef='turn' /><bpmn:TURN id='turn' name='Turn' ASYNC /><bpmn:sequenceFlow id='again'"
                + " sourceRef='turn' targetRef='step' />";
        UnaryOperator<String> never = in(
                "sourceRef=\"step\" targetRef=\"look\" />",
                "sourceRef=\"step\" targetRef=\"look\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">"
                        + "${title == 'never'}</bpmn:conditionExpression></bpmn:sequenceFlow>");
        model(
                "circle",
                "circle without a person",
                step(round.replace("TURN", "task").replace("ASYNC", "")).andThen(never)::apply);
        model(
                "circle",
                "circle that doubles the work in each round",
                step("<bpmn:parallelGateway id='step' name='Double' />"
                        + "<bpmn:sequenceFlow id='d1' sourceRef='step' targetRef='turn' /><bpmn:sequenceFlow id='d2' sourceRef='step'"
                        + " targetRef='turn' /><bpmn:task id='turn' name='Turn' /><bpmn:sequenceFlow id='d3' sourceRef='turn'"
                        + " targetRef='double' /><bpmn:exclusiveGateway id='double' /><bpmn:sequenceFlow id='d4' sourceRef='double'"
                        + " targetRef='fork' /><bpmn:parallelGateway id='fork' /><bpmn:sequenceFlow id='d5' sourceRef='fork' targetRef='double' />"
                        + "<bpmn:sequenceFlow id='d6' sourceRef='fork' targetRef='double' />"));
        model(
                "circle",
                "workflow that calls itself",
                step("<bpmn:callActivity id='step' name='Again' calledElement='KEY' />"));
        model(
                "circle",
                "condition that makes itself come true",
                in(
                        "<bpmn:endEvent id=\"end\"",
                        "<bpmn:subProcess id='ev' triggeredByEvent='true'><bpmn:startEvent id='evs' isInterrupting='false'>"
                                + "<bpmn:conditionalEventDefinition id='cd'><bpmn:condition>${true}</bpmn:condition>"
                                + "</bpmn:conditionalEventDefinition></bpmn:startEvent><bpmn:sequenceFlow id='evf' sourceRef='evs'"
                                + " targetRef='evt' /><bpmn:task id='evt'><bpmn:extensionElements>"
                                + inputs("<camunda:outputParameter name='n'>${title}</camunda:outputParameter>")
                                + "</bpmn:extensionElements></bpmn:task></bpmn:subProcess><bpmn:endEvent id=\"end\""));
        model(
                "circle",
                "circle of steps that run by themselves",
                step(round.replace("TURN", "task").replace("ASYNC", "camunda:asyncBefore='true'"))
                        .andThen(never)::apply);
        model(
                "circle",
                "timer each second, for ever",
                in(
                        "<bpmn:sequenceFlow id=\"toGood\"",
                        "<bpmn:boundaryEvent id='tick' attachedToRef='look' cancelActivity='false'><bpmn:timerEventDefinition id='td'>"
                                + "<bpmn:timeCycle>R/PT1S</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:boundaryEvent>"
                                + "<bpmn:sequenceFlow id='toTock' sourceRef='tick' targetRef='tock' /><bpmn:endEvent id='tock' />"
                                + "<bpmn:sequenceFlow id=\"toGood\""));
        model(
                "circle",
                "work that begins by itself, each second",
                in(
                        "</bpmn:extensionElements>\n    </bpmn:startEvent>",
                        "</bpmn:extensionElements><bpmn:timerEventDefinition id='td'><bpmn:timeCycle>R/PT1S</bpmn:timeCycle>"
                                + "</bpmn:timerEventDefinition></bpmn:startEvent>"));
    }

    private void mails() {
        mail("template outside of its folder", "../../../etc/passwd", "tom@example.com", "");
        mail("template by an expression", "${''.getClass().name}", "tom@example.com", "");
        mail(
                "mail of the house itself, with a link elsewhere",
                "sign-in",
                "tom@example.com",
                input("url", "https://evil.example"));
        mail("second header in an address", "delivered", "tom@example.com&#10;Bcc: eve@evil.example", "");
    }

    private void mail(String name, String template, String to, String more) {
        model(
                "mail",
                name,
                step(service(
                        "camunda:delegateExpression='${mail}'",
                        inputs(input("template", template) + input("to", to) + more))));
    }
}
