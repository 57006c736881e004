package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import dev.baton.models.Models;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.Dropped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How a move is worked through. */
class MovesTest extends BenchTest {

    @Autowired
    Moves moves;

    @Autowired
    Models models;

    @Autowired
    Workflows workflows;

    @Autowired
    Requests requests;

    @Autowired
    ManualScheduler scheduler;

    private Workflow deployed(String text) {
        Dropped.into(models, "stopping.bpmn", utf8(text));
        return workflows.byKey("stopping").orElseThrow();
    }

    private RequestRef ask(Workflow workflow, String title) {
        return requests.open(NewRequest.of(workflow, title, EmailAddress.of("petra@customer.example"), "Petra Klein")
                        .with(Map.of(), List.of()))
                .ref();
    }

    @Test
    void aNodeThatStopsLeavesTheRest() {
        String text = workflow("stopping", "STOPPING");
        Workflow first = deployed(text);
        List<RequestRef> asked = List.of(ask(first, "One"), ask(first, "Other"));
        Workflow second = deployed(text.replace("\"P2D\"", "\"P4D\""));
        Move move =
                moves.begin("stopping", first.definitionId(), second.definitionId(), Map.of(), EmailAddress.of(NADIA));

        AtomicInteger looks = new AtomicInteger();
        assertThat(moves.run(move.id(), () -> looks.incrementAndGet() > 1)).isFalse();
        assertThat(asked)
                .extracting(ref -> requests.get(ref).definitionId())
                .containsExactlyInAnyOrder(first.definitionId(), second.definitionId());
        assertThat(moves.find(move.id()).orElseThrow().endedAt()).isNull();
        scheduler.runAnyDueExecutions();

        assertThat(asked).extracting(ref -> requests.get(ref).definitionId()).containsOnly(second.definitionId());
        assertThat(moves.progress(move).moved()).isEqualTo(2);
        assertThat(moves.find(move.id()).orElseThrow().endedAt()).isNotNull();
    }
}
