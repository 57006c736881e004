package dev.baton.intake.web;

import dev.baton.engine.FormField;
import dev.baton.engine.Forms;
import dev.baton.intake.FieldProblem;
import dev.baton.intake.Submission;
import dev.baton.models.Workflow;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Signatures;
import dev.baton.tasks.FormView;
import dev.baton.tasks.FormViews;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes the form of a workflow and reads what comes back. */
@Component
class AskForms {

    private static final String ID = "form";

    private final Forms forms;
    private final FormViews views;
    private final ShownFields shown;
    private final People people;
    private final Signatures signatures;
    private final MessageSource messages;

    AskForms(
            Forms forms,
            FormViews views,
            ShownFields shown,
            People people,
            Signatures signatures,
            MessageSource messages) {
        this.forms = forms;
        this.views = views;
        this.shown = shown;
        this.people = people;
        this.signatures = signatures;
        this.messages = messages;
    }

    /** A new form; with name and address of whoever is signed in. */
    AskForm empty(Workflow workflow, @Nullable Principal who) {
        Optional<Person> person = Optional.ofNullable(who)
                .map(Principal::getName)
                .flatMap(EmailAddress::parse)
                .flatMap(people::find);
        List<FormField> form = forms.brief(workflow.definitionId());
        return new AskForm(
                workflow,
                signatures.token(ID, UUID.randomUUID().toString()),
                "",
                person.map(Person::name).orElse(""),
                person.map(found -> found.address().value()).orElse(""),
                "",
                views.of(form),
                ShownFields.change(form),
                List.of(),
                List.of());
    }

    /** The form as it was sent, with what is wrong with it. */
    AskForm again(Workflow workflow, HttpServletRequest sent, List<FieldProblem> problems) {
        List<FormField> form = forms.brief(workflow.definitionId());
        Map<String, String> entered = SentFiles.answers(sent);
        FormView brief = views.of(form, entered, forms.check(form, entered));
        return new AskForm(
                workflow,
                signatures.token(ID, id(sent).orElseGet(() -> UUID.randomUUID().toString())),
                text(sent, "title"),
                text(sent, "name"),
                text(sent, "address"),
                text(sent, "campaign"),
                brief,
                ShownFields.change(form),
                problems,
                lines(brief, problems));
    }

    Submission submission(Workflow workflow, HttpServletRequest sent) {
        Map<String, String> answers = SentFiles.answers(sent);
        Set<String> known = new HashSet<>();
        forms.brief(workflow.definitionId()).forEach(field -> known.add(field.id()));
        answers.keySet().retainAll(known);
        return new Submission(
                workflow,
                id(sent).orElseGet(() -> UUID.randomUUID().toString()),
                text(sent, "title"),
                text(sent, "address"),
                text(sent, "name"),
                text(sent, "campaign"),
                answers,
                SentFiles.of(sent));
    }

    FormView fieldsThatApply(Workflow workflow, HttpServletRequest sent) {
        return shown.of(forms.brief(workflow.definitionId()), SentFiles.answers(sent));
    }

    private List<ProblemLine> lines(FormView brief, List<FieldProblem> problems) {
        return Stream.of(
                        common("title", "title", "new.field.title", problems),
                        ProblemLine.of(brief).stream(),
                        common("campaign", "campaign", "new.campaign", problems),
                        common("requesterName", "name", "new.name", problems),
                        common("requester", "address", "new.address", problems))
                .flatMap(lines -> lines)
                .toList();
    }

    private Stream<ProblemLine> common(String field, String input, String label, List<FieldProblem> problems) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .limit(1)
                .map(problem -> new ProblemLine(
                        input, messages.getMessage("intake." + label, null, Locale.ENGLISH), problem.message()));
    }

    private Optional<String> id(HttpServletRequest sent) {
        return signatures.content(ID, text(sent, ID));
    }

    private static String text(HttpServletRequest sent, String name) {
        return Optional.ofNullable(sent.getParameter(name)).orElse("");
    }
}
