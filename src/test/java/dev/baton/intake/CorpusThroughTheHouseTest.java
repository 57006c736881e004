package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.inbox.Arrival;
import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerState;
import dev.baton.testkit.Corpus;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Real mail that nobody here wrote, handed to the whole application. */
class CorpusThroughTheHouseTest extends IntakeTest {

    @Test
    void everyMailEndsInOneStateAndKeepsItsBytes() {
        Corpus.missing().ifPresent(why -> assumeTrue(false, "Skipped: " + why));
        Map<Path, Long> entries = new LinkedHashMap<>();
        Corpus.files()
                .forEach(file -> entries.put(
                        file,
                        ledger.accept(Corpus.read(file), Arrival.posted(clock.instant()))
                                .id()));

        processing.processDue();

        Map<LedgerState, Integer> states = new TreeMap<>();
        entries.forEach((file, id) -> {
            LedgerEntry entry = ledger.find(id).orElseThrow();
            assertThat(entry.state()).as(file + ": " + entry.reason()).isNotEqualTo(LedgerState.RECEIVED);
            assertThat(entry.reason() == null ? "" : entry.reason())
                    .as(file.toString())
                    .doesNotContain("Could not be taken in");
            assertThat(ledger.raw(id).orElseThrow()).as(file.toString()).isEqualTo(Corpus.read(file));
            states.merge(entry.state(), 1, Integer::sum);
        });
        System.out.println("The corpus in the ledger: " + states);
    }
}
