package dev.baton.models;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the JDK's reader of XML complains of in its own words (English, see BatonApplication), and which finding says it. */
enum XmlComplaint {
    TEXT("(?:Content is not allowed in prolog|The markup in the document preceding the root|Premature end of file).*"),
    FIRST("The processing instruction target matching .*"),
    END("XML document structures must start and end within the same entity.*"),
    OPEN("The element type \"([^\"]{1,200})\" must be terminated by.*"),
    TWICE("(?:Attribute \"([^\"]{1,200})\" was already specified|.{1,100}#AttributeNotUnique\\?).*"),
    QUOTE("(?:Open quote is expected|The value of attribute|Attribute name|Element type) .*"),
    AND("The (?:entity name must|reference to entity|entity \") ?.*"),
    SIGN("(?:An invalid XML character|Character reference) .*"),
    PREFIX(".{1,100}#(?:Element|Attribute)PrefixUnbound\\?(?:[^&]{1,200}&[^&]{1,200}&)?([^&]{1,200}).*"),
    AFTER("(?:The markup in the document following the root|Content is not allowed in trailing) .*");

    private final Pattern words;

    XmlComplaint(String words) {
        this.words = Pattern.compile(words, Pattern.DOTALL);
    }

    /** What is wrong with a file that the reader stopped at. */
    static UnreadableModel of(String words, int line) {
        return Stream.of(values())
                .flatMap(complaint ->
                        complaint
                                .about(words)
                                .map(about -> new UnreadableModel("xml." + complaint.finding(), line, about))
                                .stream())
                .findFirst()
                .orElseGet(() -> new UnreadableModel("xml", line, words));
    }

    private String finding() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name that the complaint is about; empty where it names none. */
    private Optional<String> about(String complaint) {
        Matcher matcher = words.matcher(complaint);
        return matcher.matches()
                ? Optional.of(
                        matcher.groupCount() > 0 && matcher.group(1) != null
                                ? matcher.group(1).replaceFirst("&.*", "")
                                : "")
                : Optional.empty();
    }
}
