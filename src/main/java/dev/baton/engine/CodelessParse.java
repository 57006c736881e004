package dev.baton.engine;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;

/** Looks through a model for code before the engine reads it, because the engine makes some classes while reading. */
final class CodelessParse extends BpmnParse {

    CodelessParse(BpmnParser parser) {
        super(parser);
    }

    @Override
    protected void parseRootElement() {
        CodeInModel.refuse(rootElement);
        super.parseRootElement();
    }
}
