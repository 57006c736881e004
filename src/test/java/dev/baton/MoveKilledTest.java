package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.testkit.BatonProcess;
import dev.baton.testkit.BesideOthers;
import dev.baton.testkit.Correspondent;
import dev.baton.testkit.Visitor;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Killed with {@code kill -9} while running requests move to another version of their workflow. */
@BesideOthers
class MoveKilledTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int REQUESTS = 240;
    private static final Pattern MOVED = Pattern.compile("(\\d+) requests have moved");

    @TempDir
    Path folder;

    private final int smtp = BatonProcess.freePort();
    private final int imap = BatonProcess.freePort();

    @Test
    void theMoveGoesOnAfterTheStartAndNothingIsLostOrDoneTwice() throws IOException {
        String progress;
        try (BatonProcess baton = BatonProcess.start(properties()).up()) {
            for (int number = 1; number <= REQUESTS; number++) {
                asks(baton, number);
            }
            deploysAnother(baton);
            Visitor nadia = signedIn(baton);
            Visitor.Answer plan = nadia.opens("/bench/workflows/flyer/move?from=1&to=2");
            progress =
                    nadia.presses("Move " + REQUESTS + " requests", plan).at().getPath();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> moved(nadia, progress) >= REQUESTS / 24);
            baton.kill();
        }
        List<Map<String, Object>> tasks;
        try (Books books = new Books()) {
            assertThat(books.number("select count(*) from bench_move where ended_at is null"))
                    .as("it was killed in the middle")
                    .isEqualTo(1);
            books.agree();
            tasks = books.tasks();
        }

        try (BatonProcess baton = BatonProcess.start(properties()).up()) {
            Visitor nadia = signedIn(baton);
            await().atMost(PATIENCE)
                    .until(() -> nadia.opens(progress).page().text().contains("go on in the new version"));
            baton.stop();
        }

        try (Books books = new Books()) {
            books.agree();
            assertThat(books.number("select count(*) from bench_move_work where why is null"))
                    .isEqualTo(REQUESTS);
            assertThat(books.tasks()).as("tasks, with whom and until when").isEqualTo(tasks);
            assertThat(books.number("""
                    select count(*) from request r join ACT_RE_PROCDEF d on d.ID_ = r.definition_id where d.VERSION_ = 2
                    """)).isEqualTo(REQUESTS);
            assertThat(books.number("select count(*) from ACT_RU_INCIDENT")).isZero();
        }
    }

    /** The database of a Baton that does not run, asked for what must be true at any moment. */
    private final class Books implements AutoCloseable {

        private final JdbcClient jdbc =
                JdbcClient.create(new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve("baton"), "sa", ""));

        int number(String question) {
            return jdbc.sql(question).query(Integer.class).single();
        }

        List<Map<String, Object>> tasks() {
            return jdbc.sql("""
                            select t.task_id, t.ref, t.assignee, t.opened_at, e.ASSIGNEE_, p.due, p.made_by from task t
                            join ACT_RU_TASK e on e.ID_ = t.task_id join promise p on p.task_id = t.task_id
                            where t.ended_at is null order by t.number
                            """).query().listOfRows();
        }

        /** Engine, requests, tasks and the record of the move tell the same of every request. */
        void agree() {
            assertThat(tasks()).hasSize(REQUESTS);
            assertThat(number("""
                    select count(*) from request r
                    join task t on t.ref = r.ref and t.definition_id = r.definition_id
                    join ACT_RU_TASK e on e.ID_ = t.task_id and e.PROC_DEF_ID_ = r.definition_id
                    join ACT_RU_EXECUTION p on p.ID_ = e.PROC_INST_ID_ and p.PROC_DEF_ID_ = r.definition_id
                    """)).isEqualTo(REQUESTS);
            assertThat(number("""
                    select count(*) from request r join ACT_RE_PROCDEF d on d.ID_ = r.definition_id
                    left join bench_move_work w on w.ref = r.ref
                    where (d.VERSION_ = 2) <> (w.ref is not null)
                    """)).isZero();
        }

        @Override
        public void close() {
            jdbc.sql("shutdown").update();
        }
    }

    private static int moved(Visitor visitor, String progress) {
        Matcher number = MOVED.matcher(visitor.opens(progress).page().text());
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    private static void asks(BatonProcess baton, int number) {
        assertThat(baton.visitor()
                        .send(baton.visitor()
                                .request("/api/requests")
                                .header("Authorization", "Bearer demo")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("""
                                        {"workflow": "flyer", "title": "Flyer %d", "requester": "petra@customer.example",
                                         "brief": {"topic": "Topic %d", "size": "a4"}}
                                        """.formatted(number, number))))
                        .status())
                .isEqualTo(201);
    }

    private static void deploysAnother(BatonProcess baton) throws IOException {
        String other = Files.readString(Path.of("src/test/resources/models/flyer/flyer.bpmn"))
                .replace("Draw the flyer", "Design the flyer");
        assertThat(baton.visitor()
                        .send(baton.visitor()
                                .request("/api/models?file=flyer.bpmn")
                                .header("Authorization", "Bearer demo")
                                .POST(HttpRequest.BodyPublishers.ofString(other)))
                        .status())
                .isEqualTo(201);
    }

    private Visitor signedIn(BatonProcess baton) {
        Correspondent nadia = Correspondent.of("nadia@example.com", smtp, imap);
        return baton.visitor()
                .signsIn(nadia.address(), () -> nadia.awaits("/sign-in/link").link("/sign-in/link"));
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("spring.profiles.active", "embedded");
        properties.put("spring.datasource.url", "jdbc:h2:file:" + folder.resolve("baton") + ";WRITE_DELAY=0");
        properties.put("baton.embedded.smtp-port", String.valueOf(smtp));
        properties.put("baton.embedded.imap-port", String.valueOf(imap));
        properties.put("baton.embedded.examples", "false");
        properties.put("baton.models", "src/test/resources/models/flyer");
        properties.put("db-scheduler.polling-interval", "1s");
        properties.put("db-scheduler.heartbeat-interval", "1s");
        return properties;
    }
}
