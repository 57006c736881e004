package dev.baton.models;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;

/** Every element has an id that is its own and that other elements and expressions can write down. */
final class OwnIds implements Rule {

    /** What XML lets stand as an id (Namespaces in XML, NCName), for all letters that people use. */
    private static final Pattern ID = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}._-]{0,254}");

    private static final QName NAME = new QName("id");

    @Override
    public String name() {
        return "ids";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        Map<String, Integer> lines = new HashMap<>();
        model.all().filter(OwnIds::sharesIds).forEach(element -> {
            String id = element.attributes().get(NAME);
            if (id != null) {
                check(element, id, lines, findings);
            }
        });
        model.all()
                .filter(element -> element.is(Vocabulary.BPMN, "sequenceFlow")
                        || (element.namespace().equals(Vocabulary.BPMN)
                                && Vocabulary.FLOW_NODES.contains(element.name())))
                .filter(element -> element.id().isEmpty())
                .forEach(element -> findings.error(element, "missing", element.label()));
    }

    private static void check(XmlElement element, String id, Map<String, Integer> lines, Findings findings) {
        Integer first = lines.putIfAbsent(id, element.line());
        if (first != null) {
            findings.error(element, "twice", id, String.valueOf(first));
        }
        if (!ID.matcher(id).matches()) {
            findings.error(element, "shape", id);
        }
    }

    /** What is drawn and where it is drawn have their ids from one list; fields and parameters have lists of their own. */
    private static boolean sharesIds(XmlElement element) {
        return element.namespace().equals(Vocabulary.BPMN) || Vocabulary.DRAWING.contains(element.namespace());
    }
}
