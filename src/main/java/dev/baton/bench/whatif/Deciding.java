package dev.baton.bench.whatif;

import dev.baton.bench.rehearsal.Asker;
import dev.baton.engine.Rulings;
import dev.baton.engine.WorkflowFailed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What in a brief can change the way of a request: what is asked of it alone, such as a condition or a decision table that
 * reads nothing else, counts with its answer; any other field that is read counts with its value. Requests of which all of
 * that is the same go the same way as long as people say the same.
 */
final class Deciding {

    /** What these say is another thing in each request, or at another time. */
    private static final Set<String> NOT_OF_THE_BRIEF = Set.of("request", "votes", "calendar", "mail");

    private static final Set<String> OF_THE_ASKER = Set.of("requester", "requesterName", "title", "campaign");

    /** Gives somebody a task, or shows something. */
    private static final Pattern ONLY_NAMED = Pattern.compile("[$#]\\{\\s{0,9}request\\.\\w{1,40}\\s{0,9}}");

    private final List<ModelText.Asked> alone = new ArrayList<>();
    private final Set<String> raw = new TreeSet<>();
    private final Set<String> fields;
    private final boolean asker;
    private final Map<String, String> answered = new HashMap<>();

    Deciding(ModelText text, Set<String> fields) {
        this.fields = fields;
        this.asker = text.asked().stream().anyMatch(Deciding::readsTheAsker);
        for (ModelText.Asked asked : text.asked()) {
            if (asked.words().stream().anyMatch(fields::contains)) {
                boolean mixed = asked.words().stream()
                        .anyMatch(word -> text.set().contains(word) || NOT_OF_THE_BRIEF.contains(word));
                if (mixed) {
                    raw.addAll(ofTheBrief(asked));
                } else {
                    alone.add(asked);
                }
            }
        }
        fields.stream()
                .filter(field -> text.handedOn().contains(field) || text.set().contains(field))
                .forEach(raw::add);
    }

    private static boolean readsTheAsker(ModelText.Asked asked) {
        return asked.words().contains("request")
                && asked.words().stream().anyMatch(OF_THE_ASKER::contains)
                && !ONLY_NAMED.matcher(asked.text()).matches();
    }

    private Set<String> ofTheBrief(ModelText.Asked asked) {
        return asked.words().stream().filter(fields::contains).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether anything but a task's people depends on who asks. */
    boolean heedsTheAsker() {
        return asker;
    }

    /**
     * The same for briefs that lead the same way.
     *
     * @param brief of every field what is known, or null
     */
    String key(Rulings rulings, Map<String, @Nullable Object> brief, Asker who) {
        StringBuilder key = new StringBuilder();
        Set<String> values = new TreeSet<>(raw);
        for (ModelText.Asked asked : alone) {
            String answer = answer(rulings, asked, brief);
            if (answer.isEmpty()) {
                values.addAll(ofTheBrief(asked));
            }
            key.append(answer).append('\u0001');
        }
        values.forEach(
                field -> key.append(field).append('=').append(brief.get(field)).append('\u0001'));
        return asker ? key.append(who).toString() : key.toString();
    }

    /** Empty if it cannot be answered from the brief. */
    private String answer(Rulings rulings, ModelText.Asked asked, Map<String, @Nullable Object> brief) {
        String about = asked.text()
                + ofTheBrief(asked).stream()
                        .map(field -> "\u0001" + brief.get(field))
                        .collect(Collectors.joining());
        return answered.computeIfAbsent(about, unasked -> {
            try {
                return "="
                        + (asked.table() ? rulings.decision(asked.text(), brief) : rulings.value(asked.text(), brief));
            } catch (WorkflowFailed notAlone) {
                return "";
            }
        });
    }
}
