package dev.baton.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MailKindTest {

    @Test
    void everyStandardMailIsOfOneKind() {
        Set<String> standard =
                new TreeSet<>(Templates.in(Path.of("mail-templates")).names());
        standard.removeAll(Set.of("layout", "parts"));

        assertThat(Arrays.stream(MailKind.values()).flatMap(kind -> kind.templates().stream()))
                .containsExactlyInAnyOrderElementsOf(standard);
    }

    @Test
    void whatOwnersSendIsNews() {
        assertThat(MailKind.of("our-newsletter")).isEqualTo(MailKind.NEWS);
    }
}
