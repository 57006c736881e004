package dev.baton.models;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Of the names that every model may use, expressions ask only what these names answer. */
final class KnownQuestions implements Rule {

    private static final Map<String, Set<String>> ANSWERS = Map.of(
            "request",
                    Set.of(
                            "ref",
                            "title",
                            "workflow",
                            "requester",
                            "requesterName",
                            "owner",
                            "team",
                            "campaign",
                            "promisedAt"),
            "people", Set.of("lead", "members", "name"),
            "calendar", Set.of("workingDays", "workingHours", "due", "isWorkingTime", "workingTime"),
            "team", Set.of("key", "name", "lead", "members"),
            "mail", Set.of());

    private static final Pattern TEXTS = Pattern.compile("'[^']*+'|\"[^\"]*+\"");
    private static final Pattern ASKED =
            Pattern.compile("(?<![.\\w])(request|people|calendar|team|mail)\\s{0,9}([.\\[])\\s{0,9}(\\w*+)");

    private static final Pattern CLASS = Pattern.compile("\\[\\s{0,9}(?:'class'|\"class\")\\s{0,9}]");

    @Override
    public String name() {
        return "expressions";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        model.all()
                .filter(element -> !Vocabulary.DRAWING.contains(element.namespace()))
                .forEach(element -> Stream.concat(element.attributes().values().stream(), Stream.of(element.text()))
                        .filter(ExpressionReader::isExpression)
                        .forEach(text -> asked(element, text.strip(), findings)));
    }

    private static void asked(XmlElement element, String text, Findings findings) {
        if (CLASS.matcher(text).find()) {
            findings.error(element, "call", text, "class");
        }
        Matcher asked = ASKED.matcher(TEXTS.matcher(text).replaceAll("''"));
        while (asked.find()) {
            Set<String> answers = ANSWERS.getOrDefault(asked.group(1), Set.of());
            if (asked.group(2).equals("[") || !answers.contains(asked.group(3))) {
                findings.error(
                        element,
                        "question",
                        text,
                        asked.group(1),
                        String.join(", ", answers.stream().sorted().toList()));
            }
        }
    }
}
