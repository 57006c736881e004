package dev.baton.outbox;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes the plain-text part of a mail from its HTML, as a person would have typed it: paragraphs with a line between
 * them, {@code Label: value} for table rows and definition lists, {@code label: url} for links, {@code >} before what
 * somebody else said, drawings in the words that stand for them, and the foot below the signature mark {@code -- } (RFC
 * 3676 §4.3).
 */
final class HtmlToText {

    private static final Set<String> NOT_READ = Set.of("head", "style", "script", "title", "template");
    private static final Set<String> PARAGRAPHS = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "ul",
            "ol",
            "dl",
            "blockquote",
            "table",
            "footer",
            "header",
            "main",
            "section",
            "article",
            "figure",
            "pre");
    private static final Set<String> LINES = Set.of("div", "tr", "li", "dt", "address", "figcaption");
    private static final Pattern HIDDEN = Pattern.compile("display\\s*:\\s*none");
    private static final Pattern KEEPS_LINES = Pattern.compile("white-space\\s*:\\s*pre");

    private final TextLines out = new TextLines();
    private boolean keepsLines;

    private HtmlToText(boolean keepsLines) {
        this.keepsLines = keepsLines;
    }

    /** The text of the document's body. */
    static String of(Document document) {
        HtmlToText text = new HtmlToText(false);
        text.children(document.body());
        return text.out.text();
    }

    private String of(Element element) {
        HtmlToText text = new HtmlToText(keepsLines);
        text.children(element);
        return text.out.text().strip();
    }

    private void children(Element element) {
        boolean before = keepsLines;
        keepsLines |= element.normalName().equals("pre")
                || KEEPS_LINES.matcher(element.attr("style")).find();
        element.childNodes().forEach(this::node);
        keepsLines = before;
    }

    private void node(Node node) {
        if (node instanceof TextNode text) {
            out.words(text.getWholeText(), keepsLines);
        } else if (node instanceof Element element && !hidden(element)) {
            element(element);
        }
    }

    private void element(Element element) {
        switch (element.normalName()) {
            case "br" -> out.line();
            case "img" -> picture(element);
            case "hr" -> out.paragraph();
            case "a" -> link(element);
            case "blockquote" -> quote(element);
            case "li" -> item(element);
            case "dd" -> children(element);
            case "dt" -> label(element);
            case "tr" -> row(element);
            case "footer" -> foot(element);
            default -> block(element);
        }
    }

    private void block(Element element) {
        String name = element.normalName();
        boolean layout = element.attr("role").equals("presentation");
        boolean paragraph = PARAGRAPHS.contains(name) && !layout && !isNestedList(element);
        boolean line = LINES.contains(name) || layout;
        breakLine(paragraph, line);
        children(element);
        breakLine(paragraph, line);
    }

    private static boolean isNestedList(Element element) {
        return element.closest("li") != null && List.of("ul", "ol").contains(element.normalName());
    }

    private void breakLine(boolean paragraph, boolean line) {
        if (paragraph) {
            out.paragraph();
        } else if (line) {
            out.line();
        }
    }

    /** A drawing of ours says something; a logo or the like is decoration. */
    private void picture(Element picture) {
        if (picture.attr("src").startsWith(PicturesInMail.SVG)) {
            out.words(picture.attr("alt"), false);
        }
    }

    /** A link that says its own address is written once. */
    private void link(Element link) {
        String label = of(link).replaceAll("\\s+", " ");
        String url = link.attr("href").replaceFirst("^mailto:", "");
        if (url.isEmpty() || url.startsWith("#") || label.equals(url)) {
            out.words(label, false);
        } else {
            out.words(label.isEmpty() ? url : label + ": " + url, false);
        }
    }

    private void quote(Element quote) {
        out.paragraph();
        of(quote).lines().forEach(line -> {
            out.words(line.isEmpty() ? ">" : "> " + line, true);
            out.line();
        });
        out.paragraph();
    }

    private void item(Element item) {
        out.line();
        boolean numbered = item.parent() != null && item.parent().normalName().equals("ol");
        String mark = numbered ? (item.elementSiblingIndex() + 1) + ". " : "- ";
        String indent = " ".repeat(mark.length());
        out.words(of(item).lines().collect(Collectors.joining("\n" + indent, mark, "")), true);
        out.line();
    }

    private void label(Element label) {
        out.line();
        out.words(withColon(of(label)) + " ", true);
    }

    private static String withColon(String label) {
        return label.isEmpty() || ".:?!".indexOf(label.charAt(label.length() - 1)) >= 0 ? label : label + ":";
    }

    /** A row with a heading cell is a label and its values; other rows are layout. */
    private void row(Element row) {
        out.line();
        List<Element> cells = row.children();
        boolean labelled = cells.size() > 1 && cells.get(0).normalName().equals("th");
        if (!labelled) {
            cells.forEach(this::node);
        } else {
            String values = cells.stream().skip(1).map(this::of).collect(Collectors.joining(", "));
            out.words(withColon(of(cells.get(0))) + (values.contains("\n") ? "\n" : " ") + values, true);
        }
        out.line();
    }

    private void foot(Element foot) {
        out.paragraph();
        out.mark();
        children(foot);
    }

    private static boolean hidden(Element element) {
        return NOT_READ.contains(element.normalName())
                || element.hasAttr("hidden")
                || HIDDEN.matcher(element.attr("style")).find();
    }
}
