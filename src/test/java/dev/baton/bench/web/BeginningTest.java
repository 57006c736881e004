package dev.baton.bench.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeginningTest {

    @ParameterizedTest
    @CsvSource({
        "Newsletter item, newsletter-item, NEWSLETTER",
        "Büro & Stand, buro-stand, BURO",
        "2027 fair, fair, FAIR",
        "A b, a-b, AB",
        "Presseinformationen, presseinformationen, PRESSEINFORM",
        "日本, workflow, WORKFLOW",
        "x, x, WORK",
        "'', workflow, WORKFLOW",
    })
    void whatItIsCalledGivesItsIdAndItsPrefix(String name, String key, String prefix) {
        Beginning beginning = new Beginning(name, "nadia@example.com");

        assertThat(beginning.key()).isEqualTo(key);
        assertThat(beginning.file()).isEqualTo(key + ".bpmn");
        assertThat(beginning.prefix()).isEqualTo(prefix);
    }

    @Test
    void whatPeopleWriteStaysText() {
        Beginning beginning = new Beginning("\"><script>{{owner}}", "o'brien@example.com");

        assertThat(beginning.text("<a name=\"{{name}}\" owner=\"{{owner}}\">"))
                .isEqualTo("<a name=\"&#34;&#62;&#60;script&#62;{{owner}}\" owner=\"o&#39;brien@example.com\">");
    }
}
