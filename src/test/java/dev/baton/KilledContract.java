package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.testkit.BatonProcess;
import dev.baton.testkit.BesideOthers;
import dev.baton.testkit.PostOffice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Killed with {@code kill -9} at twenty random moments while 500 mails arrive and are answered: 200 ask for work with an
 * incomplete brief, 200 complete it, 100 answer the task that follows. {@code -Dkilled.seed} draws the moments of an
 * earlier run again.
 */
@BesideOthers
abstract class KilledContract {

    private static final int KILLS = 20;
    private static final int REQUESTS = 200;
    private static final int DELIVERED = 100;
    private static final int MAILS = 2 * REQUESTS + DELIVERED;
    private static final String INTAKE = "requests@example.com";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration MOMENT = Duration.ofMillis(2);

    private final long seed = Long.getLong("killed.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final PostOffice office = PostOffice.opened();
    private final KilledPeople people = new KilledPeople(office, INTAKE, DELIVERED);
    private final List<BatonProcess> nodes = new ArrayList<>();
    private Map<String, String> properties;

    @TempDir
    private Path models;

    private int underWay;

    /** How many Batons run on the one database and the one mailbox. */
    abstract int howMany();

    /** The {@code spring.datasource.*} properties of an empty database that outlives a node. */
    abstract Map<String, String> database();

    @BeforeEach
    void prepare() {
        properties = new HashMap<>(database());
        properties.putAll(office.properties(INTAKE));
        properties.put("baton.models", flyersDueNextWeek().toString());
        // What a killed node had in hand is free again by the time the next one runs.
        properties.put("baton.outbox.claim", "2s");
        properties.put("baton.outbox.budget", "100000");
        properties.put("baton.inbox.sweep-interval", "1s");
        properties.put("db-scheduler.polling-interval", "1s");
        properties.put("db-scheduler.heartbeat-interval", "1s");
    }

    /** Due tomorrow, tasks of a run at nine in the morning would be reminded of, and those mails be taken for signs. */
    private Path flyersDueNextWeek() {
        try {
            String due = Files.readString(Path.of("src/test/resources/models/flyer/flyer.bpmn"));
            assertThat(due).contains("camunda:dueDate=\"P1D\"");
            Files.writeString(
                    models.resolve("flyer.bpmn"), due.replace("camunda:dueDate=\"P1D\"", "camunda:dueDate=\"P7D\""));
            return models.toAbsolutePath();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @AfterEach
    void stop() {
        nodes.forEach(BatonProcess::close);
        office.close();
    }

    @Test
    void nothingIsLostAndNothingHappensTwice() {
        System.out.println("killed.seed=" + seed);
        for (int kills = 0; kills < KILLS; kills++) {
            startWhereNoneIsLeft();
            if (random.nextBoolean()) {
                nodes.forEach(BatonProcess::up);
            }
            ask(kills == 0 ? 2 * REQUESTS / KILLS : REQUESTS / KILLS);
            killAtARandomMoment();
        }
        startWhereNoneIsLeft();
        waitFor("all is done", () -> {
            people.answerOne();
            return people.written().size() == MAILS && people.signsToCome() == 0 && people.haveReadAll();
        });
        nodes.forEach(BatonProcess::stop);
        System.out.println(
                underWay + " of " + KILLS + " kills while work was under way; mails sent again: " + people.repeats());
        lookIntoTheBooks();
    }

    /** Two nodes are killed one after the other, so that the second takes over what the first had in hand. */
    private void startWhereNoneIsLeft() {
        if (nodes.isEmpty()) {
            for (int i = 0; i < howMany(); i++) {
                nodes.add(BatonProcess.start(properties));
            }
        }
    }

    private void ask(int mails) {
        for (int i = 0; i < mails && people.asked() < REQUESTS; i++) {
            people.ask();
        }
    }

    /** Anywhere between the first sign of work and the last, and a little later than a sign. */
    private void killAtARandomMoment() {
        int enough = people.signs() + 1 + random.nextInt(Math.max(1, people.signsToCome()));
        waitFor("signs of work", () -> {
            boolean now = people.signs() >= enough;
            if (!now) {
                people.answerOne();
            }
            return now || people.signsToCome() == 0;
        });
        BatonProcess node = nodes.remove(random.nextInt(nodes.size()));
        CompletableFuture.runAsync(
                        node::kill, CompletableFuture.delayedExecutor(random.nextInt(40), TimeUnit.MILLISECONDS))
                .join();
        underWay += people.signsToCome() > 0 ? 1 : 0;
    }

    /** The mail server's threads throw when the node they talk to is killed; that is not ours to catch. */
    private void waitFor(String what, Callable<Boolean> condition) {
        await(what + ", seed " + seed)
                .dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .pollInterval(MOMENT)
                .until(condition);
    }

    private void lookIntoTheBooks() {
        SingleConnectionDataSource database = new SingleConnectionDataSource(
                properties.get("spring.datasource.url"),
                properties.get("spring.datasource.username"),
                properties.get("spring.datasource.password"),
                true);
        try {
            KilledBooks books = new KilledBooks(JdbcClient.create(database));
            books.haveEveryMailInOneFinalState(people.written(), REQUESTS, REQUESTS, DELIVERED);
            books.haveEachRequestOnce(REQUESTS, DELIVERED);
            books.haveEachOfOurMailsOnce(REQUESTS, DELIVERED, people.came());
        } finally {
            database.destroy();
        }
    }
}
