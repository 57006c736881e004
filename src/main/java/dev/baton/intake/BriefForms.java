package dev.baton.intake;

import dev.baton.engine.FormAnswers;
import dev.baton.engine.FormField;
import dev.baton.engine.Forms;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.requests.NewFile;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFiles;
import dev.baton.requests.Requests;
import dev.baton.shared.RequestRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The brief of a request as a form that its requester completes. */
@Component
public class BriefForms {

    private final Forms forms;
    private final Workflows workflows;
    private final Requests requests;
    private final RequestFiles files;

    BriefForms(Forms forms, Workflows workflows, Requests requests, RequestFiles files) {
        this.forms = forms;
        this.workflows = workflows;
        this.requests = requests;
        this.files = files;
    }

    /** The form of the request's workflow, with what is known of its brief. */
    public List<FormField> of(Request request) {
        return forms.brief(workflow(request).definitionId()).stream()
                .map(field -> request.brief().get(field.id()) == null
                        ? field
                        : field.with(request.brief().get(field.id())))
                .toList();
    }

    /** @throws IllegalStateException if the request's workflow is deployed no longer */
    public Workflow workflow(Request request) {
        return workflows
                .byKey(request.workflow())
                .orElseThrow(() -> new IllegalStateException(
                        request.ref() + ": no workflow '" + request.workflow() + "' is deployed"));
    }

    /**
     * Takes the form if nothing is wrong with it; work begins then. What was emptied is known no longer.
     *
     * @param entered answers as text, by field
     * @param added files that came with it
     * @return nothing if the request waits for its brief no longer; nothing was kept then
     */
    @Transactional
    public Optional<FormAnswers> complete(RequestRef ref, Map<String, String> entered, List<NewFile> added) {
        return requests.stillWaiting(ref).map(request -> complete(request, entered, added));
    }

    private FormAnswers complete(Request request, Map<String, String> entered, List<NewFile> added) {
        List<FormField> form = of(request);
        FormAnswers answers = forms.check(form, withKnownFiles(form, entered));
        if (answers.valid()) {
            added.forEach(file -> files.add(request.ref(), file, request.requester()));
            Map<String, Object> values = new HashMap<>();
            form.forEach(field -> values.put(field.id(), answers.values().get(field.id())));
            requests.completeBrief(request.ref(), values, List.of());
        }
        return answers;
    }

    /** A browser does not send again which files were sent before. */
    private static Map<String, String> withKnownFiles(List<FormField> form, Map<String, String> entered) {
        Map<String, String> given = new HashMap<>(entered);
        form.stream().filter(field -> field.is("file")).forEach(field -> {
            Object known = field.value();
            if (known != null) {
                given.putIfAbsent(field.id(), known.toString());
            }
        });
        return given;
    }
}
