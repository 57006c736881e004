package dev.baton.inbox;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The text of an HTML mail as somebody would have typed it: quoted blocks get {@code >}, lists get dashes. With marks, it
 * also says on lines of their own where mail programs note in the HTML that a quote or a signature begins.
 */
final class HtmlText {

    private static final Set<String> UNSEEN = Set.of("style", "script", "head", "title", "template", "noscript");
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

    private final boolean marks;
    private final StringBuilder out = new StringBuilder();
    private int quotes;
    private int pre;
    private boolean lineOpen;
    private boolean spaceDue;
    private int blankDue;

    private HtmlText(boolean marks) {
        this.marks = marks;
    }

    static String plain(String html) {
        return new HtmlText(false).read(html);
    }

    static String withMarks(String html) {
        return new HtmlText(true).read(html);
    }

    private String read(String html) {
        Element body = Jsoup.parse(html).body();
        body.select(String.join(",", UNSEEN)).remove();
        body.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                enter(node);
            }

            @Override
            public void tail(Node node, int depth) {
                leave(node);
            }
        });
        return out.toString().strip();
    }

    private void enter(Node node) {
        if (node instanceof TextNode text) {
            text(text.getWholeText());
        } else if (node instanceof Element element) {
            mark(element);
            String name = element.normalName();
            if (name.equals("br")) {
                newline();
            } else if (BLOCKS.contains(name)) {
                block(name);
                quotes += isQuote(element) ? 1 : 0;
                pre += name.equals("pre") ? 1 : 0;
                if (name.equals("li")) {
                    text("- ");
                }
            } else if (name.equals("td") || name.equals("th")) {
                spaceDue = lineOpen;
            }
        }
    }

    private void leave(Node node) {
        if (node instanceof Element element) {
            String name = element.normalName();
            if (BLOCKS.contains(name)) {
                block(name);
                quotes -= isQuote(element) ? 1 : 0;
                pre -= name.equals("pre") ? 1 : 0;
            } else if (name.equals("a")) {
                target(element);
            }
        }
    }

    private static boolean isQuote(Element element) {
        return element.normalName().equals("blockquote")
                && !element.attr("style").replace(" ", "").contains("border:none");
    }

    private void mark(Element element) {
        if (!marks || quotes > 0) {
            return;
        }
        HtmlMarks.of(element).ifPresent(mark -> {
            block("div");
            out.append(out.isEmpty() ? "" : "\n").append(mark);
            lineOpen = true;
            block("div");
        });
    }

    private void target(Element link) {
        String address = link.attr("href");
        String shown = link.text();
        if ((address.startsWith("http://") || address.startsWith("https://")) && !same(shown, address)) {
            text(shown.isBlank() ? address : " <" + address + ">");
        }
    }

    private static boolean same(String shown, String address) {
        String bare = address.replaceFirst("^https?://", "").replaceFirst("/$", "");
        return shown.replaceFirst("^https?://", "").replaceFirst("/$", "").equalsIgnoreCase(bare);
    }

    private void block(String name) {
        if (lineOpen) {
            newline();
        }
        if (SPACED.contains(name) && !out.isEmpty()) {
            blankDue = 1;
        }
    }

    private void newline() {
        if (lineOpen) {
            lineOpen = false;
        } else {
            blankDue = Math.min(blankDue + 1, 2);
        }
        spaceDue = false;
    }

    private void text(String raw) {
        if (pre > 0) {
            raw.lines().forEach(line -> {
                words(line);
                newline();
            });
            return;
        }
        String text = raw.replace('\u00a0', ' ').replaceAll("[\\s\\u200b\\ufeff]+", " ");
        if (text.isBlank()) {
            spaceDue = spaceDue || (lineOpen && !text.isEmpty());
            return;
        }
        spaceDue = spaceDue || (lineOpen && text.startsWith(" "));
        words(text.strip());
        spaceDue = text.endsWith(" ");
    }

    private void words(String words) {
        if (!lineOpen) {
            String margin = ">".repeat(quotes) + (quotes > 0 ? " " : "");
            for (; blankDue > 0; blankDue--) {
                out.append(out.isEmpty() ? "" : "\n" + margin.stripTrailing());
            }
            out.append(out.isEmpty() ? "" : "\n").append(margin);
            lineOpen = true;
        } else if (spaceDue) {
            out.append(' ');
        }
        spaceDue = false;
        out.append(words);
    }
}
