package dev.baton.models;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;

/**
 * No element names a description that lies elsewhere, where some readers of XML would look: at a server, or at a file.
 * Nobody looks for those of BPMN and DMN itself, which most programs name.
 */
final class SchemaIsHere implements Rule {

    private static final Set<String> OWN = Stream.of(
                    Stream.of(Vocabulary.BPMN), Vocabulary.DRAWING.stream(), Vocabulary.DMN.stream())
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public String name() {
        return "reads";
    }

    @Override
    public void check(Model model, Findings findings) {
        model.all()
                .filter(element -> element.attributes().entrySet().stream()
                        .filter(attribute -> attribute
                                .getKey()
                                .getNamespaceURI()
                                .equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI))
                        .anyMatch(attribute -> leadsElsewhere(attribute.getKey().getLocalPart(), attribute.getValue())))
                .forEach(element -> findings.error(element, "schema"));
    }

    /** {@code xsi:schemaLocation} holds pairs of a namespace and where its schema lies. */
    private static boolean leadsElsewhere(String attribute, String value) {
        String[] pairs = value.strip().split("\\s+");
        return attribute.equals("noNamespaceSchemaLocation")
                || (attribute.equals("schemaLocation")
                        && IntStream.range(0, pairs.length)
                                .filter(place -> place % 2 == 0)
                                .anyMatch(place -> !OWN.contains(pairs[place])));
    }
}
