package dev.baton.outbox;

import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSDeclarationList;
import com.helger.css.decl.CSSMediaRule;
import com.helger.css.decl.CSSStyleRule;
import com.helger.css.decl.CascadingStyleSheet;
import com.helger.css.decl.ICSSTopLevelRule;
import com.helger.css.reader.CSSReader;
import com.helger.css.reader.CSSReaderDeclarationList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * The styles of a mail in one look, as far as colours go. Rules of a style sheet count in their order and before those on
 * the element, except where they say that they are important.
 */
final class Styles {

    private record Value(String text, boolean important) {}

    private final Map<Element, Map<String, Value>> set = new IdentityHashMap<>();
    private final Look look;

    Styles(Document mail, Look look) {
        this.look = look;
        mail.select("[bgcolor]").forEach(element -> set(element, "background-color", element.attr("bgcolor"), false));
        mail.select("style").forEach(sheet -> take(mail, sheet.data()));
        mail.select("[style]").forEach(this::takeOwn);
    }

    private void take(Document mail, String sheet) {
        CascadingStyleSheet read = CSSReader.readFromString(sheet);
        if (read != null) {
            read.getAllRules().forEach(rule -> take(mail, rule));
        }
    }

    private void take(Document mail, ICSSTopLevelRule rule) {
        if (rule instanceof CSSStyleRule style) {
            style.getAllSelectors()
                    .forEach(selector -> selected(mail, selector.getAsCSSString())
                            .forEach(element -> set(element, style.getAllDeclarations())));
        } else if (rule instanceof CSSMediaRule media && look.takes(media)) {
            media.getAllRules().forEach(inner -> take(mail, inner));
        }
    }

    /** What a selector means that only a browser knows, such as {@code :hover}, is not looked at. */
    private static List<Element> selected(Document mail, String selector) {
        try {
            return mail.select(selector);
        } catch (Selector.SelectorParseException unknown) {
            return List.of();
        }
    }

    private void takeOwn(Element element) {
        CSSDeclarationList own = CSSReaderDeclarationList.readFromString(element.attr("style"));
        if (own != null) {
            set(element, own.getAllDeclarations());
        }
    }

    private void set(Element element, List<CSSDeclaration> declarations) {
        declarations.forEach(each -> set(
                element,
                each.getProperty().toLowerCase(Locale.ROOT).equals("background")
                        ? "background-color"
                        : each.getProperty().toLowerCase(Locale.ROOT),
                each.getExpressionAsCSSString(),
                each.isImportant()));
    }

    private void set(Element element, String property, String value, boolean important) {
        set.computeIfAbsent(element, first -> new HashMap<>())
                .merge(
                        property,
                        new Value(value, important),
                        (before, now) -> before.important() && !important ? before : now);
    }

    private Optional<String> own(Element element, String property) {
        return Optional.ofNullable(set.get(element))
                .map(values -> values.get(property))
                .map(Value::text);
    }

    /** Whether the element or one around it is not shown. */
    boolean hides(Element element) {
        return element.parents().stream().anyMatch(this::isHidden) || isHidden(element);
    }

    private boolean isHidden(Element element) {
        return own(element, "display").filter(shown -> shown.contains("none")).isPresent();
    }

    /** The colour of the element's words; nothing if that cannot be said. */
    Optional<Colour> words(Element element) {
        for (@Nullable Element at = element; at != null; at = at.parent()) {
            Optional<String> own = own(at, "color").filter(colour -> !colour.equals("inherit"));
            if (own.isPresent()) {
                return Colour.of(own.get());
            }
            if (at.is("a[href]")) {
                return Colour.of(look.links());
            }
        }
        return Colour.of(look.words());
    }

    /** The colour behind them; nothing if that cannot be said, as over a picture. */
    Optional<Colour> ground(Element element) {
        for (@Nullable Element at = element; at != null; at = at.parent()) {
            Optional<String> own = own(at, "background-color")
                    .filter(colour -> !colour.equals("transparent") && !colour.equals("none"));
            if (own.isPresent()) {
                return Colour.of(own.get());
            }
        }
        return Colour.of(look.ground());
    }
}
