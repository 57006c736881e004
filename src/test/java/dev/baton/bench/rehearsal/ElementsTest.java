package dev.baton.bench.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElementsTest {

    private static final String PREFIX = """
            <bpmn:extensionElements><camunda:properties><camunda:property name="prefix" value="X" />\
            </camunda:properties></bpmn:extensionElements>""";

    @Test
    void whatStepsSayOfThemselvesMakesNoWorkflowThatPeopleCanAskFor() {
        Elements elements = Elements.in(List.of(
                process("asked", PREFIX),
                process("called", "<bpmn:userTask id=\"step\">" + PREFIX + "</bpmn:userTask>")));

        assertThat(elements.workflows()).containsExactly("asked");
    }

    private static byte[] process(String key, String inside) {
        return ("<bpmn:definitions><bpmn:process id=\"" + key + "\">" + inside + "</bpmn:process></bpmn:definitions>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
