package dev.baton.intake;

import dev.baton.engine.FormAnswers;
import dev.baton.engine.FormField;
import dev.baton.engine.Forms;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.requests.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads as much of a brief out of a mail as can be read without guessing; what is not understood counts as missing. */
@Component
class Briefs {

    private final Forms forms;
    private final Workflows workflows;
    private final Answers answers;
    private final Greetings greetings;

    Briefs(Forms forms, Workflows workflows, Answers answers, Greetings greetings) {
        this.forms = forms;
        this.workflows = workflows;
        this.answers = answers;
        this.greetings = greetings;
    }

    /** The brief that a mail asking for work brings. */
    Brief of(Workflow workflow, Letter letter) {
        List<FormField> form = forms.brief(workflow.definitionId());
        Map<String, String> given = defaults(form);
        BriefText text = BriefText.of(form, letter.words());
        given.putAll(understood(form, text.named()));
        ownWords(form, text.rest(), given);
        files(form, letter.fileNames(), given);
        return checked(form, given, text.campaign());
    }

    /** What is missing from the request's brief as it is. */
    List<FormField> missing(Request request) {
        List<FormField> form = form(request);
        return checked(form, known(form, request), null).missing();
    }

    /** The request's brief with what the requester answers to the question for the rest. */
    Brief with(Request request, Letter letter) {
        List<FormField> form = form(request);
        Map<String, String> given = known(form, request);
        List<FormField> asked = checked(form, given, null).missing();
        BriefText text = BriefText.of(form, letter.words());
        Map<String, String> answered = understood(form, text.named());
        if (answered.isEmpty()) {
            answered.putAll(BareAnswers.of(asked, greetings.without(text.rest()), answers));
        }
        given.putAll(answered);
        if (answered.isEmpty()) {
            ownWords(asked, text.rest(), given);
        }
        files(asked, letter.fileNames(), given);
        return checked(form, given, text.campaign());
    }

    private List<FormField> form(Request request) {
        return forms.brief(workflows
                .byKey(request.workflow())
                .orElseThrow(() -> new IllegalStateException(
                        request.ref() + ": no workflow '" + request.workflow() + "' is deployed"))
                .definitionId());
    }

    private static Map<String, String> defaults(List<FormField> form) {
        Map<String, String> given = new HashMap<>();
        form.stream().filter(field -> !field.readonly()).forEach(field -> {
            Object value = field.value();
            if (value != null) {
                given.put(field.id(), value.toString());
            }
        });
        return given;
    }

    private static Map<String, String> known(List<FormField> form, Request request) {
        Map<String, String> given = new HashMap<>();
        form.forEach(field -> {
            Object value = request.brief().get(field.id());
            if (value != null) {
                given.put(field.id(), value.toString());
            }
        });
        return given;
    }

    private Map<String, String> understood(List<FormField> form, Map<String, String> named) {
        Map<String, String> given = new HashMap<>();
        form.stream()
                .filter(field -> !field.readonly() && named.containsKey(field.id()))
                .forEach(field -> answers.of(field, named.getOrDefault(field.id(), ""))
                        .ifPresent(value -> given.put(field.id(), value)));
        return given;
    }

    private void ownWords(List<FormField> form, String rest, Map<String, String> given) {
        String words = greetings.without(rest);
        OwnWordsField.in(form)
                .filter(field -> !given.containsKey(field.id()))
                .flatMap(field -> answers.of(field, words).map(text -> Map.entry(field.id(), text)))
                .ifPresent(answer -> given.put(answer.getKey(), answer.getValue()));
    }

    private void files(List<FormField> form, List<String> names, Map<String, String> given) {
        form.stream()
                .filter(field -> field.is("file") && !given.containsKey(field.id()))
                .findFirst()
                .ifPresent(field ->
                        answers.of(field, String.join(", ", names)).ifPresent(text -> given.put(field.id(), text)));
    }

    /** Checks twice: an answer that a rule refuses is taken out, and then its field may be missing. */
    private Brief checked(List<FormField> form, Map<String, String> given, @Nullable String campaign) {
        FormAnswers first = forms.check(form, given);
        if (first.valid()) {
            return new Brief(first.values(), List.of(), campaign);
        }
        Map<String, String> usable = new HashMap<>(given);
        first.problems().forEach(problem -> usable.remove(problem.field().id()));
        FormAnswers second = forms.check(form, usable);
        return new Brief(second.values(), second.missing(), campaign);
    }
}
