package dev.baton.models;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Models of other engines look alike and mean other things. */
final class Dialect implements Rule {

    private static final Map<String, String> OTHERS = new LinkedHashMap<>();

    static {
        OTHERS.put("camunda.org/schema/zeebe", "Camunda 8");
        OTHERS.put("flowable.org/bpmn", "Flowable");
        OTHERS.put("activiti.org/bpmn", "Activiti");
        OTHERS.put("www.jboss.org/drools", "jBPM");
        OTHERS.put("www.signavio.com", "Signavio");
    }

    @Override
    public String name() {
        return "dialect";
    }

    @Override
    public void check(Model model, Findings findings) {
        model.all()
                .filter(element -> other(element).isPresent())
                .findFirst()
                .ifPresent(first -> findings.error(first, "other", other(first).orElseThrow()));
    }

    private static Optional<String> other(XmlElement element) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(element.namespace()),
                        element.attributes().keySet().stream().map(javax.xml.namespace.QName::getNamespaceURI))
                .flatMap(namespace -> OTHERS.entrySet().stream()
                        .filter(known -> namespace.contains(known.getKey()))
                        .map(Map.Entry::getValue))
                .findFirst();
    }
}
