package dev.baton.metrics;

import dev.baton.models.Workflows;
import dev.baton.shared.Rows;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All facts as an event log for tools that mine processes (docs/decisions/0095): a trace for each request, read from the
 * tables some hundred requests at a time, so that nothing has to be kept however many there are.
 */
@Component
public class EventExport {

    private static final String OF_CAMPAIGN =
            "and request in (select ref from request where lower(campaign) = lower(:campaign))";
    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final Workflows workflows;

    EventExport(JdbcClient jdbc, Workflows workflows) {
        this.jdbc = jdbc;
        this.workflows = workflows;
    }

    /**
     * Writes the events of the requests that the question is about: opened in its period, as far as they had happened by
     * its moment. The stream is not closed.
     *
     * @throws XMLStreamException if nobody reads on
     */
    public void write(Question question, OutputStream out) throws XMLStreamException {
        XesWriter xes = new XesWriter(out);
        xes.begin();
        Names names = new Names();
        long last = 0;
        List<Opened> opened;
        do {
            opened = opened(question, last);
            for (Trace trace : traces(opened, question.asOf(), names)) {
                xes.trace(trace.opened.request(), trace.attributes(), trace.events);
            }
            last = opened.isEmpty() ? last : opened.get(opened.size() - 1).id();
        } while (opened.size() == PAGE);
        xes.end();
    }

    private record Opened(long id, String request, String workflow, Instant at, boolean madeUp) {}

    /** A request with what happened to it. */
    private static final class Trace {

        private final Opened opened;
        private final List<XesWriter.Event> events = new ArrayList<>();
        private @Nullable String team;

        Trace(Opened opened) {
            this.opened = opened;
        }

        Map<String, Object> attributes() {
            Map<String, Object> attributes = new LinkedHashMap<>();
            attributes.put("baton:workflow", opened.workflow());
            if (team != null) {
                attributes.put("baton:team", team);
            }
            attributes.put("baton:made-up", opened.madeUp());
            return attributes;
        }

        void add(XesWriter.Event event) {
            events.add(event);
        }
    }

    private List<Opened> opened(Question question, long after) {
        return jdbc.sql("""
                        select id, request, workflow, at, made_up from fact_request
                        where id > :after and what = 'opened' and at >= :from and at < :to and at <= :asOf
                            and (made_up = false or :examples) and workflow in (:workflows)
                            and request in (select ref from request where lower(campaign) = lower(:campaign))
                        order by id fetch first :page rows only
                        """.replace(
                                "and workflow in (:workflows)",
                                question.scope().workflows() == null ? "" : "and workflow in (:workflows)")
                        .replace(OF_CAMPAIGN, question.scope().campaign() == null ? "" : OF_CAMPAIGN))
                .param("campaign", Objects.requireNonNullElse(question.scope().campaign(), ""))
                .param("examples", question.examples())
                .param("after", after)
                .param("from", Rows.at(question.period().from()))
                .param("to", Rows.at(question.period().to()))
                .param("asOf", Rows.at(question.asOf()))
                .param("page", PAGE)
                .param("workflows", workflows(question.scope()))
                .query((row, number) -> new Opened(
                        row.getLong("id"),
                        row.getString("request"),
                        row.getString("workflow"),
                        Rows.instant(row, "at"),
                        row.getBoolean("made_up")))
                .list();
    }

    /** Something even where none is allowed: a list of nothing is no SQL. */
    private static List<String> workflows(Scope scope) {
        return scope.workflows() == null || scope.workflows().isEmpty() ? List.of("") : List.copyOf(scope.workflows());
    }

    private List<Trace> traces(List<Opened> opened, Instant asOf, Names names) {
        Map<String, Trace> traces = new LinkedHashMap<>();
        opened.forEach(each -> traces.put(each.request(), new Trace(each)));
        if (!traces.isEmpty()) {
            List<String> requests = List.copyOf(traces.keySet());
            rows("select * from fact_request", requests, asOf, row -> request(row, traces));
            Map<String, String> outcomes = new HashMap<>();
            rows("select * from fact_touch", requests, asOf, row -> touch(row, traces, outcomes));
            Map<String, String> steps = new HashMap<>();
            rows("select * from fact_task", requests, asOf, row -> task(row, traces, names, steps, outcomes));
            rows("select f.*, made_at as at from fact_promise f", requests, asOf, row -> promise(row, traces, steps));
        }
        traces.values().forEach(trace -> trace.events.sort(Comparator.comparing(XesWriter.Event::at)));
        return List.copyOf(traces.values());
    }

    private interface Reading {

        void read(ResultSet row) throws SQLException;
    }

    private void rows(String select, List<String> requests, Instant asOf, Reading reading) {
        String at = select.contains("made_at") ? "made_at" : "at";
        jdbc.sql(select + " where request in (:requests) and " + at + " <= :asOf order by id")
                .param("requests", requests)
                .param("asOf", Rows.at(asOf))
                .query(row -> {
                    reading.read(row);
                });
    }

    private static Trace of(ResultSet row, Map<String, Trace> traces) throws SQLException {
        Trace trace = traces.get(row.getString("request"));
        if (trace == null) {
            throw new IllegalStateException("A row of another request was read");
        }
        return trace;
    }

    private static void request(ResultSet row, Map<String, Trace> traces) throws SQLException {
        Trace trace = of(row, traces);
        String what = row.getString("what");
        switch (what) {
            case "opened", "delivered", "closed" -> trace.add(event(row, "Request " + what, "complete", null));
            case "team" -> trace.team = row.getString("team");
            default -> {
                // The version stands with each task.
            }
        }
    }

    private static void touch(ResultSet row, Map<String, Trace> traces, Map<String, String> outcomes)
            throws SQLException {
        String what = row.getString("what");
        if (what.equals("decided")) {
            outcomes.put(row.getString("task_id"), row.getString("outcome"));
            return;
        }
        String name = switch (what) {
            case "asked" -> "Requester asks how it stands";
            case "question" -> "Requester is asked for more";
            case "blocked" -> "Blocker raised";
            default -> "Message";
        };
        of(row, traces).add(event(row, name, "complete", null));
    }

    private void task(
            ResultSet row,
            Map<String, Trace> traces,
            Names names,
            Map<String, String> steps,
            Map<String, String> outcomes)
            throws SQLException {
        String id = row.getString("task_id");
        String definition = row.getString("definition_id");
        if (definition != null) {
            steps.put(id, names.of(definition, row.getString("step")));
        }
        String transition = transition(TaskEvent.of(row.getString("what")));
        if (transition == null) {
            return;
        }
        XesWriter.Event event = event(row, steps.getOrDefault(id, "Task"), transition, id);
        if (transition.equals("complete") && outcomes.containsKey(id)) {
            event.attributes().put("baton:outcome", outcomes.get(id));
        }
        long working = row.getLong("working_seconds");
        if (!row.wasNull()) {
            event.attributes().put("baton:working-seconds", working);
        }
        of(row, traces).add(event);
    }

    private static @Nullable String transition(TaskEvent event) {
        return switch (event) {
            case CREATED -> "start";
            case CHANGED -> "reassign";
            case DONE -> "complete";
            case WITHDRAWN -> "withdraw";
            case MOVED -> null;
        };
    }

    private static void promise(ResultSet row, Map<String, Trace> traces, Map<String, String> steps)
            throws SQLException {
        String task = row.getString("task_id");
        XesWriter.Event event =
                event(row, row.getString("cause").equals("moved") ? "Date moved" : "Date promised", "complete", task);
        event.attributes().put("baton:due", Rows.instant(row, "due"));
        event.attributes().put("baton:for", task == null ? "request" : steps.getOrDefault(task, "Task"));
        of(row, traces).add(event);
    }

    private static XesWriter.Event event(ResultSet row, String name, String transition, @Nullable String instance)
            throws SQLException {
        return new XesWriter.Event(name, transition, Rows.instant(row, "at"), instance, new LinkedHashMap<>());
    }

    /** What steps are called in their models. */
    private final class Names {

        private final Map<String, String> known = new HashMap<>();

        String of(String definition, String step) {
            return known.computeIfAbsent(definition + "/" + step, unread -> {
                try {
                    return workflows.task(definition, step).name();
                } catch (NoSuchElementException gone) {
                    return step;
                }
            });
        }
    }
}
