package dev.baton.models;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;

/** A workflow of so many bytes, in which people decide one after the other and may send work back, and its check. */
public final class LargeModel {

    private static final int RUNS = 21;

    private static final String BLOCK = """
            <bpmn:userTask id="look%1$d" name="Look at it, round %1$d" camunda:assignee="${request.owner}" camunda:dueDate="P2D">
              <bpmn:extensionElements><camunda:properties>
                <camunda:property name="help" value="Is it good enough to go on with, and if not, what would make it so?" />
                <camunda:property name="outcomes" value="yes=Yes, no=No*" />
                <camunda:property name="result" value="seen%1$d" />
              </camunda:properties></bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:exclusiveGateway id="good%1$d" name="Good?" default="on%1$d" />
            <bpmn:sequenceFlow id="to%1$d" sourceRef="look%1$d" targetRef="good%1$d" />
            <bpmn:sequenceFlow id="on%1$d" sourceRef="good%1$d" targetRef="look%2$d" />
            <bpmn:sequenceFlow id="back%1$d" sourceRef="good%1$d" targetRef="look%1$d">
              <bpmn:conditionExpression>${seen%1$d == 'no'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            """;

    private LargeModel() {}

    /**
     * How long the check takes, in milliseconds, for each of some runs in this JVM.
     *
     * @param bytes how large the file is at least
     */
    public static double[] milliseconds(int bytes) {
        byte[] model = of(bytes);
        Clock clock = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
        ModelCheck check = new ModelCheck(
                new NothingDeployed(new Colleagues(null, null)),
                new CheckProperties(7, 7),
                CheckCommand.messages(),
                clock);
        double[] took = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long begun = System.nanoTime();
            check.check("small.bpmn", model);
            took[i] = (System.nanoTime() - begun) / 1e6;
        }
        return took;
    }

    /** The middle one of some. */
    public static double median(double[] some) {
        double[] sorted = some.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static byte[] of(int bytes) {
        StringBuilder blocks = new StringBuilder();
        int count = 0;
        while (blocks.length() < bytes) {
            blocks.append(BLOCK.formatted(count, count + 1));
            count++;
        }
        String last =
                "<bpmn:userTask id=\"look" + count + "\" camunda:assignee=\"a@example.com\" camunda:dueDate=\"P1D\" />"
                        + "<bpmn:sequenceFlow id=\"last\" sourceRef=\"look" + count + "\" targetRef=\"end\" />";
        return Drawing.good()
                .with("sourceRef=\"good\" targetRef=\"end\"", "sourceRef=\"good\" targetRef=\"look0\"")
                .inProcess(blocks + last)
                .bytes();
    }
}
