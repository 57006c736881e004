package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import dev.baton.models.Models;
import dev.baton.testkit.OnPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is uploaded, on both databases. */
abstract class DraftsContract extends BenchTest {

    @Autowired
    Drafts drafts;

    @Autowired
    ManualScheduler scheduler;

    @Test
    void whatIsKeptIsFoundAgainByteForByte() {
        byte[] bytes = "<a>ä</a>".getBytes(StandardCharsets.ISO_8859_1);
        Draft draft = drafts.keep(NADIA, List.of(new DraftFile("one.bpmn", bytes), new DraftFile("two.dmn", bytes)));

        Draft found = drafts.find(draft.id()).orElseThrow();

        assertThat(found.title()).isEqualTo("one.bpmn, two.dmn");
        assertThat(found.author()).isEqualTo(NADIA);
        assertThat(found.madeAt()).isEqualTo(clock.instant());
        assertThat(found.files()).allSatisfy(file -> assertThat(file.bytes()).isEqualTo(bytes));
        assertThat(drafts.find(draft.id() + "0")).isEmpty();
    }

    @Test
    void twoFilesOfOneNameAreTwoFiles() {
        DraftFile file = new DraftFile("same.bpmn", new byte[] {1});

        assertThat(drafts.keep(NADIA, List.of(file, file, file)).title())
                .isEqualTo("same.bpmn, same-2.bpmn, same-3.bpmn");
    }

    @Test
    void ofAFileThatIsTooLargeOnlyTheBeginningIsKept() {
        Draft draft = drafts.keep(NADIA, List.of(new DraftFile("large.bpmn", new byte[Models.LARGEST * 2])));

        assertThat(drafts.find(draft.id()).orElseThrow().files().get(0).bytes()).hasSize(Models.LARGEST + 1);
    }

    @Test
    void aDraftHasSomeFilesAndNotTooMany() {
        assertThatThrownBy(() -> drafts.keep(NADIA, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofOnePersonTheNewestHundredAreKept() {
        String author = "sam@example.com";
        DraftFile file = new DraftFile("many.bpmn", new byte[] {1});
        Draft first = drafts.keep(author, List.of(file));
        Draft ofSomebodyElse = drafts.keep("tom@example.com", List.of(file));
        for (int number = 0; number < Drafts.OF_ONE; number++) {
            clock.jump(Duration.ofSeconds(1));
            drafts.keep(author, List.of(file));
        }

        assertThat(drafts.newestOf(author, 200)).hasSize(Drafts.OF_ONE);
        assertThat(drafts.find(first.id())).isEmpty();
        assertThat(drafts.find(ofSomebodyElse.id())).isPresent();
    }

    @Test
    void draftsAreListedNewestFirstAndGoneAfterThirtyDays() {
        String author = "oliver@example.com";
        DraftFile file = new DraftFile("old.bpmn", new byte[] {1});
        Draft old = drafts.keep(author, List.of(file));
        clock.jump(Duration.ofDays(29));
        Draft newer = drafts.keep(author, List.of(file));
        assertThat(drafts.newestOf(author, 5)).extracting(Draft::id).containsExactly(newer.id(), old.id());

        clock.jump(Duration.ofDays(2));
        scheduler.runAnyDueExecutions();
        drafts.removeOld();

        assertThat(drafts.find(old.id())).isEmpty();
        assertThat(drafts.find(newer.id())).isPresent();
    }
}

class DraftsOnH2Test extends DraftsContract {}

@OnPostgres
class DraftsOnPostgresTest extends DraftsContract {}
