package dev.baton.models;

import java.nio.charset.StandardCharsets;

/** A small workflow in which nothing is wrong, and what a test changes in it. */
final class Drawing {

    private static final String GOOD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="test">
              <bpmn:process id="small" name="Small" isExecutable="true" camunda:historyTimeToLive="P30D">
                <bpmn:extensionElements>
                  <camunda:properties>
                    <camunda:property name="owner" value="nadia@example.com" />
                    <camunda:property name="question" value="How long does it take?" />
                    <camunda:property name="prefix" value="SMALL" />
                    <camunda:property name="promise" value="P5D" />
                  </camunda:properties>
                </bpmn:extensionElements>
                <bpmn:startEvent id="start">
                  <bpmn:extensionElements>
                    <camunda:formData>
                      <camunda:formField id="what" label="What?" type="string" />
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

    private final String xml;

    private Drawing(String xml) {
        this.xml = xml;
    }

    static Drawing good() {
        return new Drawing(GOOD);
    }

    /** The same with every occurrence of the text replaced, which must be there. */
    Drawing with(String text, String instead) {
        if (!xml.contains(text)) {
            throw new IllegalArgumentException("Not in the drawing: " + text);
        }
        return new Drawing(xml.replace(text, instead));
    }

    /** The same with one more step after the gateway, in place of the end event's flow. */
    Drawing withStep(String step) {
        return with(
                "<bpmn:sequenceFlow id=\"toEnd\" sourceRef=\"good\" targetRef=\"end\" />",
                "<bpmn:sequenceFlow id=\"toEnd\" sourceRef=\"good\" targetRef=\"step\" />" + step
                        + "<bpmn:sequenceFlow id=\"on\" sourceRef=\"step\" targetRef=\"end\" />");
    }

    /** The same with more inside of the process. */
    Drawing inProcess(String more) {
        return with("</bpmn:process>", more + "</bpmn:process>");
    }

    /** The same with more beside the process: messages, signals, errors. */
    Drawing beside(String more) {
        return with("</bpmn:definitions>", more + "</bpmn:definitions>");
    }

    /** The same with more inside of the task. */
    Drawing inTask(String more) {
        return with("</bpmn:userTask>", more + "</bpmn:userTask>");
    }

    /** The same with another field beside the one that is there. */
    Drawing withField(String field) {
        return with("</camunda:formData>", field + "</camunda:formData>");
    }

    /** The same with another condition of the way back. */
    Drawing asking(String condition) {
        return with("${outcome == 'no'}", condition);
    }

    byte[] bytes() {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
