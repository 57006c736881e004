package dev.baton.models;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** Every expression can be parsed, names only what is known, and calls nothing but our names' own questions. */
final class KnownExpressions implements Rule {

    private static final QName DELEGATE = new QName(Vocabulary.CAMUNDA, "delegateExpression");

    private static final Set<String> NOT_EVALUATED = Set.of("textAnnotation", "text", "flowNodeRef");

    @Override
    public String name() {
        return "expressions";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        Variables known = Variables.of(model);
        model.all()
                .filter(element ->
                        !Vocabulary.DRAWING.contains(element.namespace()) && !NOT_EVALUATED.contains(element.name()))
                .forEach(element -> texts(element)
                        .filter(ExpressionReader::isExpression)
                        .forEach(text -> check(model, element, text.strip(), known, findings)));
    }

    private static void check(Model model, XmlElement element, String text, Variables known, Findings findings) {
        ExpressionReader.Parsed expression;
        try {
            expression = ExpressionReader.read(text);
        } catch (TreeBuilderException broken) {
            findings.error(element, "unreadable", text);
            return;
        }
        expression.forbidden().forEach(call -> findings.error(element, "call", text, call));
        expression.names().stream()
                .filter(name ->
                        !Vocabulary.NAMES.contains(name) && !known.names().contains(name))
                .forEach(name -> findings.error(element, "name", text, name, told(known)));
        if (!model.isCalled()) {
            List<String> unknown = expression.briefFields().stream()
                    .filter(field -> !known.names().contains(field))
                    .toList();
            unknown.forEach(field -> findings.error(element, "brief", text, field, String.join(", ", known.told())));
        }
    }

    /** What a step would run, if it ran anything, is looked at by the rule that allows mails alone. */
    private static Stream<String> texts(XmlElement element) {
        return Stream.concat(
                element.attributes().entrySet().stream()
                        .filter(attribute -> !attribute.getKey().equals(DELEGATE))
                        .map(Map.Entry::getValue),
                Stream.of(element.text()));
    }

    private static String told(Variables known) {
        return Stream.concat(Vocabulary.NAMES.stream().sorted(), known.told().stream())
                .filter(name -> !name.equals("mail"))
                .collect(Collectors.joining(", "));
    }
}
