package dev.baton.models;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A link event leads to the one that catches it. */
final class LinksMeet implements Rule {

    @Override
    public String name() {
        return "links";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        List<XmlElement> links = model.nodes()
                .filter(node -> node.children(Vocabulary.BPMN, "linkEventDefinition")
                        .findAny()
                        .isPresent())
                .toList();
        Set<String> caught = new HashSet<>();
        for (XmlElement link : links) {
            Optional<String> name = Flow.linkName(link);
            if (name.isEmpty()) {
                findings.error(link, "name");
            } else if (isThrown(link)) {
                if (links.stream().noneMatch(other -> takesUp(other, link))) {
                    findings.error(link, "nowhere", name.get());
                }
            } else if (!caught.add(name.get())) {
                findings.error(link, "twice", name.get());
            }
        }
    }

    private static boolean takesUp(XmlElement other, XmlElement thrown) {
        return !isThrown(other)
                && other.parent() == thrown.parent()
                && Flow.linkName(other).equals(Flow.linkName(thrown));
    }

    private static boolean isThrown(XmlElement link) {
        return link.name().equals("intermediateThrowEvent");
    }
}
