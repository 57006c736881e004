package dev.baton.models;

import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** Each cell of a decision table can be read; the engine reads them only when it decides. */
final class ReadableTables implements Rule {

    /** Longer or deeper cells than people write are refused unread, for the reader goes down into each bracket. */
    private static final int LONGEST = 1_000;

    private static final int DEEPEST = 5;

    private static final class Feel {
        static final FeelEngineApi READER = FeelEngineBuilder.forJava().build();
    }

    @Override
    public String name() {
        return "decision";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isDecision()) {
            return;
        }
        model.all()
                .filter(element ->
                        element.name().equals("text") && !element.text().isBlank())
                .forEach(text -> readable(text, findings));
    }

    private static void readable(XmlElement text, Findings findings) {
        String place = text.parent() == null ? "" : text.parent().name();
        String words = text.text().strip();
        if (words.length() > LONGEST || depth(words) > DEEPEST) {
            findings.error(text, "long", String.valueOf(LONGEST));
        } else if (!isRead(place, words)) {
            findings.error(text, "cell", words);
        }
    }

    private static boolean isRead(String place, String words) {
        return switch (place) {
            case "inputEntry" -> words.equals("-") || reads(Feel.READER.parseUnaryTests(words));
            case "inputExpression", "outputEntry", "defaultOutputEntry", "literalExpression" ->
                reads(Feel.READER.parseExpression(words));
            default -> true;
        };
    }

    private static boolean reads(ParseResult result) {
        return result.isSuccess();
    }

    private static int depth(String words) {
        int deepest = 0;
        int depth = 0;
        for (char sign : words.toCharArray()) {
            depth += "([{".indexOf(sign) >= 0 ? 1 : ")]}".indexOf(sign) >= 0 ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }
}
