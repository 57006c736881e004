package dev.baton.models;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/**
 * Models of other engines look alike and mean other things: where one of them says who does a step and until when,
 * nothing of it counts here. Programs that only draw leave notes of their own, which do no harm.
 */
final class Dialect implements Rule {

    /** What stands in the namespace of an engine's own attributes, and the engine's key in the messages. */
    private static final Map<String, String> ENGINES = new LinkedHashMap<>();

    /** The same for programs that only draw. */
    private static final Map<String, String> DRAWERS = new LinkedHashMap<>();

    /** What an engine's word is called here; the sentences of the others say enough. */
    private static final Set<String> TRANSLATED = Set.of(
            "assignmentDefinition",
            "taskDefinition",
            "taskSchedule",
            "calledElement",
            "calledDecision",
            "formDefinition",
            "ioMapping",
            "loopCharacteristics",
            "assignee",
            "candidateUsers",
            "candidateGroups",
            "dueDate",
            "formProperty",
            "collection");

    /** So many places are named; whoever has mended those has seen how it goes. */
    private static final int MOST = 20;

    static {
        ENGINES.put("camunda.org/schema/zeebe", "zeebe");
        ENGINES.put("flowable.org/bpmn", "flowable");
        ENGINES.put("activiti.org/bpmn", "activiti");
        ENGINES.put("operaton.org", "operaton");
        ENGINES.put("jboss.org/drools", "jbpm");
        ENGINES.put("bonitasoft.org", "bonita");
        ENGINES.put("imixs.org", "imixs");
        ENGINES.put("processmaker.com", "processmaker");
        DRAWERS.put("signavio.com", "Signavio");
        DRAWERS.put("trisotech.com", "Trisotech");
        DRAWERS.put("ibm.com/", "IBM");
        DRAWERS.put("bizagi.com", "Bizagi");
        DRAWERS.put("w4.eu", "W4");
        DRAWERS.put("softwareag.com/aris", "ARIS");
        DRAWERS.put("boc-group.com", "ADONIS");
        DRAWERS.put("sap.com", "SAP");
        DRAWERS.put("oracle.com", "Oracle");
        DRAWERS.put("itp-commerce.com", "itp commerce");
        DRAWERS.put("visual-paradigm.com", "Visual Paradigm");
        DRAWERS.put("sparxsystems", "Enterprise Architect");
    }

    @Override
    public String name() {
        return "dialect";
    }

    @Override
    public void check(Model model, Findings findings) {
        Optional<XmlElement> first = model.all()
                .filter(element -> speaks(element, ENGINES).isPresent())
                .findFirst();
        if (model.root().attributes().containsValue("Camunda Cloud")) {
            findings.error(
                    model.root(),
                    "zeebe",
                    "executionPlatform",
                    String.valueOf(model.root().line()));
            translate(model, findings);
        } else if (first.isPresent()) {
            String engine = speaks(first.get(), ENGINES).orElseThrow();
            findings.error(
                    model.root(),
                    engine,
                    first.get().named().label(),
                    String.valueOf(first.get().line()));
            translate(model, findings);
        } else {
            Stream.concat(
                            model.root().attribute("exporter").stream(),
                            model.all().flatMap(Dialect::spoken))
                    .flatMap(text -> known(text, DRAWERS).stream())
                    .findFirst()
                    .ifPresent(drawer -> findings.note(model.root(), "drawn", drawer));
        }
    }

    private static void translate(Model model, Findings findings) {
        Set<String> told = new HashSet<>();
        model.all()
                .flatMap(element -> Stream.concat(
                                Stream.of(element)
                                        .filter(own ->
                                                known(own.namespace(), ENGINES).isPresent())
                                        .map(XmlElement::name),
                                element.attributes().keySet().stream()
                                        .filter(attribute -> known(attribute.getNamespaceURI(), ENGINES)
                                                .isPresent())
                                        .map(QName::getLocalPart))
                        .filter(TRANSLATED::contains)
                        .map(word -> new Word(element, word)))
                .filter(word -> told.add(word.at().named().label() + " " + word.text()))
                .limit(MOST)
                .forEach(word -> findings.note(word.at(), "word." + word.text(), word.text()));
    }

    /** A word of another engine where it stands. */
    private record Word(XmlElement at, String text) {}

    private static Optional<String> speaks(XmlElement element, Map<String, String> languages) {
        return spoken(element)
                .flatMap(namespace -> known(namespace, languages).stream())
                .findFirst();
    }

    private static Stream<String> spoken(XmlElement element) {
        return Stream.concat(
                Stream.of(element.namespace()),
                element.attributes().keySet().stream().map(QName::getNamespaceURI));
    }

    private static Optional<String> known(String text, Map<String, String> languages) {
        String lower = text.toLowerCase(Locale.ROOT);
        return languages.entrySet().stream()
                .filter(language -> lower.contains(language.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
