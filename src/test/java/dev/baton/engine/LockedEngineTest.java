package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.shared.RequestRef;
import dev.baton.testkit.BatonTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/** Models that try to reach code, deployed past every check. */
@BatonTest
@ContextConfiguration(classes = EngineContract.OnlyTheEngine.class)
class LockedEngineTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    Deployments deployments;

    @Autowired
    Processes processes;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${execution}",
                "${execution.id}",
                "${task}",
                "${authenticatedUserId}",
                "${variableContext}",
                "${''.getClass()}",
                "${''.class}",
                "${title.class.classLoader}",
                "${title.getClass().forName('java.lang.Runtime')}",
                "${title.bytes}",
                "${title.format('%s', 1)}",
                "${mail.class}",
                "${mail.execute(null)}",
                "${request.getClass()}",
                "${request.class}",
                "${brief.scope}",
                "${brief.getClass()}",
                "${currentUser()}",
                "${dateTime()}",
                "${now()}",
                "${dataSource}",
                "${processEngineConfiguration}",
                "${beans}",
                "${systemProperties}",
                "${title = 'other'}"
            })
    void anExpressionReadsNothingButItsFewNames(String expression) {
        assertThatThrownBy(() -> run(gateway(expression))).isInstanceOfAny(WorkflowFailed.class, CodeRefused.class);
    }

    @Test
    void theLockLetsPlainExpressionsThrough() {
        RequestRef ref = RequestRef.of("LOCK-1");

        processes.start(
                deploy(gateway("${title == 'News' and brief.title.length() == 4 and request.ref == 'LOCK-1'}")),
                ref,
                Map.of("title", "News"));

        assertThat(processes.steps(ref)).extracting(Step::activity).contains("yes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask id='x' scriptFormat='groovy'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:scriptTask id='x' scriptFormat='javascript'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:scriptTask id='x' scriptFormat='juel' camunda:resource='classpath://a'/>",
                "<bpmn:serviceTask id='x' camunda:class='java.lang.String'/>",
                "<bpmn:serviceTask id='x' camunda:expression='${title}'/>",
                "<bpmn:serviceTask id='x' camunda:delegateExpression='${dataSource}'/>",
                "<bpmn:serviceTask id='x' camunda:type='external' camunda:topic='t'/>",
                "<bpmn:serviceTask id='x' camunda:type='shell'/>",
                "<bpmn:serviceTask id='x' camunda:type='mail'/>",
                "<bpmn:sendTask id='x' camunda:class='java.lang.String'/>",
                "<bpmn:businessRuleTask id='x' camunda:class='java.lang.String'/>",
                "<bpmn:serviceTask id='x' camunda:delegateExpression='${mail}'><bpmn:extensionElements>"
                        + "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"
                        + "</bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:userTask id='x'><bpmn:extensionElements><camunda:taskListener event='create'"
                        + " class='java.lang.String'/></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='x'><bpmn:extensionElements><camunda:executionListener event='start'"
                        + " expression='${title}'/></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='x'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='a'>"
                        + "<camunda:script scriptFormat='groovy'>1</camunda:script></camunda:inputParameter>"
                        + "</camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='x'><bpmn:extensionElements><camunda:formData><camunda:formField id='a'"
                        + " type='string'><camunda:validation><camunda:constraint name='validator'"
                        + " config='java.lang.String'/></camunda:validation></camunda:formField></camunda:formData>"
                        + "</bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='x' camunda:formHandlerClass='java.lang.String'/>",
                "<bpmn:callActivity id='x' calledElement='y' camunda:variableMappingClass='java.lang.String'/>",
                "<bpmn:callActivity id='x' calledElement='y' camunda:variableMappingDelegateExpression='${mail}'/>"
            })
    void anElementThatHoldsCodeIsRefusedWhileItIsRead(String element) {
        assertThatThrownBy(() -> run(around(element))).isInstanceOfAny(WorkflowFailed.class, CodeRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "groovy", "juel-is-no-script"})
    void aDecisionTableRunsNoScript(String language) {
        String decision = "script" + COUNT.incrementAndGet();
        deployments.deploy(Map.of(decision + ".dmn", table(decision, language, "1")));

        assertThatThrownBy(() -> run(around("<bpmn:businessRuleTask id='x' camunda:decisionRef='" + decision
                        + "' camunda:resultVariable='r' camunda:mapDecisionResult='singleEntry'/>")))
                .isInstanceOfAny(WorkflowFailed.class, CodeRefused.class);
    }

    @Test
    void aDecisionTableCallsNoJava() {
        String decision = "java" + COUNT.incrementAndGet();
        String call = "{f: function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}},"
                + " r: f(-1)}.r";
        deployments.deploy(Map.of(decision + ".dmn", table(decision, "feel", call)));

        assertThatThrownBy(() -> run(around("<bpmn:businessRuleTask id='x' camunda:decisionRef='" + decision
                        + "' camunda:resultVariable='r' camunda:mapDecisionResult='singleEntry'/>"
                        + gatewayElements("${r == 1}"))))
                .isInstanceOfAny(WorkflowFailed.class, CodeRefused.class);
    }

    @Test
    void aVariableCannotTakeTheNameOfOneOfOurs() {
        String process = deploy(gateway("${request.ref == 'LOCK-7'}"));

        processes.start(process, RequestRef.of("LOCK-7"), Map.of("title", "News", "request", "mine"));

        assertThat(processes.steps(RequestRef.of("LOCK-7")))
                .extracting(Step::activity)
                .contains("yes");
    }

    private void run(String body) {
        processes.start(deploy(body), new RequestRef("RUN", COUNT.incrementAndGet()), Map.of("title", "News"));
    }

    private String deploy(String body) {
        String key = "attack" + COUNT.incrementAndGet();
        String xml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="http://example.com">
                  <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">%s</bpmn:process>
                </bpmn:definitions>
                """.formatted(key, body);
        List<DefinitionVersion> deployed = deployments
                .deploy(Map.of(key + ".bpmn", xml.getBytes(StandardCharsets.UTF_8)))
                .versions();
        assertThat(deployed).extracting(DefinitionVersion::key).isEqualTo(List.of(key));
        return deployed.get(0).id();
    }

    private static String around(String element) {
        return "<bpmn:startEvent id='s'/><bpmn:sequenceFlow id='f' sourceRef='s' targetRef='x'/>" + element;
    }

    private static String gateway(String condition) {
        return "<bpmn:startEvent id='s'/><bpmn:sequenceFlow id='f' sourceRef='s' targetRef='g'/>"
                + "<bpmn:exclusiveGateway id='g' default='f2'/>" + branch(condition);
    }

    private static String gatewayElements(String condition) {
        return "<bpmn:sequenceFlow id='fx' sourceRef='x' targetRef='g'/><bpmn:exclusiveGateway id='g' default='f2'/>"
                + branch(condition);
    }

    private static String branch(String condition) {
        return "<bpmn:sequenceFlow id='f1' sourceRef='g' targetRef='yes'><bpmn:conditionExpression>" + condition
                + "</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:endEvent id='yes'/>"
                + "<bpmn:sequenceFlow id='f2' sourceRef='g' targetRef='no'/><bpmn:endEvent id='no'/>";
    }

    private static byte[] table(String key, String language, String text) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn">
                  <decision id="%s" name="x" camunda:historyTimeToLive="P1D">
                    <decisionTable id="t" hitPolicy="FIRST">
                      <output id="o" name="r" />
                      <rule id="r1"><outputEntry id="e" expressionLanguage="%s"><text><![CDATA[%s]]></text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(key, language, text).getBytes(StandardCharsets.UTF_8);
    }
}
