package dev.baton.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A year of work, made up and marked so: a thousand requests of four workflows of the example team, of campaigns and of
 * none, with late tasks, dates that were moved, blockers, some closed without delivery, and what is still open. Always the
 * same for the same moment.
 */
public final class ThousandRequests {

    private static final int ALL = 1_000;
    private static final Duration YEAR = Duration.ofDays(364);
    private static final List<String> CAMPAIGNS =
            List.of("Spring launch", "Trade fair", "Customer day", "New price list", "Autumn webinars");

    /** The tasks of each workflow, and how many days half of them take. */
    private static final Map<String, Map<String, Double>> WORKFLOWS = workflows();

    private final JdbcTemplate database;
    private final Instant now;
    private final Random random = new Random(7);
    private final Map<String, List<Object[]>> rows = new LinkedHashMap<>();
    private int open;
    private int delivered;
    private int closed;

    private ThousandRequests(JdbcTemplate database, Instant now) {
        this.database = database;
        this.now = now;
    }

    private static Map<String, Map<String, Double>> workflows() {
        Map<String, Map<String, Double>> all = new LinkedHashMap<>();
        all.put(
                "campaign-launch",
                steps(
                        "checkBrief",
                        .8,
                        "writeCopy",
                        3.0,
                        "draftLook",
                        2.5,
                        "buildAudience",
                        1.0,
                        "finishDesign",
                        2.0,
                        "launchCheck",
                        .6,
                        "launch",
                        .3));
        all.put("landing-page-update", steps("makeChange", 2.0, "checkPage", 1.0, "publish", .2));
        all.put(
                "content-production",
                steps("outline", 1.5, "approveOutline", 2.0, "write", 4.0, "illustrate", 1.5, "publish", .4));
        all.put("reporting-request", steps("sharpen", .7, "build", 3.0, "checkNumbers", 1.2));
        return all;
    }

    private static Map<String, Double> steps(Object... keysAndDays) {
        Map<String, Double> steps = new LinkedHashMap<>();
        for (int i = 0; i < keysAndDays.length; i += 2) {
            steps.put((String) keysAndDays[i], (Double) keysAndDays[i + 1]);
        }
        return steps;
    }

    /** Puts them into the database of an application that has the example workflows, in one go. */
    public static ThousandRequests upTo(Instant now, JdbcTemplate database) {
        ThousandRequests made = new ThousandRequests(database, now);
        made.fill();
        return made;
    }

    public int open() {
        return open;
    }

    public int delivered() {
        return delivered;
    }

    public int closed() {
        return closed;
    }

    private void fill() {
        Map<String, String> definitions = new LinkedHashMap<>();
        WORKFLOWS.keySet().forEach(key -> definitions.put(key, definition(key)));
        List<String> keys = List.copyOf(WORKFLOWS.keySet());
        long step = YEAR.toMillis() / ALL;
        for (int number = 0; number < ALL; number++) {
            Instant at = now.minus(YEAR).plusMillis(number * step + random.nextInt((int) step));
            String workflow = keys.get(random.nextInt(keys.size()));
            request("MADE-" + (number + 1), workflow, definitions.get(workflow), at);
        }
        rows.forEach(database::batchUpdate);
    }

    private String definition(String workflow) {
        return JdbcClient.create(database)
                .sql("select max(definition_id) from model_version where definition_key = ? and version = 1")
                .param(workflow)
                .query(String.class)
                .single();
    }

    private void request(String ref, String workflow, String definition, Instant opened) {
        String campaign = random.nextInt(4) == 0 ? null : CAMPAIGNS.get(random.nextInt(CAMPAIGNS.size()));
        String process = id();
        add(
                "insert into fact_request (request, what, at, workflow, definition_id, made_up) values (?,?,?,?,?,true)",
                ref,
                "opened",
                opened,
                workflow,
                definition);
        promise(ref, null, opened.plus(days(16)), opened);
        mail(ref, true, opened);
        Instant at = opened.plus(days(.02));
        boolean gives = random.nextInt(25) == 0;
        String what = "delivered";
        Instant ended = null;
        int left = gives ? 1 + random.nextInt(3) : Integer.MAX_VALUE;
        for (Map.Entry<String, Double> step : WORKFLOWS.get(workflow).entrySet()) {
            if (left-- == 0) {
                what = "closed";
                break;
            }
            Instant end = at.plus(days(step.getValue() * Math.exp(.8 * random.nextGaussian())));
            task(ref, workflow, process, definition, step.getKey(), at, end);
            at = end;
            if (end.isAfter(now)) {
                break;
            }
        }
        if (!at.isAfter(now)) {
            ended = at;
            add(
                    "insert into fact_request (request, what, at, workflow, definition_id, made_up)"
                            + " values (?,?,?,null,null,true)",
                    ref,
                    what,
                    at);
        }
        add(
                "insert into request (ref, workflow, definition_id, title, requester, requester_name, owner, campaign, brief,"
                        + " opened_at, started_at, ended_at, closed_because, made_up)"
                        + " values (?,?,?,?,'petra@customer.example','Petra Klein','nadia@example.com',?,'{}',?,?,?,?,true)",
                ref,
                workflow,
                definition,
                "Made-up request " + ref.substring(5),
                campaign,
                opened,
                opened,
                ended,
                ended != null && what.equals("closed") ? "No longer wanted" : null);
        if (ended == null) {
            open++;
            if (random.nextInt(3) == 0) {
                add(
                        "insert into blocker (ref, waits_on, what, raised_by, raised_at) values (?,?,?,?,?)",
                        ref,
                        random.nextBoolean() ? "maria@example.com" : "Printers",
                        "The figures are not there yet.",
                        "nadia@example.com",
                        opened.plus(Duration.between(opened, now).dividedBy(2)));
            }
        } else if (what.equals("closed")) {
            closed++;
        } else {
            delivered++;
        }
    }

    private void task(
            String ref, String workflow, String process, String definition, String step, Instant at, Instant end) {
        String task = id();
        add(
                "insert into fact_task (task_id, what, at, request, workflow, process_id, definition_id, step, holder)"
                        + " values (?,'created',?,?,?,?,?,?,?)",
                task,
                at,
                ref,
                workflow,
                process,
                definition,
                step,
                holder());
        if (random.nextInt(8) > 0) {
            Instant due = at.plus(days(4));
            promise(ref, task, due, at);
            if (random.nextInt(9) == 0) {
                promise(
                        ref,
                        task,
                        due.plus(days(2)),
                        at.plus(Duration.between(at, end).dividedBy(2)));
            }
        }
        mail(ref, false, at);
        if (!end.isAfter(now)) {
            add("insert into fact_task (task_id, what, at, request) values (?,'done',?,?)", task, end, ref);
            add(
                    "insert into fact_touch (request, task_id, what, outcome, pass, by_whom, at)"
                            + " values (?,?,'decided','done',?,?,?)",
                    ref,
                    task,
                    task,
                    holder(),
                    end);
        }
    }

    private void promise(String ref, @Nullable String task, Instant due, Instant at) {
        if (!at.isAfter(now)) {
            add(
                    "insert into fact_promise (request, task_id, due, zone, made_at, made_by, cause)"
                            + " values (?,?,?,'Europe/Berlin',?,?,'made')",
                    ref,
                    task,
                    due,
                    at,
                    holder());
        }
    }

    private void mail(String ref, boolean requester, Instant at) {
        String insert = "insert into fact_notification (mail, request, template, recipient, requester, sent_at)"
                + " values (?,?,'task',?,?,?)";
        add(insert, 1_000_000L + rows.getOrDefault(insert, List.of()).size(), ref, holder(), requester, at);
    }

    /** One of thirty people, as facts know them. */
    private String holder() {
        return "%020x".formatted(random.nextInt(30));
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static Duration days(double days) {
        return Duration.ofMillis((long) (days * 86_400_000));
    }

    private void add(String insert, @Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Instant at) {
                values[i] = at.atOffset(ZoneOffset.UTC);
            }
        }
        rows.computeIfAbsent(insert, none -> new ArrayList<>()).add(values);
    }
}
