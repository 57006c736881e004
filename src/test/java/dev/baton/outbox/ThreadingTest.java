package dev.baton.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreadingTest {

    @Test
    void aLongThreadKeepsItsBeginningAndItsEnd() {
        List<String> ids =
                IntStream.rangeClosed(1, 40).mapToObj(i -> "<" + i + "@x>").toList();

        assertThat(Threading.kept(ids))
                .containsExactly("<1@x>", "<2@x>", "<3@x>", "<35@x>", "<36@x>", "<37@x>", "<38@x>", "<39@x>", "<40@x>");
    }

    @Test
    void theHeaderStaysShortEnoughForRelays() {
        List<String> ids = IntStream.range(0, 20)
                .mapToObj(i -> "<" + "a".repeat(240) + i + "@x>")
                .toList();

        List<String> kept = Threading.kept(ids);

        assertThat(String.join(" ", kept)).hasSizeLessThanOrEqualTo(1500);
        assertThat(kept.get(0)).isEqualTo(ids.get(0));
        assertThat(kept.get(kept.size() - 1)).isEqualTo(ids.get(19));
    }

    @Test
    void textForAHeaderIsOneLine() {
        assertThat(OneLine.of(" a\r\n\tb\u2028c\u0000d ", 100)).isEqualTo("a b c d");
        assertThat(OneLine.of("abcdef", 4)).isEqualTo("abc…");
        assertThat(OneLine.of("ab\ud83d\ude00def", 4)).isEqualTo("ab…");
    }
}
