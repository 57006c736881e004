package dev.baton.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Takes out of the HTML of a mail all that could run, load, send or lead away unasked. The policy of the page that shows it
 * forbids the same once more.
 */
final class HtmlCleaning {

    private static final int LONGEST = 1_000_000;
    private static final long LONGEST_TOGETHER = 20_000_000;
    private static final Safelist ALLOWED = new Safelist()
            .addTags("a", "abbr", "b", "bdi", "bdo", "big", "blockquote", "br", "caption", "center", "cite", "code")
            .addTags(
                    "col", "colgroup", "dd", "del", "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6")
            .addTags(
                    "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s",
                    "samp")
            .addTags("small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead")
            .addTags("tr", "tt", "u", "ul", "var", "wbr")
            .addAttributes(":all", "style", "dir", "lang", "title", "align", "valign")
            .addAttributes("img", "src", "alt", "width", "height")
            .addAttributes("table", "width", "border", "cellpadding", "cellspacing", "bgcolor")
            .addAttributes("td", "width", "height", "bgcolor", "colspan", "rowspan", "nowrap")
            .addAttributes("th", "width", "height", "bgcolor", "colspan", "rowspan", "nowrap")
            .addAttributes("tr", "bgcolor", "height")
            .addAttributes("col", "span", "width")
            .addAttributes("ol", "start", "type", "reversed")
            .addAttributes("ul", "type")
            .addAttributes("font", "color", "face", "size")
            .addAttributes("a", "href")
            .addProtocols("img", "src", "data")
            .addProtocols("a", "href", "http", "https", "mailto")
            .addEnforcedAttribute("a", "target", "_blank")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow");

    private final MailPictures pictures;
    private final UnaryOperator<List<String>> plain;
    private int leftOut;
    /** One picture may stand in many places. */
    private long shown;

    HtmlCleaning(MailPictures pictures, UnaryOperator<List<String>> plain) {
        this.pictures = pictures;
        this.plain = plain;
    }

    HtmlView view(String html) {
        boolean cut = html.length() > LONGEST;
        Document given = MailHtml.parse(cut ? html.substring(0, LONGEST) : html);
        given.select("[background]").forEach(element -> leftOut++);
        showPictures(given);
        given.select("a[href], area[href]").forEach(HtmlCleaning::nameTarget);
        Document clean = new Cleaner(ALLOWED).clean(given);
        clean.outputSettings().prettyPrint(false);
        clean.select("[style]").forEach(this::calm);
        clean.select("a, [title], [alt]").forEach(this::withoutLinks);
        hideLinks(clean);
        return new HtmlView(clean.body().html(), leftOut, cut);
    }

    private void showPictures(Document given) {
        Set<String> wanted = given.select("img[src]").stream()
                .map(picture -> picture.attr("src"))
                .filter(MailPictures::isNamedBy)
                .map(MailPictures::contentId)
                .collect(Collectors.toSet());
        Map<String, String> own = pictures.of(wanted);
        for (Element picture :
                given.select("img, input[type=image], picture > source, video, audio, svg, object, embed")) {
            String source = picture.attr("src");
            String address = MailPictures.isNamedBy(source) ? own.get(MailPictures.contentId(source)) : source;
            if (picture.nameIs("img") && address != null && SafePicture.is(address) && shown < LONGEST_TOGETHER) {
                shown += address.length();
                picture.attr("src", address);
            } else {
                picture.removeAttr("src");
                leftOut++;
            }
        }
    }

    /** A link opens apart from the page that shows the mail; where it leads is shown to whoever points at it. */
    private static void nameTarget(Element link) {
        String target = link.attr("href").strip();
        if (target.regionMatches(true, 0, "http", 0, 4) || target.regionMatches(true, 0, "mailto:", 0, 7)) {
            link.attr("title", target);
        }
    }

    /** What is to be hidden may run over several elements, so their texts are looked at together. */
    private void hideLinks(Document clean) {
        List<Node> nodes = new ArrayList<>();
        List<String> pieces = new ArrayList<>();
        clean.traverse((node, depth) -> {
            boolean breaks = node instanceof Element element && (element.isBlock() || element.nameIs("br"));
            if (breaks || node instanceof TextNode) {
                nodes.add(node);
                pieces.add(node instanceof TextNode text ? text.getWholeText() : "\n");
            }
        });
        List<String> shown = plain.apply(pieces);
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof TextNode text) {
                text.text(shown.get(i));
            }
        }
    }

    private void withoutLinks(Element element) {
        for (String attribute : List.of("href", "title", "alt")) {
            String value = element.attr(attribute);
            if (!plain.apply(List.of(value)).equals(List.of(value))) {
                element.removeAttr(attribute);
            }
        }
    }

    private void calm(Element element) {
        SafeStyle style = SafeStyle.of(element.attr("style"));
        leftOut += style.leftOut();
        if (style.text().isEmpty()) {
            element.removeAttr("style");
        } else {
            element.attr("style", style.text());
        }
    }
}
