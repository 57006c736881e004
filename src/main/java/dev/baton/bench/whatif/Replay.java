package dev.baton.bench.whatif;

import dev.baton.bench.rehearsal.Asker;
import dev.baton.bench.rehearsal.Rehearsal;
import dev.baton.engine.FormAnswers;
import dev.baton.engine.FormField;
import dev.baton.requests.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plays past requests in one version. Those that are alike in all that decides their way are played once, which counts for
 * each of them.
 */
final class Replay {

    private static final String REQUIRED = "required";

    private final Rehearsal rehearsal;
    private final Deciding deciding;
    private final Map<String, String> renamed;
    private final Runnable step;
    private final List<FormField> form;
    private final Map<String, String> samples;
    private final Map<String, Course> played;

    /**
     * @param renamed ids that tasks have here, by those in the version that people answered
     * @param step is told of each request
     * @param played what was played before by what decides it; what is played now is added
     */
    Replay(Rehearsal rehearsal, Map<String, String> renamed, Runnable step, Map<String, Course> played) {
        this.played = played;
        this.rehearsal = rehearsal;
        this.renamed = renamed;
        this.step = step;
        this.form = rehearsal.emptyBrief();
        this.samples =
                rehearsal.brief().stream().collect(Collectors.toMap(FormField::id, field -> text(field.value())));
        Set<String> fields = form.stream().map(FormField::id).collect(Collectors.toSet());
        this.deciding = new Deciding(ModelText.of(rehearsal.piece()), fields);
    }

    /** The way of each, in the same order. */
    List<Course> of(List<PastRequest> requests) {
        return requests.stream().map(request -> of(request.renamed(renamed))).toList();
    }

    private Course of(PastRequest past) {
        step.run();
        Map<String, Object> known = past.request().brief();
        Map<String, String> said =
                form.stream().collect(Collectors.toMap(FormField::id, field -> text(known.get(field.id()))));
        FormAnswers taken = rehearsal.taken(form, said);
        Optional<FormAnswers.Problem> refused = taken.problems().stream()
                .filter(problem -> !problem.rule().equals(REQUIRED))
                .findFirst();
        if (refused.isPresent()) {
            return Course.impossible(
                    Course.Remark.of("brief", refused.get().field().label(), rehearsal.words(refused.get())));
        }
        List<FormField> missing = taken.missing();
        missing.forEach(field -> said.put(field.id(), samples.getOrDefault(field.id(), "")));
        return played(past, said)
                .assuming(missing.stream()
                        .map(field -> Course.Remark.of("field", field.label(), said.getOrDefault(field.id(), "")))
                        .toList());
    }

    private Course played(PastRequest past, Map<String, String> brief) {
        Asker asker = deciding.heedsTheAsker() ? asker(past.request()) : rehearsal.sampleAsker();
        String key = rehearsal.aside(() -> deciding.key(rehearsal.rulings(), variables(brief), asker))
                + past.given()
                + new TreeSet<>(past.takenAway())
                + past.byHand();
        Course known = played.get(key);
        if (known == null) {
            known = rehearsal.aside(
                    () -> new Player(rehearsal, past, rehearsal.piece().usual()).play(asker, brief));
            played.put(key, known);
        }
        return known;
    }

    /** What the workflow would begin with: of what was not answered, what the form suggests. */
    private Map<String, @Nullable Object> variables(Map<String, String> brief) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        form.forEach(field -> variables.put(field.id(), field.value()));
        variables.putAll(rehearsal.taken(form, brief).values());
        return variables;
    }

    private static Asker asker(Request request) {
        return new Asker(request.requester(), request.requesterName(), request.title(), request.campaign());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
