package dev.baton.inbox;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The text of an HTML mail as somebody would have typed it: quoted blocks get {@code >}, lists get dashes. Each line keeps
 * what the mail program says about it.
 */
final class HtmlText {

    private static final Set<String> UNSEEN = Set.of("style", "script", "head", "title", "template", "noscript");

    /** What a form of a mail offers to press or to choose from; nobody said that. */
    private static final Set<String> OFFERED = Set.of("button", "select", "datalist");

    /** A button that a mail forgot to close holds the words after it too, which are more than a label. */
    private static final int LONGEST_LABEL = 100;

    private static final int MOST_PIECES = 3;
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "blockquote",
            "table",
            "tr",
            "ul",
            "ol",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "hr",
            "section",
            "article",
            "header",
            "footer",
            "address",
            "dl",
            "dt",
            "dd",
            "center",
            "form",
            "figure");
    private static final Set<String> SPACED = Set.of("p", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6");

    private static final Pattern STRIKES =
            Pattern.compile("<(?:s|strike|del)[\\s>]|line-through", Pattern.CASE_INSENSITIVE);

    /** Nobody strikes out more, and each may stand in all the others. */
    private static final int MOST_STRUCK = 100;

    private final HtmlLines out;
    private int pre;
    private int links;
    private boolean lineEmpty;

    private HtmlText(HtmlLines out) {
        this.out = out;
    }

    static String plain(String html) {
        return lines(html).stream().map(BodyLine::text).collect(Collectors.joining("\n"));
    }

    /** The HTML with all that it leaves open closed, so that more can stand below. */
    static String closed(String html) {
        return MailHtml.parse(html).body().html();
    }

    /** Whether words of it are struck out, other than quoted ones. */
    static boolean strikesOut(String html) {
        return STRIKES.matcher(html).find()
                && MailHtml.parse(html).body().select("s, strike, del, [style*=line-through]").stream()
                        .limit(MOST_STRUCK)
                        .anyMatch(struck -> struck.hasText() && struck.closest("blockquote") == null);
    }

    static List<BodyLine> lines(String html) {
        Element body = MailHtml.parse(html).body();
        body.select(String.join(",", UNSEEN)).remove();
        body.select(String.join(",", OFFERED)).stream().filter(HtmlText::isForm).forEach(Element::remove);
        HtmlText text = new HtmlText(new HtmlLines(body.selectFirst("[class^=x_]") != null));
        body.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                text.enter(node);
            }

            @Override
            public void tail(Node node, int depth) {
                text.leave(node);
            }
        });
        return text.out.made();
    }

    private static boolean isForm(Element offered) {
        List<String> words = offered.nodeStream(TextNode.class)
                .filter(text -> !text.isBlank())
                .limit(MOST_PIECES + 1)
                .map(TextNode::text)
                .toList();
        return !offered.nameIs("button")
                || (words.size() <= MOST_PIECES && String.join("", words).length() <= LONGEST_LABEL);
    }

    private void enter(Node node) {
        if (node instanceof TextNode text) {
            text(text.getWholeText());
        } else if (node instanceof Element element) {
            String name = element.normalName();
            if (name.equals("br")) {
                out.newline();
            } else if (BLOCKS.contains(name)) {
                block(element);
            } else if (name.equals("td") || name.equals("th")) {
                out.space();
            }
            out.enter(element);
            links += name.equals("a") ? 1 : 0;
            pre += name.equals("pre") ? 1 : 0;
            if (name.equals("li")) {
                text("- ");
            }
        }
    }

    private void leave(Node node) {
        if (node instanceof Element element) {
            String name = element.normalName();
            if (name.equals("a")) {
                target(element);
                links--;
            }
            if (BLOCKS.contains(name)) {
                emptyLine();
                block(element);
                pre -= name.equals("pre") ? 1 : 0;
            }
            out.leave(element);
        }
    }

    /** A block that holds nothing but a hard space is an empty line. */
    private void emptyLine() {
        if (lineEmpty) {
            out.blank();
        }
        lineEmpty = false;
    }

    private void target(Element link) {
        String address = link.attr("href");
        String shown = link.text();
        if ((address.startsWith("http://") || address.startsWith("https://")) && !same(shown, address)) {
            text(shown.isBlank() ? address : " <" + address + ">");
        } else if (address.startsWith("mailto:") && shown.indexOf('@') < 0 && !shown.isBlank()) {
            text(" <" + address.substring("mailto:".length()).split("\\?", 2)[0] + ">");
        }
    }

    private static boolean same(String shown, String address) {
        return bare(shown).equalsIgnoreCase(bare(address));
    }

    private static String bare(String address) {
        String rest = address.startsWith("http") ? address.substring(address.indexOf("//") + 2) : address;
        return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }

    private void block(Element element) {
        out.endLine();
        String name = element.normalName();
        boolean word = name.equals("p") && element.className().contains("MsoNormal");
        if (SPACED.contains(name) && !word) {
            out.blank();
        }
    }

    private void text(String raw) {
        if (pre > 0) {
            String[] lines = raw.split("\r?\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    out.newline();
                }
                if (!lines[i].isBlank()) {
                    words(lines[i]);
                }
            }
            return;
        }
        String text = collapsed(raw);
        if (text.isBlank()) {
            lineEmpty = lineEmpty || (!out.isLineOpen() && raw.indexOf('\u00a0') >= 0);
            if (!text.isEmpty()) {
                out.space();
            }
            return;
        }
        if (text.startsWith(" ")) {
            out.space();
        }
        words(text.strip());
        if (text.endsWith(" ")) {
            out.space();
        }
    }

    private void words(String words) {
        lineEmpty = false;
        out.words(words, links > 0);
    }

    private static String collapsed(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        boolean space = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean unseen = c == '\u200b' || c == '\ufeff';
            if (unseen || c == '\u00a0' || Character.isWhitespace(c)) {
                space = space || !unseen;
            } else {
                text.append(space ? " " : "").append(c);
                space = false;
            }
        }
        return text.append(space ? " " : "").toString();
    }
}
