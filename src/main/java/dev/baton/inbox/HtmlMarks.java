package dev.baton.inbox;

import dev.baton.inbox.BodyLine.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Where mail programs say in their HTML what is new and what is not: by id, class, name or attribute of an element. Ids and
 * classes that begin with {@code x_} or {@code yiv} were renamed by the program that quotes them and tell of an earlier mail.
 * A block that editors make to indent has no border; one with a border at its left is a quote.
 */
final class HtmlMarks {

    /** Elements after which everything is an earlier mail. */
    private static final Set<String> BEGINS_EARLIER_MAIL =
            Set.of("divrplyfwdmsg", "stopspelling", "zwchr", "reply139content", "outlookmessageheader", "__divider__");

    /** Elements that hold an earlier mail. */
    private static final Set<String> HOLDS_EARLIER_MAIL = Set.of(
            "mail-editor-reference-message-container",
            "ms-outlook-mobile-reference-message",
            "olk_src_body_section",
            "yahoo_quoted",
            "protonmail_quote",
            "gmx_quote",
            "wlmailquote",
            "isreplycontent",
            "isforwardcontent",
            "tutanota_quote",
            "cm_quote",
            "front-blockquote",
            "quote");

    private static final Set<String> INTRODUCES =
            Set.of("gmail_attr", "moz-cite-prefix", "reply-intro", "protonmail_quote_intro", "front-attribution");

    private static final Set<String> SIGNS = Set.of(
            "signature",
            "gmail_signature",
            "moz-signature",
            "applemailsignature",
            "applelinkmailsignature",
            "protonmail_signature_block",
            "ms-outlook-mobile-signature",
            "messagesignaturesection",
            "bloop_sign",
            "cm_signature",
            "cm_sign",
            "_rc_sig",
            "zm-_id_-sgn",
            "tutanota_signature",
            "front-signature",
            "__sig_pre__",
            "__sig_post__");

    private HtmlMarks() {}

    /** Whether all that follows is an earlier mail. */
    static boolean beginsEarlierMail(Element element) {
        return names(element).stream().anyMatch(BEGINS_EARLIER_MAIL::contains);
    }

    /**
     * Where the text in the element comes from.
     *
     * @param inEarlierMail whether it stands in an earlier mail, where a quote is that mail's own
     */
    static Optional<Origin> origin(Element element, boolean inEarlierMail) {
        List<String> names = names(element);
        if (quotes(element, names, inEarlierMail)) {
            return Optional.of(Origin.QUOTED);
        }
        if (names.stream().anyMatch(HtmlMarks::signs)
                || element.attr("data-signatureblock").equals("true")) {
            return Optional.of(Origin.SIGNATURE);
        }
        return names.stream().anyMatch(INTRODUCES::contains) ? Optional.of(Origin.INTRODUCTION) : Optional.empty();
    }

    private static boolean signs(String name) {
        return SIGNS.contains(name) || (name.startsWith("ydp") && name.endsWith("signature"));
    }

    private static boolean quotes(Element element, List<String> names, boolean inEarlierMail) {
        if (element.normalName().equals("blockquote")) {
            String style = element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
            boolean indents = style.contains("border:none") && (inEarlierMail || !style.contains("border-left:"));
            boolean renamed = element.classNames().stream().anyMatch(name -> name.startsWith("x_"));
            return !indents && !(renamed && inEarlierMail);
        }
        return names.stream().anyMatch(HtmlMarks::holds) && !splitsUp(element);
    }

    private static boolean holds(String name) {
        return HOLDS_EARLIER_MAIL.contains(name) || (name.startsWith("ydp") && name.contains("yahoo_quoted"));
    }

    /** In such a one only its blockquotes are the quote, and what stands between them was typed. */
    private static boolean splitsUp(Element element) {
        return element.children().stream()
                .anyMatch(child -> child.normalName().equals("blockquote")
                        || child.children().stream()
                                .anyMatch(inner -> inner.normalName().equals("blockquote")));
    }

    /** Whether the program marks the element as typed in this very mail (Outlook on the web). */
    static boolean isTyped(Element element) {
        return element.hasClass("elementToProof");
    }

    /** What the element is called, in lower case: its id, its name, its classes and what marks it. */
    private static List<String> names(Element element) {
        if (element.attributesSize() == 0) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        names.add(element.id());
        names.add(element.attr("name"));
        names.add(element.attr("data-marker"));
        names.addAll(element.classNames());
        return names.stream()
                .filter(name -> !name.isEmpty())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }
}
