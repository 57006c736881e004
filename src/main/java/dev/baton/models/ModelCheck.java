package dev.baton.models;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;

/** Reads a model before the engine does, and says in plain words what is wrong with it, where, and what to do. */
public class ModelCheck {

    private final List<Rule> rules;
    private final Rule dialect = new Dialect();
    private final Surroundings around;
    private final MessageSource messages;

    ModelCheck(Surroundings around, MessageSource messages) {
        this.around = around;
        this.messages = messages;
        this.rules = List.of(
                new OneProcess(),
                new FollowsSchema(),
                new OnlyKnownElements(),
                new NoCode(),
                new OnlyFeel(),
                new KnownExpressions(),
                new KeepsHistory(),
                new HasOwner(around),
                new EveryStepLeadsOn(),
                new SomebodyAndDue(),
                new ReadableOutcomes(),
                new GatewaysDecide(),
                new SeveralPeople(),
                new CalledExists(around),
                new MailSteps(),
                new FormFields());
    }

    /**
     * Checks one file; nothing is deployed.
     *
     * @param file its name with the ending {@code .bpmn} or {@code .dmn}
     * @param bytes any bytes at all
     */
    public CheckReport check(String file, byte[] bytes) {
        List<Finding> findings = new ArrayList<>();
        try {
            check(Model.read(file, bytes), findings);
        } catch (UnreadableModel unreadable) {
            new Findings("reads", messages, findings).error(unreadable.line(), unreadable.what(), unreadable.detail());
        }
        findings.sort(Comparator.comparingInt(Finding::line));
        return CheckReport.of(findings);
    }

    private void check(Model model, List<Finding> findings) {
        if (!model.isProcess() && !model.isDecision()) {
            new Findings("reads", messages, findings)
                    .error(
                            model.root(),
                            model.root().line(),
                            "kind",
                            model.root().name());
            return;
        }
        run(dialect, model, findings);
        if (findings.isEmpty()) {
            rules.forEach(rule -> run(rule, model, findings));
        }
    }

    private void run(Rule rule, Model model, List<Finding> findings) {
        rule.check(model, new Findings(rule.name(), messages, findings));
    }

    /**
     * Checks files that are meant to be deployed together: what one of them calls, another may bring. Nothing is deployed.
     *
     * @param files any bytes at all, by their file names
     * @return a report for each file, in the same order
     */
    public Map<String, CheckReport> check(Map<String, byte[]> files) {
        Together together = new Together(files.entrySet().stream()
                .map(file -> new SourceFile(file.getKey(), file.getValue()))
                .toList());
        ModelCheck beside = new ModelCheck(around.with(together), messages);
        Map<String, CheckReport> reports = new LinkedHashMap<>();
        files.forEach((file, bytes) -> reports.put(file, beside.check(file, bytes)));
        return reports;
    }

    /** What is found apart from the rules, in the words of this rule. */
    List<Finding> findings(String rule, Consumer<Findings> search) {
        List<Finding> findings = new ArrayList<>();
        search.accept(new Findings(rule, messages, findings));
        return findings;
    }
}
