package dev.baton.inbox;

import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Where mail programs say in their HTML that what follows is not new: by id or class of an element. */
final class HtmlMarks {

    /** On a line of its own: everything from here on is quoted. The characters are of Unicode's private use area. */
    static final String REST_IS_QUOTED = "\uE0B1";

    /** On a line of its own: a signature from here to the next quote or the end. */
    static final String SIGNATURE = "\uE0B2";

    private static final Set<String> QUOTE_IDS = Set.of(
            "divrplyfwdmsg",
            "appendonsend",
            "stopspelling",
            "mail-editor-reference-message-container",
            "isforwardcontent",
            "reply139content",
            "zwchr");
    private static final Set<String> QUOTE_CLASSES =
            Set.of("yahoo_quoted", "protonmail_quote", "gmx_quote", "outlookmessageheader", "wlmailquote");
    private static final Set<String> SIGNATURE_CLASSES =
            Set.of("gmail_signature", "moz-signature", "applemailsignature", "protonmail_signature_block");
    private static final Set<String> SIGNATURE_IDS = Set.of("signature", "applemailsignature");

    private HtmlMarks() {}

    static Optional<String> of(Element element) {
        String id = element.id().toLowerCase(java.util.Locale.ROOT).replaceFirst("^x_", "");
        if (QUOTE_IDS.contains(id) || isOneOf(element, QUOTE_CLASSES)) {
            return Optional.of(REST_IS_QUOTED);
        }
        return SIGNATURE_IDS.contains(id) || isOneOf(element, SIGNATURE_CLASSES)
                ? Optional.of(SIGNATURE)
                : Optional.empty();
    }

    private static boolean isOneOf(Element element, Set<String> classes) {
        return element.classNames().stream()
                .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                .anyMatch(classes::contains);
    }

    static boolean isMark(String line) {
        return line.equals(REST_IS_QUOTED) || line.equals(SIGNATURE);
    }
}
