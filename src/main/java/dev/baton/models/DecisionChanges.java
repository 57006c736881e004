package dev.baton.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/** Compares two versions of decision tables: their columns, and their rules by what they ask for. */
final class DecisionChanges {

    /** Ways of deciding in which the order of the rules means nothing. */
    private static final Set<String> ANY_ORDER =
            Set.of("UNIQUE", "ANY", "COLLECT SUM", "COLLECT MIN", "COLLECT MAX", "COLLECT COUNT");

    private static final Set<String> POLICIES = Set.of(
            "unique",
            "first",
            "any",
            "rule-order",
            "collect",
            "collect-sum",
            "collect-min",
            "collect-max",
            "collect-count");

    /** What stands in these is compared rule by rule and column by column before. */
    private static final Set<String> ANY_ORDER_WITHIN = Set.of("decisionTable", "rule");

    private static final Set<String> NO_DECISION =
            Set.of("id", "name", "label", "hitPolicy", "aggregation", "historyTimeToLive");

    /** Of a longer table it is only told that it decides differently. */
    private static final int MOST_RULES = 2_000;

    private final List<Change> changes = new ArrayList<>();

    private DecisionChanges() {}

    static List<Change> between(Model before, Model after) {
        DecisionChanges all = new DecisionChanges();
        Map<String, XmlElement> were = byId(before);
        Map<String, XmlElement> are = byId(after);
        NodeChanges.names(were, are).forEach(id -> {
            XmlElement was = were.get(id);
            XmlElement is = are.get(id);
            if (was == null && is != null) {
                all.changes.add(new Change.Added(id, Phrase.of("decision.added", name(is))));
            } else if (is == null && was != null) {
                all.changes.add(new Change.Removed(id, Phrase.of("decision.removed", name(was))));
            } else if (is != null && was != null) {
                all.decision(was, is);
            }
        });
        return all.changes;
    }

    private static Map<String, XmlElement> byId(Model model) {
        Map<String, XmlElement> decisions = new LinkedHashMap<>();
        model.decisions().forEach(decision -> decisions.put(decision.id().orElse(""), decision));
        return decisions;
    }

    private static String name(XmlElement decision) {
        return decision.attribute("name").or(decision::id).orElse("");
    }

    private void decision(XmlElement was, XmlElement is) {
        String id = is.id().orElse(null);
        if (!name(was).equals(name(is))) {
            changes.add(new Change.Altered(id, Phrase.of("renamed", name(is), name(was))));
        }
        int told = changes.size();
        Optional<XmlElement> tableWas = table(was);
        Optional<XmlElement> tableIs = table(is);
        if (tableWas.isPresent() && tableIs.isPresent()) {
            tables(is, tableWas.get(), tableIs.get());
        }
        if (changes.size() == told && !said(was).equals(said(is))) {
            changes.add(new Change.Altered(id, Phrase.of("decision.other", name(is))));
        }
        aside(was, is);
    }

    /** What decides nothing: notes, and how long what was decided is kept. */
    private void aside(XmlElement was, XmlElement is) {
        String keptWas = kept(was);
        String keptIs = kept(is);
        if (!keptWas.equals(keptIs)) {
            altered(is, Trait.changed("historyTimeToLive", Phrase.of("named", name(is)), keptIs, keptWas));
        }
        if (!notes(was).equals(notes(is))) {
            altered(is, Phrase.of("decision.notes", name(is)));
        }
    }

    private void tables(XmlElement decision, XmlElement was, XmlElement is) {
        String table = name(decision);
        if (!policy(was).equals(policy(is))) {
            altered(
                    decision,
                    Phrase.of(
                            "decision.policy",
                            table,
                            Phrase.of("policy." + known(policy(is))),
                            Phrase.of("policy." + known(policy(was)))));
        }
        List<DecisionColumn> were = DecisionColumn.of(was);
        List<DecisionColumn> are = DecisionColumn.of(is);
        columns(decision, were, are);
        if (rules(was) > MOST_RULES || rules(is) > MOST_RULES) {
            return;
        }
        List<DecisionColumn> asking = RuleChanges.all(were, are, false);
        List<DecisionColumn> saying = RuleChanges.all(were, are, true);
        new RuleChanges(table, !ANY_ORDER.contains(policy(is)), changes::add)
                .tell(
                        RuleChanges.rows(was, RuleChanges.matching(asking, were), RuleChanges.matching(saying, were)),
                        RuleChanges.rows(is, RuleChanges.matching(asking, are), RuleChanges.matching(saying, are)));
    }

    private static long rules(XmlElement table) {
        return table.children(table.namespace(), "rule").count();
    }

    private void columns(XmlElement decision, List<DecisionColumn> were, List<DecisionColumn> are) {
        String table = name(decision);
        are.forEach(column -> column.in(were)
                .ifPresentOrElse(
                        was -> {
                            if (!was.label().equals(column.label())) {
                                altered(
                                        decision,
                                        Phrase.of("decision.column.renamed", table, column.label(), was.label()));
                            }
                            if (!was.reads().equals(column.reads())) {
                                altered(
                                        decision,
                                        Phrase.of(
                                                "decision.column.reads",
                                                table,
                                                column.label(),
                                                column.reads(),
                                                was.reads()));
                            }
                        },
                        () -> altered(decision, Phrase.of("decision.column.added", table, column.label()))));
        were.stream()
                .filter(column -> column.in(are).isEmpty())
                .forEach(column -> altered(decision, Phrase.of("decision.column.removed", table, column.label())));
    }

    private void altered(XmlElement decision, Phrase said) {
        changes.add(new Change.Altered(decision.id().orElse(null), said));
    }

    /** How long what was decided is kept; the attribute of decision tables has a namespace of its own. */
    private static String kept(XmlElement decision) {
        return decision.attributes().entrySet().stream()
                .filter(attribute -> attribute.getKey().getLocalPart().equals("historyTimeToLive"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static String notes(XmlElement decision) {
        return decision.all()
                .filter(element -> element.name().equals("description"))
                .map(element -> Traits.plain(element.text()))
                .collect(Collectors.joining("/"));
    }

    /** All that it says apart from ids, names and notes, where things are drawn, and in what order rules stand. */
    private static String said(XmlElement element) {
        Stream<String> within = element.children().stream()
                .filter(child -> !child.name().equals("description"))
                .map(DecisionChanges::said);
        return element.name()
                + element.attributes().entrySet().stream()
                        .filter(attribute -> isSaid(attribute.getKey()))
                        .map(attribute -> attribute.getKey().getLocalPart() + attribute.getValue())
                        .sorted()
                        .collect(Collectors.joining())
                + DecisionColumn.plain(element.text())
                + (ANY_ORDER_WITHIN.contains(element.name()) ? within.sorted() : within)
                        .collect(Collectors.joining("/", "(", ")"));
    }

    /** How wide a column is drawn has a namespace that no engine reads. */
    private static boolean isSaid(QName attribute) {
        boolean read = attribute.getNamespaceURI().isEmpty()
                || attribute.getNamespaceURI().equals(Vocabulary.CAMUNDA_DMN);
        return read && !NO_DECISION.contains(attribute.getLocalPart());
    }

    private static Optional<XmlElement> table(XmlElement decision) {
        return decision.children(decision.namespace(), "decisionTable").findFirst();
    }

    private static String policy(XmlElement table) {
        String policy = table.attribute("hitPolicy").orElse("UNIQUE");
        return table.attribute("aggregation").map(how -> policy + " " + how).orElse(policy);
    }

    private static String known(String policy) {
        String word = policy.toLowerCase(Locale.ROOT).replace(' ', '-');
        return POLICIES.contains(word) ? word : "other";
    }
}
