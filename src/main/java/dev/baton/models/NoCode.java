package dev.baton.models;

import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;

/** No attribute that names a class, a script, a file or a worker; the only delegate is {@code ${mail}}. */
final class NoCode implements Rule {

    private static final Set<String> SCRIPTING = Set.of("language", "scriptFormat", "expressionLanguage");
    private static final Set<String> HARMLESS_LANGUAGES = Set.of(
            "http://www.w3.org/1999/XPath", "http://www.w3.org/1999/xpath", "http://www.java.com/javaTypes", "juel");

    @Override
    public String name() {
        return "safe";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        model.all()
                .filter(element -> !Vocabulary.DRAWING.contains(element.namespace()))
                .forEach(element ->
                        element.attributes().forEach((attribute, value) -> check(element, attribute, value, findings)));
        model.all()
                .filter(element -> element.is(Vocabulary.CAMUNDA, "constraint")
                        && element.attribute("name").filter("validator"::equals).isPresent())
                .forEach(element -> findings.error(element, "validator"));
    }

    private static void check(XmlElement element, QName attribute, String value, Findings findings) {
        String name = attribute.getLocalPart();
        if (element.parent() == null && attribute.toString().equals("expressionLanguage")) {
            language(element, value, findings);
        } else if (attribute.getNamespaceURI().isEmpty()
                && SCRIPTING.contains(name)
                && !HARMLESS_LANGUAGES.contains(value)) {
            findings.error(element, "script", name + "=\"" + value + "\"");
        } else if (attribute.getNamespaceURI().equals(Vocabulary.CAMUNDA)) {
            camunda(element, name, value, findings);
        }
    }

    /** What the file as a whole says of its expressions the engine never reads; programs write it that only draw. */
    private static void language(XmlElement root, String value, Findings findings) {
        if (!HARMLESS_LANGUAGES.contains(value)) {
            findings.note(root, "language", "expressionLanguage", value);
        }
    }

    private static void camunda(XmlElement element, String name, String value, Findings findings) {
        if (name.equals("delegateExpression")) {
            if (!isMail(value)) {
                findings.error(element, "delegate", value);
            }
        } else if (!Vocabulary.CAMUNDA_ATTRIBUTES.contains(name)) {
            findings.error(element, WORDS.getOrDefault(name, "attribute"), name, value);
        }
    }

    /** Whether it is the one delegate that there is. */
    static boolean isMail(String delegate) {
        return delegate.matches("\\s*[$#]\\{\\s*mail\\s*}\\s*");
    }

    private static final Map<String, String> WORDS = Map.of(
            "class", "class",
            "expression", "expression",
            "type", "worker",
            "topic", "worker",
            "formKey", "form",
            "formRef", "form");
}
