package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The last question: a mail that is about nothing we know asks for work. For which workflow, its address says; else
 * its words; else the default workflow takes it, so that a person decides.
 */
@Component
class WhichWorkflow {

    private final OurAddress ours;
    private final Workflows workflows;
    private final Letters letters;
    private final Words words;

    WhichWorkflow(OurAddress ours, Workflows workflows, Letters letters, Words words) {
        this.ours = ours;
        this.workflows = workflows;
        this.letters = letters;
        this.words = words;
    }

    Meaning.AsksForWork meaningOf(ReceivedMail mail) {
        return addressed(mail)
                .map(workflow -> new Meaning.AsksForWork(workflow, null, null))
                .or(() -> ours.tagsOf(mail).stream().findFirst().map(this::strangeTag))
                .or(() -> workflows.guess(letters.of(mail).all()).map(this::guessed))
                .orElseGet(() -> new Meaning.AsksForWork(
                        workflows.defaultWorkflow(), words.sentence("reason.no-workflow"), null));
    }

    /** The workflow whose address it was sent to, if to any. */
    Optional<Workflow> addressed(ReceivedMail mail) {
        return Stream.concat(ours.tagsOf(mail).stream(), ours.localsOf(mail).stream())
                .flatMap(name -> workflows.byAddress(name).stream())
                .findFirst();
    }

    /** What the ledger calls the sign by which its workflow was known. */
    String sign(ReceivedMail mail) {
        return addressed(mail).isPresent() ? "WorkflowsAddress" : "NothingElse";
    }

    private Meaning.AsksForWork strangeTag(String tag) {
        Workflow workflow = workflows.defaultWorkflow();
        return new Meaning.AsksForWork(
                workflow,
                words.sentence("reason.strange-tag", tag, workflow.name()),
                words.sentence("note.strange-tag", tag));
    }

    private Meaning.AsksForWork guessed(Workflow workflow) {
        return new Meaning.AsksForWork(workflow, words.sentence("reason.guessed", workflow.name()), null);
    }
}
