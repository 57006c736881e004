package dev.baton.bench.web;

import dev.baton.bench.whatif.WhatIf;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in plain words what would become of past requests. */
@Component
class WhatIfViews {

    private final People people;
    private final Moments moments;
    private final MessageSource messages;

    WhatIfViews(People people, Moments moments, MessageSource messages) {
        this.people = people;
        this.moments = moments;
        this.messages = messages;
    }

    WhatIfView of(WhatIf found) {
        int count = found.requests().size();
        List<WhatIf.Running> running = found.running();
        return new WhatIfView(
                count,
                say(
                        "lead",
                        count,
                        found.other().size(),
                        count - found.same() - found.other().size()),
                frame(found),
                groups("way", found.ways()),
                found.loads().stream().map(this::load).toList(),
                found.fields().stream().map(field -> field(field, count)).toList(),
                groups("why", found.unplayed()),
                groups("assumed", found.assumed()),
                found.otherwise().isEmpty()
                        ? List.of()
                        : List.of(line("otherwise", "otherwise", List.of(), found.otherwise())),
                running == null ? null : running.stream().map(this::running).toList(),
                running == null ? say("running.unknown") : runningLead(running));
    }

    private String frame(WhatIf found) {
        Instant from = found.from();
        Instant to = found.to();
        if (from == null || to == null) {
            return "";
        }
        ZoneId zone = people.defaultCalendar().zone();
        return say(
                found.examples() ? "frame.examples" : "frame",
                moments.full(from, zone),
                moments.full(to, zone),
                moments.full(found.at(), zone));
    }

    private List<WhatIfView.Line> groups(String topic, List<WhatIf.Group> groups) {
        return groups.stream()
                .map(group -> line(group.kind(), topic + "." + group.kind(), group.names(), group.requests()))
                .toList();
    }

    private WhatIfView.Line line(String kind, String key, List<String> names, List<RequestRef> requests) {
        List<Object> arguments = new ArrayList<>(List.of(requests.size()));
        arguments.addAll(names);
        return new WhatIfView.Line(kind, say(key, arguments.toArray()), requests);
    }

    private WhatIfView.Load load(WhatIf.Load load) {
        return new WhatIfView.Load(
                load.name(),
                load.now(),
                load.then(),
                say(load.more() > 0 ? "more" : load.more() < 0 ? "fewer" : "as-many", Math.abs(load.more())),
                load.requests());
    }

    private WhatIfView.Line field(WhatIf.Field field, int count) {
        int answered = field.answered().size();
        return new WhatIfView.Line(
                field.kind(),
                say("field." + field.kind(), field.label(), count - answered, count, answered),
                field.answered());
    }

    private String runningLead(List<WhatIf.Running> running) {
        int going = size(running, true);
        int staying = size(running, false);
        return going + staying == 0 ? say("running.none") : say("running.lead", going, staying);
    }

    private static int size(List<WhatIf.Running> running, boolean go) {
        return running.stream()
                .filter(place -> place.held().isEmpty() == go)
                .mapToInt(place -> place.requests().size())
                .sum();
    }

    private WhatIfView.Line running(WhatIf.Running place) {
        String at = String.join(", ", place.at());
        String sentence = place.held().isEmpty()
                ? say("running.goes", place.requests().size(), at, String.join(", ", place.on()), place.version())
                : say(
                        "running.stays",
                        place.requests().size(),
                        at,
                        place.held().stream().map(this::why).collect(Collectors.joining(" ")),
                        place.version());
        return new WhatIfView.Line(place.held().isEmpty() ? "goes" : "stays", sentence, place.requests());
    }

    private String why(WhatIf.Held held) {
        String word = held.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return messages.getMessage("bench.move.why." + word, new Object[] {held.step()}, Locale.ENGLISH);
    }

    /** The sentence with this key. */
    String say(String key, Object... arguments) {
        return messages.getMessage("bench.what-if." + key, arguments, Locale.ENGLISH);
    }
}
