package dev.baton.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The last net under the model check: refuses, before the engine reads a model, everything that would load a class, run
 * a script or call a connector, wherever in the file it stands.
 */
final class CodeInModel {

    private static final Set<String> ELEMENTS = Set.of(
            "scriptTask",
            "script",
            "connector",
            "executionListener",
            "taskListener",
            "field",
            "expression",
            "validator");

    private static final Set<String> ATTRIBUTES = Set.of(
            "class",
            "expression",
            "variableMappingClass",
            "variableMappingDelegateExpression",
            "topic",
            "taskListener",
            "formHandlerClass",
            "resource");

    private CodeInModel() {}

    /** @throws CodeRefused naming the element and its line */
    static void refuse(Element element) {
        if (ELEMENTS.contains(element.getTagName())) {
            throw new CodeRefused("<" + element.getTagName() + "> (line " + element.getLine() + ")");
        }
        if (element.getTagName().equals("constraint") && "validator".equals(element.attribute("name"))) {
            throw new CodeRefused("a validator of its own (line " + element.getLine() + ")");
        }
        for (String attribute : ATTRIBUTES) {
            if (element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, attribute) != null) {
                throw new CodeRefused("camunda:" + attribute + " (line " + element.getLine() + ")");
            }
        }
        String language = element.attribute("language");
        if (language != null && element.getTagName().equals("conditionExpression") && !language.equals("juel")) {
            throw new CodeRefused("a script in " + language + " (line " + element.getLine() + ")");
        }
        String delegate = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "delegateExpression");
        if (delegate != null && !delegate.matches("\\s*[$#]\\{\\s*mail\\s*}\\s*")) {
            throw new CodeRefused("the delegate " + delegate + " (line " + element.getLine() + ")");
        }
        element.elements().forEach(CodeInModel::refuse);
    }
}
