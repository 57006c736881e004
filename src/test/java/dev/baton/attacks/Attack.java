package dev.baton.attacks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A model that tries something it must not.
 *
 * @param kind by what it tries
 * @param name what it tries, for the table
 * @param key of its process
 * @param files the last is the attack; those before it are what it needs to be there
 */
record Attack(String kind, String name, String key, List<ModelFile> files) {

    record ModelFile(String name, byte[] bytes) {}

    private static final String GOOD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="test">
              <bpmn:process id="KEY" name="Attack" isExecutable="true" camunda:historyTimeToLive="P30D">
                <bpmn:extensionElements>
                  <camunda:properties>
                    <camunda:property name="owner" value="nadia@example.com" />
                    <camunda:property name="question" value="How long does it take?" />
                    <camunda:property name="prefix" value="PREFIX" />
                    <camunda:property name="promise" value="P5D" />
                  </camunda:properties>
                </bpmn:extensionElements>
                <bpmn:startEvent id="start" name="Asked">
                  <bpmn:extensionElements>
                    <camunda:formData>
                      <camunda:formField id="title" label="What?" type="string" />
                    </camunda:formData>
                  </bpmn:extensionElements>
                </bpmn:startEvent>
                <bpmn:sequenceFlow id="toLook" sourceRef="start" targetRef="look" />
                <bpmn:userTask id="look" name="Look at it" camunda:assignee="${request.owner}" camunda:dueDate="P2D">
                  <bpmn:extensionElements>
                    <camunda:properties>
                      <camunda:property name="help" value="Is it good?" />
                      <camunda:property name="outcomes" value="yes=Yes, no=No*" />
                    </camunda:properties>
                  </bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="toGood" sourceRef="look" targetRef="good" />
                <bpmn:exclusiveGateway id="good" name="Good?" default="toEnd" />
                <bpmn:sequenceFlow id="toEnd" sourceRef="good" targetRef="end" />
                <bpmn:sequenceFlow id="back" sourceRef="good" targetRef="look">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${outcome == 'no'}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:endEvent id="end" name="Delivered" />
              </bpmn:process>
            </bpmn:definitions>
            """;

    private static final String TABLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n"
                xmlns:camunda="http://camunda.org/schema/1.0/dmn">
              <decision id="KEYtable" name="Attack" camunda:historyTimeToLive="P30D">
                <decisionTable id="t" hitPolicy="FIRST">
                  <input id="i" label="What"><inputExpression id="ie" typeRef="string"><text>title</text></inputExpression></input>
                  <output id="o" label="Result" name="r" typeRef="string" />
                  <rule id="r1"><inputEntry id="e1"><text></text></inputEntry><outputEntry id="e2"><text>"fine"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    /** A workflow whose requests wait for a person, and for a signal that sets them free. */
    static byte[] good() {
        return in("<bpmn:process", "<bpmn:signal id=\"s\" name=\"free\" /><bpmn:process")
                .andThen(in(
                        "<bpmn:endEvent",
                        "<bpmn:boundaryEvent id=\"freed\" attachedToRef=\"look\"><bpmn:signalEventDefinition id=\"sd\""
                                + " signalRef=\"s\" /></bpmn:boundaryEvent><bpmn:sequenceFlow id=\"free\" sourceRef=\"freed\""
                                + " targetRef=\"end\" /><bpmn:endEvent"))
                .apply(GOOD.replace("KEY", "goodwork").replace("PREFIX", "GOOD"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A workflow in which nothing is wrong, and what the attack changes in it. */
    static Attack model(int number, String kind, String name, UnaryOperator<String> change) {
        String key = "attack" + number;
        return new Attack(kind, name, key, List.of(file(key, ".bpmn", change.apply(GOOD))));
    }

    /** A decision table in which nothing is wrong, what the attack changes in it, and a workflow that asks it. */
    static Attack table(int number, String kind, String name, UnaryOperator<String> change) {
        String key = "attack" + number;
        List<ModelFile> files = new ArrayList<>();
        files.add(file(
                key,
                ".bpmn",
                step("<bpmn:businessRuleTask id='step' name='Decide' camunda:decisionRef='KEYtable'"
                                + " camunda:mapDecisionResult='singleEntry' camunda:resultVariable='decided' />")
                        .apply(GOOD)));
        files.add(file(key, ".dmn", change.apply(TABLE)));
        return new Attack(kind, name, key, files);
    }

    private static ModelFile file(String key, String ending, String xml) {
        String named = xml.replace("KEY", key).replace("PREFIX", key.toUpperCase(java.util.Locale.ROOT));
        return new ModelFile(key + ending, named.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return kind + ": " + name;
    }

    ModelFile last() {
        return files.get(files.size() - 1);
    }

    /** Puts a step of id {@code step} between the start and the task. */
    static UnaryOperator<String> step(String element) {
        return in(
                "<bpmn:sequenceFlow id=\"toLook\" sourceRef=\"start\" targetRef=\"look\" />",
                "<bpmn:sequenceFlow id=\"toStep\" sourceRef=\"start\" targetRef=\"step\" />" + element
                        + "<bpmn:sequenceFlow id=\"toLook\" sourceRef=\"step\" targetRef=\"look\" />");
    }

    /** More among the task's extension elements. */
    static UnaryOperator<String> within(String extension) {
        return xml -> replaced(
                xml,
                "value=\"yes=Yes, no=No*\" />",
                "value=\"yes=Yes, no=No*\" /></camunda:properties>" + extension + "<camunda:properties>");
    }

    /** Something else in the place of what stands there. */
    static UnaryOperator<String> in(String text, String instead) {
        return xml -> replaced(xml, text, instead);
    }

    private static String replaced(String xml, String text, String instead) {
        if (!xml.contains(text)) {
            throw new IllegalArgumentException("Not in the model: " + text);
        }
        return xml.replace(text, instead);
    }
}
