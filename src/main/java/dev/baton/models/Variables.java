package dev.baton.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a model's expressions can read: answers, results, what is handed over, and which element sets each. */
final class Variables {

    /** What the engine counts while several people have a step. */
    private static final Set<String> COUNTERS =
            Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

    private static final List<String> NAMING = List.of(
            "resultVariable",
            "elementVariable",
            "initiator",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable");

    private final Map<String, List<XmlElement>> setters = new TreeMap<>();

    private Variables(Model model) {
        model.process().ifPresent(process -> {
            inputs(process).forEach(input -> set(input, process));
            COUNTERS.forEach(counter -> set(counter, process));
        });
        model.all("userTask").forEach(task -> {
            set(result(task), task);
            set(result(task) + "Comment", task);
        });
        Replies.waiting(model).forEach(event -> {
            set("reply", event);
            set("replyBy", event);
        });
        model.all().forEach(element -> setBy(element).forEach(name -> set(name, element)));
    }

    static Variables of(Model model) {
        return new Variables(model);
    }

    /** The variable that takes the outcome of the task. */
    static String result(XmlElement task) {
        return task.property("result").orElse(TaskDetails.DEFAULT_RESULT);
    }

    /** What the process says that it is given by those who call it. */
    static Stream<String> inputs(XmlElement process) {
        return process.property("inputs").stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty());
    }

    /** All names, sorted. */
    Set<String> names() {
        return setters.keySet();
    }

    /** The names that a process owner may have meant, sorted: without those that the engine or every task brings. */
    List<String> told() {
        return names().stream()
                .filter(name -> !COUNTERS.contains(name) && !name.endsWith("Comment"))
                .toList();
    }

    /** The elements that set the variable: form fields, tasks, parameters, the process itself. */
    List<XmlElement> setting(String name) {
        return setters.getOrDefault(name, List.of());
    }

    /** The form field of this name, if nothing else sets the variable. */
    Optional<XmlElement> onlyField(String name) {
        List<XmlElement> all = setting(name);
        return all.size() == 1
                ? all.stream()
                        .filter(element -> element.is(Vocabulary.CAMUNDA, "formField"))
                        .findFirst()
                : Optional.empty();
    }

    private void set(String name, XmlElement by) {
        setters.computeIfAbsent(name, none -> new ArrayList<>()).add(by);
    }

    private static Stream<String> setBy(XmlElement element) {
        if (element.is(Vocabulary.CAMUNDA, "formField")) {
            return element.id().stream();
        }
        if (element.is(Vocabulary.CAMUNDA, "inputParameter", "outputParameter")) {
            return element.attribute("name").stream();
        }
        if (element.is(Vocabulary.CAMUNDA, "in", "out")) {
            return element.attribute("target").stream();
        }
        return NAMING.stream().flatMap(attribute -> element.camunda(attribute).stream());
    }
}
