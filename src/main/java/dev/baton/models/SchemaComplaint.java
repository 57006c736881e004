package dev.baton.models;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.SAXParseException;

/**
 * What the schema says against a file, turned into a sentence of ours. Xerces begins each complaint with the number of
 * the rule in "XML Schema Part 1", Appendix C, and puts what it is about between apostrophes.
 *
 * @param line where it stands
 * @param what the finding that says it in plain words
 * @param parts what it is about, in the order in which the complaint names them
 */
record SchemaComplaint(int line, String code, String what, List<String> parts) {

    private static final Pattern CODE = Pattern.compile("^(cvc-[a-z-]+[0-9a-z.]*):\\s*");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern NAMESPACE = Pattern.compile("\"[^\"]*\":|\\b[A-Za-z0-9_-]+:(?=[A-Za-z])");
    private static final int LONGEST = 200;

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("cvc-complex-type.2.4.a", "unexpected"),
            Map.entry("cvc-complex-type.2.4.b", "incomplete"),
            Map.entry("cvc-complex-type.2.4.d", "surplus"),
            Map.entry("cvc-complex-type.2.4.e", "surplus"),
            Map.entry("cvc-complex-type.2.3", "stray"),
            Map.entry("cvc-complex-type.3.2.2", "attribute"),
            Map.entry("cvc-complex-type.4", "needed"),
            Map.entry("cvc-attribute.3", "value"),
            Map.entry("cvc-type.3.1.3", "content"),
            Map.entry("cvc-id.1", "reference"),
            Map.entry("cvc-elt.4.2", "type"));

    /** Said once more, by place, in the complaint that follows; and ids are looked at by a rule of their own. */
    private static final Set<String> ECHOES = Set.of(
            "cvc-id.2",
            "cvc-datatype-valid.1.2.1",
            "cvc-datatype-valid.1.2.3",
            "cvc-enumeration-valid",
            "cvc-pattern-valid",
            "cvc-minlength-valid",
            "cvc-mininclusive-valid");

    static SchemaComplaint of(SAXParseException complaint) {
        String text = String.valueOf(complaint.getMessage());
        Matcher code = CODE.matcher(text);
        String number = code.find() ? code.group(1) : "";
        List<String> parts = QUOTED.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(SchemaComplaint::plain)
                .toList();
        String what = WORDS.getOrDefault(number, "broken");
        return new SchemaComplaint(
                Math.max(0, complaint.getLineNumber()),
                number.toLowerCase(Locale.ROOT),
                what,
                what.equals("broken") ? List.of(CODE.matcher(text).replaceFirst("")) : parts);
    }

    /** Whether no other complaint or rule says the same. */
    boolean isNews() {
        return !ECHOES.contains(code)
                && !(what.equals("value") && parts.size() > 1 && parts.get(1).equals("id"));
    }

    Object[] about() {
        return parts.toArray();
    }

    private static String plain(String quoted) {
        String names = NAMESPACE
                .matcher(quoted.substring(1, quoted.length() - 1))
                .replaceAll("")
                .replaceAll("[{}]", "");
        return names.length() > LONGEST ? names.substring(0, LONGEST) + " …" : names;
    }
}
