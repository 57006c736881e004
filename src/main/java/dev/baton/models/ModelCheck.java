package dev.baton.models;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;

/** Reads a model before the engine does, and says in plain words what is wrong with it, where, and what to do. */
public class ModelCheck {

    private final Surroundings around;
    private final CheckProperties limits;
    private final MessageSource messages;
    private final Clock clock;

    ModelCheck(Surroundings around, CheckProperties limits, MessageSource messages, Clock clock) {
        this.around = around;
        this.limits = limits;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Checks one file; nothing is deployed.
     *
     * @param file its name with the ending {@code .bpmn} or {@code .dmn}
     * @param bytes any bytes at all
     */
    public CheckReport check(String file, byte[] bytes) {
        return check(Map.of(file, bytes)).values().iterator().next();
    }

    /**
     * Checks files that are meant to be deployed together: what one of them calls, another may bring. Nothing is
     * deployed.
     *
     * @param files any bytes at all, by their file names
     * @return a report for each file, in the same order
     */
    public Map<String, CheckReport> check(Map<String, byte[]> files) {
        Map<String, CheckReport> reports = new LinkedHashMap<>();
        Map<String, Model> readable = new LinkedHashMap<>();
        files.forEach((file, bytes) -> {
            try {
                readable.put(file, Model.read(file, bytes));
                reports.put(file, CheckReport.of(List.of()));
            } catch (UnreadableModel unreadable) {
                reports.put(file, unreadable(unreadable));
            }
        });
        FilesTogether together = new FilesTogether(around, readable.values());
        readable.forEach((file, model) -> reports.put(file, check(model, together)));
        return reports;
    }

    private CheckReport unreadable(UnreadableModel unreadable) {
        return CheckReport.of(findings(
                "reads", findings -> findings.error(unreadable.line(), unreadable.what(), unreadable.detail())));
    }

    private CheckReport check(Model model, FilesTogether together) {
        FindingList list = new FindingList(model);
        run(new KnownKind(), model, list);
        if (list.isEmpty()) {
            run(new Dialect(), model, list);
        }
        if (!list.hasError()) {
            Rules.of(together, limits, clock).forEach(rule -> run(rule, model, list));
        }
        return CheckReport.of(list.inOrder());
    }

    private void run(Rule rule, Model model, FindingList list) {
        rule.check(model, new Findings(rule.name(), messages, list));
    }

    /** What is found apart from the rules, in the words of this rule. */
    List<Finding> findings(String rule, Consumer<Findings> search) {
        FindingList list = new FindingList();
        search.accept(new Findings(rule, messages, list));
        return list.inOrder();
    }
}
