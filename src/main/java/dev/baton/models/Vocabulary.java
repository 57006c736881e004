package dev.baton.models;

import java.util.Set;

/** The words of BPMN, DMN and Camunda that a model may use (DESIGN, "The model language"). All others are refused. */
final class Vocabulary {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";

    /** Where things are drawn, and in which colour; read by no engine. */
    static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");

    static final Set<String> DMN = Set.of(
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
            "http://www.omg.org/spec/DMN/20151101/dmn11.xsd",
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "https://www.omg.org/spec/DMN/20211108/MODEL/",
            "https://www.omg.org/spec/DMN/20230324/MODEL/");

    static final Set<String> ELEMENTS = words("""
            definitions process documentation extensionElements
            userTask manualTask task sendTask serviceTask receiveTask businessRuleTask
            callActivity subProcess transaction
            startEvent endEvent intermediateCatchEvent intermediateThrowEvent boundaryEvent
            timerEventDefinition timeDate timeDuration timeCycle
            messageEventDefinition message signalEventDefinition signal
            errorEventDefinition error escalationEventDefinition escalation
            terminateEventDefinition conditionalEventDefinition condition
            linkEventDefinition source target compensateEventDefinition cancelEventDefinition
            exclusiveGateway parallelGateway inclusiveGateway eventBasedGateway
            sequenceFlow conditionExpression incoming outgoing
            multiInstanceLoopCharacteristics loopCardinality completionCondition
            collaboration participant participantMultiplicity messageFlow
            laneSet childLaneSet lane flowNodeRef
            association textAnnotation text group category categoryValue
            dataObject dataObjectReference dataState dataStore dataStoreReference property
            dataInputAssociation dataOutputAssociation sourceRef targetRef
            """);

    static final Set<String> CAMUNDA_ELEMENTS = words("""
            properties property formData formField validation constraint value
            inputOutput inputParameter outputParameter list map entry
            in out failedJobRetryTimeCycle potentialStarter errorEventDefinition
            """);

    static final Set<String> CAMUNDA_ATTRIBUTES = words("""
            historyTimeToLive versionTag isStartableInTasklist candidateStarterUsers
            candidateStarterGroups initiator
            assignee candidateUsers candidateGroups dueDate followUpDate priority
            asyncBefore asyncAfter exclusive jobPriority
            delegateExpression collection elementVariable
            decisionRef decisionRefBinding decisionRefVersion decisionRefVersionTag
            mapDecisionResult resultVariable
            calledElementBinding calledElementVersion calledElementVersionTag
            errorCodeVariable errorMessageVariable errorMessage escalationCodeVariable
            variableName variableEvents
            modelerTemplate modelerTemplateVersion modelerTemplateIcon diagramRelationId
            """);

    /** What stands in a diagram and work passes through. */
    static final Set<String> FLOW_NODES = words("""
            userTask manualTask task sendTask serviceTask receiveTask businessRuleTask
            callActivity subProcess transaction
            startEvent endEvent intermediateCatchEvent intermediateThrowEvent boundaryEvent
            exclusiveGateway parallelGateway inclusiveGateway eventBasedGateway
            """);

    /** What may have an id and is not drawn: it tells more of what it stands in. */
    static final Set<String> DETAILS = words("""
            multiInstanceLoopCharacteristics standardLoopCharacteristics loopCardinality completionCondition
            conditionExpression condition timeDate timeDuration timeCycle documentation property
            ioSpecification inputSet outputSet dataInput dataOutput dataInputAssociation dataOutputAssociation
            """);

    /** What expressions may name besides the model's own variables. */
    static final Set<String> NAMES = Set.of("request", "brief", "calendar", "people", "team", "votes", "mail");

    private Vocabulary() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
