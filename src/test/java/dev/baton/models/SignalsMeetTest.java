package dev.baton.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** At run time a signal reaches its own request: the workflow, what it calls, and what calls it. */
class SignalsMeetTest {

    private static final String SENDS = event("intermediateThrowEvent");
    private static final String WAITS = event("intermediateCatchEvent");

    private final ModelCheck check = new ModelCheck(
            new NothingDeployed(new Colleagues(null, null)),
            new CheckProperties(7, 7),
            CheckCommand.messages(),
            Clock.systemUTC());

    @Test
    void whatAStrangerSendsIsNotHeard() {
        assertThat(findings(Map.of("small", workflow("small", WAITS), "other", workflow("other", SENDS))))
                .containsExactlyInAnyOrder("small: nobody", "other: unheard");
    }

    @Test
    void aCalledWorkflowAndItsCallerHearEachOther() {
        assertThat(findings(Map.of(
                        "small", workflow("small", SENDS + "|" + calls("other")), "other", called("other", WAITS))))
                .isEmpty();
        assertThat(findings(Map.of(
                        "small", workflow("small", calls("other") + "|" + WAITS), "other", called("other", SENDS))))
                .isEmpty();
    }

    @Test
    void twoWorkflowsOfOneCallerHearEachOther() {
        assertThat(findings(Map.of(
                        "small", workflow("small", calls("one") + "|" + calls("two")),
                        "one", called("one", SENDS),
                        "two", called("two", WAITS))))
                .isEmpty();
    }

    @Test
    void ofACalledWorkflowByItselfNothingCanBeSaid() {
        assertThat(findings(Map.of("other", called("other", WAITS)))).containsExactly("other: caller");
    }

    private List<String> findings(Map<String, Drawing> drawings) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        drawings.forEach((key, drawing) -> files.put(key + ".bpmn", drawing.bytes()));
        return check.check(files).entrySet().stream()
                .flatMap(report -> report.getValue().findings().stream()
                        .filter(finding -> finding.rule().equals("signals"))
                        .map(finding -> report.getKey().replace(".bpmn", ": ") + kind(finding)))
                .toList();
    }

    private static String kind(Finding finding) {
        return finding.message().startsWith("Work would wait")
                ? "nobody"
                : finding.message().startsWith("Nobody hears") ? "unheard" : "caller";
    }

    /** A workflow with these steps one after the other. */
    private static Drawing workflow(String key, String steps) {
        String[] each = steps.split("\\|");
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < each.length; i++) {
            String id = i == 0 ? "step" : "step" + i;
            drawn.append(each[i].replace("ID", id));
            if (i > 0) {
                String before = i == 1 ? "step" : "step" + (i - 1);
                drawn.append("<bpmn:sequenceFlow id=\"l" + i + "\" sourceRef=\"" + before + "\" targetRef=\"" + id
                        + "\" />");
            }
        }
        Drawing drawing = Drawing.good()
                .withStep(drawn.toString())
                .with("\"small\"", "\"" + key + "\"")
                .beside("<bpmn:signal id=\"g\" name=\"go\" />");
        return each.length == 1
                ? drawing
                : drawing.with(
                        "sourceRef=\"step\" targetRef=\"end\"",
                        "sourceRef=\"step" + (each.length - 1) + "\" targetRef=\"end\"");
    }

    private static Drawing called(String key, String steps) {
        return workflow(key, steps).with("name=\"prefix\" value=\"SMALL\"", "name=\"inputs\" value=\"what\"");
    }

    private static String event(String kind) {
        return "<bpmn:" + kind + " id=\"ID\"><bpmn:signalEventDefinition signalRef=\"g\" /></bpmn:" + kind + ">";
    }

    private static String calls(String key) {
        return "<bpmn:callActivity id=\"ID\" calledElement=\"" + key + "\" />";
    }
}
