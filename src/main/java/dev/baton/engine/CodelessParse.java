package dev.baton.engine;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;

/** Looks through a model for code before the engine reads it, because the engine makes some classes while reading. */
final class CodelessParse extends BpmnParse {

    CodelessParse(BpmnParser parser) {
        super(parser);
    }

    /** The engine's own schemas lie in its jar, which counts as a file; none comes from the network. */
    @Override
    protected String resolveAccessExternalSchemaProperty() {
        return "file,nested";
    }

    @Override
    protected void parseRootElement() {
        CodeInModel.refuse(rootElement);
        super.parseRootElement();
    }

    @Override
    protected void parseSignals() {
        super.parseSignals();
        signals.values().forEach(signal -> signal.setExpression(new OwnSignal(signal.getExpression())));
    }
}
