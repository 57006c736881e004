package dev.baton.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shared.RequestRef;
import dev.baton.testkit.OnPostgres;
import dev.baton.testkit.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;

/** A request is closed by its owner while somebody has a task of it. */
abstract class ClosingContract extends TasksTest {

    @RepeatedTest(5)
    void aRequestClosedInTheMomentOfADecisionEndsAndNeitherPressFails() throws Exception {
        RequestRef ref = asked("Spring flyer").ref();
        Visitor nadia = signedIn(NADIA);
        Visitor.Answer request = nadia.opens("/requests/" + ref);
        Visitor tom = visitor();
        Visitor.Answer task = tom.opens(links.url(held(ref, TOM)));

        List<Visitor.Answer> answers = atOnce(
                () -> nadia.presses("Close the request", request, Map.of("reason", "No fair this year.")),
                () -> tom.presses("Request changes", task, Map.of("comment", "The price is wrong.")));

        assertThat(answers).extracting(Visitor.Answer::status).containsOnly(200);
        assertThat(requests.get(ref).isOpen()).isFalse();
    }
}

class ClosingOnH2Test extends ClosingContract {}

@OnPostgres
class ClosingOnPostgresTest extends ClosingContract {}
