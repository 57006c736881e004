package dev.baton.models;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the difference of two versions has words of its own for, and how its values are said. */
enum Trait {
    DUE("dueDate", Values::workingTime),
    ASSIGNEE("assignee", Values::people),
    PEOPLE("candidateUsers", Values::people),
    TEAMS("candidateGroups", Values::team),
    HELP("property.help", Phrase::quoted),
    RESULT("property.result", Phrase::quoted),
    TEMPLATE("property.mail", Phrase::quoted),
    REMIND("property.remind", Values::workingTimes),
    MAIL("input.template", Phrase::quoted),
    TO("input.to", Values::people),
    CALLED("calledElement", Phrase::quoted),
    DECISION("decisionRef", Phrase::quoted),
    WAIT("timeDuration", Values::time),
    DATE("timeDate", Phrase::quoted),
    CYCLE("timeCycle", Phrase::quoted),
    MESSAGE("message", Phrase::quoted),
    WHO("collection", Values::people),
    ENOUGH("completionCondition", Values::condition),
    EACH("elementVariable", Phrase::quoted),
    TIMES("loopCardinality", Phrase::quoted),
    ERROR("error", Phrase::quoted),
    ESCALATION("escalation", Phrase::quoted),
    SIGNAL("signal", Phrase::quoted),
    CONDITION("condition", Values::condition),
    ANSWER("resultVariable", Phrase::quoted),
    CLOSED("property.closed", Phrase::quoted),
    NOTES("documentation", Phrase::quoted),
    NAME("name", Phrase::quoted),
    OWNER("property.owner", Values::people),
    QUESTION("property.question", Phrase::quoted),
    PROMISE("property.promise", Values::workingTime),
    PREFIX("property.prefix", Phrase::quoted),
    ADDRESSES("property.addresses", Phrase::quoted),
    KEYWORDS("property.keywords", Phrase::quoted),
    DEFAULT("property.default", value -> Phrase.of(value.equals("true") ? "yes" : "no")),
    INPUTS("property.inputs", Phrase::quoted),
    KEPT("historyTimeToLive", Values::time);

    /** Traits of which each value has a sentence of its own, and their absence too. */
    private static final Set<String> ONE_WAY = Set.of("several", "cancelActivity", "isInterrupting", "terminate");

    private static final Map<String, Trait> BY_NAME =
            Stream.of(values()).collect(Collectors.toMap(trait -> trait.name, Function.identity()));

    private final String name;
    private final Function<String, Phrase> said;

    Trait(String name, Function<String, Phrase> said) {
        this.name = name;
        this.said = said;
    }

    /**
     * That this is not what it was.
     *
     * @param of what says so
     * @param now empty if it says nothing of the kind any more
     * @param before empty if it said nothing of the kind
     */
    static Phrase changed(String name, Phrase of, String now, String before) {
        if (ONE_WAY.contains(name)) {
            return Phrase.of(name + (now.isEmpty() ? ".usual" : "." + now), of);
        }
        Excerpt excerpt = Excerpt.of(now, before);
        return changedTo(name, of, excerpt.now(), excerpt.before());
    }

    private static Phrase changedTo(String name, Phrase of, String now, String before) {
        Trait trait = BY_NAME.get(name);
        String words = trait == null ? kind(name) : trait.name().toLowerCase(Locale.ROOT);
        Phrase label = Phrase.of("trait." + words, plainName(name));
        Function<String, Phrase> said = trait == null ? Values::given : trait.said;
        if (before.isEmpty()) {
            return Phrase.of("set", of, label, said.apply(now));
        }
        return now.isEmpty()
                ? Phrase.of("cleared", of, label, said.apply(before))
                : Phrase.of("changed", of, label, said.apply(now), said.apply(before));
    }

    private static String kind(String name) {
        if (name.startsWith("input.") || name.startsWith("in.")) {
            return "given";
        }
        return name.startsWith("output.") || name.startsWith("out.") ? "gives" : "other";
    }

    private static String plainName(String name) {
        return name.substring(name.indexOf('.') + 1);
    }
}
