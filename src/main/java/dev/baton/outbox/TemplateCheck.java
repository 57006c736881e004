package dev.baton.outbox;

import dev.baton.outbox.TemplateFiles.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reads a template before it is used and says what in it cannot work or must not be. */
@Component
class TemplateCheck {

    private static final String NO_PLACE_IN_MAIL =
            "script, iframe, object, embed, form, link, base, meta[http-equiv=refresh]";
    private static final Pattern EXPRESSION = Pattern.compile("[$*]\\{((?:[^'\"{}]++|'[^']*+'|\"[^\"]*+\")*+)}");
    private static final Pattern OTHER_TEMPLATE = Pattern.compile("~\\{\\s*([A-Za-z0-9_/.-]+)\\s*(?:::|})");

    /** Characters of an attribute; more is no expression that anybody wrote. */
    private static final int LONGEST = 2_000;

    private final TemplateFiles files;
    private final SafeExpressions expressions;
    private final MessageSource messages;
    private final Map<Source, List<TemplateFinding>> known = new ConcurrentHashMap<>();

    TemplateCheck(TemplateFiles files, SafeExpressions expressions, MessageSource messages) {
        this.files = files;
        this.expressions = expressions;
        this.messages = messages;
    }

    /** What is wrong with the template; empty if nothing is. */
    List<TemplateFinding> of(Source source) {
        List<TemplateFinding> findings = known.get(source);
        if (findings == null) {
            findings = read(source);
            known.keySet().removeIf(older -> older.name().equals(source.name()));
            known.put(source, findings);
        }
        return findings;
    }

    /** The same without remembering it, for what is not in the folder. */
    List<TemplateFinding> read(Source source) {
        return new Reading(source).findings();
    }

    TemplateFinding missing(String name) {
        return finding(name + ".html", 0, new TemplateFault("outbox.template.missing"));
    }

    TemplateFinding noSubject(Source source) {
        return finding(source.file(), 0, new TemplateFault("outbox.template.no-subject"));
    }

    TemplateFinding failed(String file, int line, Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return finding(file, line, new TemplateFault("outbox.template.failed", String.valueOf(cause.getMessage())));
    }

    TemplateFinding finding(String file, int line, TemplateFault fault) {
        return new TemplateFinding(file, line, messages.getMessage(fault.key(), fault.parts(), Locale.ENGLISH));
    }

    /** One reading of one file. */
    private final class Reading {

        private final Source source;
        private final List<TemplateFinding> findings = new ArrayList<>();

        Reading(Source source) {
            this.source = source;
        }

        List<TemplateFinding> findings() {
            Document document = Parser.htmlParser().setTrackPosition(true).parseInput(source.content(), "");
            if (document.selectFirst("title, [th:fragment]") == null) {
                add(0, new TemplateFault("outbox.template.no-subject"));
            }
            for (Element element : document.select(NO_PLACE_IN_MAIL)) {
                add(line(element), new TemplateFault("outbox.template.no-place", element.tagName()));
            }
            for (Element element : document.getAllElements()) {
                element.attributes().forEach(attribute -> attribute(element, attribute));
                element.textNodes().forEach(this::text);
            }
            return List.copyOf(findings);
        }

        private void attribute(Element element, Attribute attribute) {
            String name = attribute.getKey();
            if (name.startsWith("on")) {
                add(line(element), new TemplateFault("outbox.template.no-place", name));
            }
            if (!name.startsWith("th:") && !name.startsWith("data-th-")) {
                return;
            }
            int line = attribute.sourceRange().nameRange().isTracked()
                    ? attribute.sourceRange().nameRange().start().lineNumber()
                    : line(element);
            String bare = name.substring(name.lastIndexOf(name.startsWith("th:") ? ':' : '-') + 1);
            if (bare.equals("utext") || bare.equals("inline") || bare.startsWith("on")) {
                add(line, new TemplateFault("outbox.template.attribute-refused", name));
            }
            expressions(line, attribute.getValue());
        }

        private void text(TextNode text) {
            int line =
                    text.sourceRange().isTracked() ? text.sourceRange().start().lineNumber() : 0;
            if (text.getWholeText().contains("[(")) {
                add(line, new TemplateFault("outbox.template.attribute-refused", "[(…)]"));
            }
            inline(line, text.getWholeText());
        }

        /** What stands between {@code [[} and {@code ]]}; each part of the text is looked at once. */
        private void inline(int line, String text) {
            int begin = text.indexOf("[[");
            int end = text.indexOf("]]", begin);
            while (begin >= 0 && end >= 0) {
                expressions(line, text.substring(begin + 2, end));
                begin = text.indexOf("[[", end);
                end = text.indexOf("]]", begin);
            }
        }

        private void expressions(int line, String value) {
            if (value.length() > LONGEST) {
                add(line, new TemplateFault("outbox.template.expression-long", LONGEST));
                return;
            }
            if (value.contains("__")) {
                add(line, new TemplateFault("outbox.template.attribute-refused", "__…__"));
            }
            for (Matcher found = EXPRESSION.matcher(value); found.find(); ) {
                try {
                    expressions.parse(found.group(1));
                } catch (TemplateFault fault) {
                    add(line, fault);
                }
            }
            for (Matcher found = OTHER_TEMPLATE.matcher(value); found.find(); ) {
                if (!found.group(1).equals("this") && files.find(found.group(1)).isEmpty()) {
                    add(line, new TemplateFault("outbox.template.no-such-fragment", found.group(1)));
                }
            }
        }

        private void add(int line, TemplateFault fault) {
            findings.add(finding(source.file(), line, fault));
        }

        private static int line(Element element) {
            return element.sourceRange().isTracked()
                    ? element.sourceRange().start().lineNumber()
                    : 0;
        }
    }
}
