package dev.baton.bench;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.baton.engine.Deployments;
import dev.baton.engine.Hindrance;
import dev.baton.engine.Migrations;
import dev.baton.engine.MovePlan;
import dev.baton.engine.Obstacle;
import dev.baton.engine.Place;
import dev.baton.engine.Standing;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Retried;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets running requests go on in another version of their workflow: each in a transaction of its own, so that one which
 * cannot go stays as it is and is named, and the others go. The work is done by a job, on one node at a time; one that
 * dies at it leaves the rest to another.
 */
@Component
public class Moves {

    private static final Logger LOG = LoggerFactory.getLogger(Moves.class);

    private final Migrations migrations;
    private final MoveRows rows;
    private final Deployments deployments;
    private final Retried retried;
    private final ObjectProvider<SchedulerClient> jobs;
    private final Clock clock;

    Moves(
            Migrations migrations,
            MoveRows rows,
            Deployments deployments,
            Retried retried,
            ObjectProvider<SchedulerClient> jobs,
            Clock clock) {
        this.migrations = migrations;
        this.rows = rows;
        this.deployments = deployments;
        this.retried = retried;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * What would become of the requests of a version. One of those that stand at the same place is asked for all of them;
     * what is special about another shows when it is its turn.
     *
     * @param wanted further ways from step to step; to an empty id for none
     * @throws dev.baton.engine.WorkflowFailed if there are no such versions or steps
     */
    public MoveOutlook outlook(String from, String to, Map<String, String> wanted) {
        MovePlan plan = migrations.plan(from, to, wanted);
        return new MoveOutlook(
                plan,
                migrations.places(from).stream()
                        .flatMap(place -> at(plan, place).stream())
                        .toList());
    }

    private Optional<MoveOutlook.At> at(MovePlan plan, Place place) {
        return place.work().stream()
                .filter(work -> migrations.runsIn(plan.from(), work.processId()))
                .findFirst()
                .map(work -> new MoveOutlook.At(place, migrations.obstacles(plan, work.processId())));
    }

    /**
     * Begins to move all that runs in one version and can go on in the other. If somebody has just begun to move the
     * requests of that version, theirs goes on and is given back. Moves begin one after the other, and not while somebody
     * deploys.
     *
     * @param steps ways from step to step, beside those that are plain
     */
    public Move begin(String workflow, String from, String to, Map<String, String> steps, EmailAddress author) {
        return retried.run(() -> {
            deployments.lock();
            return rows.running(from).orElseGet(() -> {
                long id = rows.insert(workflow, from, to, steps, author, clock.instant());
                jobs.ifAvailable(client -> client.schedule(
                        MoveJobs.MOVE.instance(String.valueOf(id)).scheduledTo(clock.instant())));
                return rows.find(id).orElseThrow();
            });
        });
    }

    /**
     * Does what is left of it.
     *
     * @param stops whether this node is about to stop; what is left is then for another, or for after the start
     * @return whether nothing is left
     */
    boolean run(long id, BooleanSupplier stops) {
        Move move = rows.find(id).orElseThrow();
        MovePlan plan = migrations.plan(move.from(), move.to(), move.steps());
        Set<String> done = rows.done(id);
        List<Standing> left = migrations.places(move.from()).stream()
                .flatMap(place -> place.work().stream())
                .filter(work -> !done.contains(work.processId()))
                .toList();
        for (Standing work : left) {
            if (stops.getAsBoolean()) {
                return false;
            }
            take(move, plan, work);
        }
        rows.ended(id, clock.instant());
        return true;
    }

    private void take(Move move, MovePlan plan, Standing work) {
        try {
            retried.run(() -> moved(move, plan, work));
        } catch (RuntimeException unexpected) {
            if (!migrations.runsIn(move.from(), work.processId())) {
                return;
            }
            LOG.warn("{} stays in {}", work.request(), move.from(), unexpected);
            Obstacle unknown = new Obstacle("", Hindrance.OTHER);
            retried.run(() -> {
                rows.record(move.id(), work, unknown);
                return work;
            });
        }
    }

    /** What has ended or was moved by somebody else meanwhile is nobody's concern any more. */
    private Standing moved(Move move, MovePlan plan, Standing work) {
        if (migrations.runsIn(move.from(), work.processId())) {
            List<Obstacle> obstacles = migrations.move(plan, work, move.author());
            rows.record(move.id(), work, obstacles.isEmpty() ? null : asWanted(plan, obstacles.get(0)));
        }
        return work;
    }

    /** Why what somebody wanted cannot be says more than that nothing takes the work. */
    private static Obstacle asWanted(MovePlan plan, Obstacle obstacle) {
        return new Obstacle(obstacle.step(), plan.refused().getOrDefault(obstacle.step(), obstacle.why()));
    }

    /** The move with this number. */
    public Optional<Move> find(long id) {
        return rows.find(id);
    }

    /** The last moves of a workflow's requests, newest first. */
    public List<Move> of(String workflow) {
        return rows.of(workflow);
    }

    /** How far it has come. */
    public MoveProgress progress(Move move) {
        return new MoveProgress(rows.moved(move.id()), rows.stayed(move.id()), rows.stayedAtAll(move.id()));
    }
}
