package dev.baton.engine;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves running work from one version of a process to another (Camunda manual, "Process Instance Migration"). Tasks stay
 * the tasks they are, with whom they are and until when, and what is history stays with the version it happened in.
 */
public class Migrations {

    private final ProcessEngineConfigurationImpl engine;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Migrations(
            ProcessEngineConfigurationImpl engine,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.engine = engine;
        this.runtime = engine.getRuntimeService();
        this.identity = engine.getIdentityService();
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * A plan for work of one version to go on in another. Steps that are the same in both go to each other by themselves.
     *
     * @param wanted further ways, ids of steps of the old version to those of the new; to an empty id a step is not moved.
     *     What cannot be is left out and named in {@link MovePlan#refused}
     * @throws WorkflowFailed if there are no such versions or steps
     */
    public MovePlan plan(String from, String to, Map<String, String> wanted) {
        return EngineCalls.call(
                from, () -> new MovePlans(runtime, engine.getRepositoryService()).between(from, to, wanted));
    }

    /** Where the running work of this version stands; the place with most work first. */
    public List<Place> places(String definitionId) {
        Map<Standing, Set<String>> steps = new LinkedHashMap<>();
        jdbc.sql("""
                        select p.ID_, p.BUSINESS_KEY_, e.ACT_ID_
                        from ACT_RU_EXECUTION p join ACT_RU_EXECUTION e on e.PROC_INST_ID_ = p.ID_
                        where p.PROC_DEF_ID_ = ? and p.PARENT_ID_ is null and e.ACT_ID_ is not null
                            and not exists (select 1 from ACT_RU_EXECUTION c where c.PARENT_ID_ = e.ID_)
                        order by p.ID_
                        """).param(definitionId).query((RowCallbackHandler) row -> {
            String step = MovePlans.step(row.getString("ACT_ID_"));
            standing(row.getString("ID_"), row.getString("BUSINESS_KEY_"))
                    .ifPresent(work ->
                            steps.computeIfAbsent(work, none -> new TreeSet<>()).add(step));
        });
        Map<Set<String>, List<Standing>> places = new LinkedHashMap<>();
        steps.forEach((work, at) ->
                places.computeIfAbsent(at, none -> new ArrayList<>()).add(work));
        return places.entrySet().stream()
                .map(place -> new Place(place.getKey(), List.copyOf(place.getValue())))
                .sorted((one, other) ->
                        Integer.compare(other.work().size(), one.work().size()))
                .toList();
    }

    private static Optional<Standing> standing(String processId, @Nullable String reference) {
        return Optional.ofNullable(reference)
                .flatMap(RequestRef::parse)
                .map(request -> new Standing(processId, request));
    }

    /** How much work the versions of a process have, by the engine's id of the version; one that has none is not there. */
    public Map<String, VersionWork> work(String key) {
        Map<String, VersionWork> work = new HashMap<>();
        jdbc.sql("""
                        select PROC_DEF_ID_, count(*) as everything, count(END_TIME_) as finished
                        from ACT_HI_PROCINST where PROC_DEF_KEY_ = ? group by PROC_DEF_ID_
                        """).param(key).query((RowCallbackHandler) row -> work.put(
                row.getString("PROC_DEF_ID_"),
                new VersionWork(row.getLong("everything") - row.getLong("finished"), row.getLong("finished"))));
        return work;
    }

    /**
     * What keeps this process instance from going on as planned; nothing if it can. Changes nothing.
     *
     * @throws WorkflowFailed if it does not run in the plan's version any more
     */
    public List<Obstacle> obstacles(MovePlan plan, String processId) {
        List<Obstacle> found = transaction.execute(status -> {
            status.setRollbackOnly();
            return objections(plan, processId);
        });
        return found == null ? List.of() : found;
    }

    private List<Obstacle> objections(MovePlan plan, String processId) {
        if (!runsIn(plan.from(), processId)) {
            throw new WorkflowFailed(processId + " does not run in " + plan.from());
        }
        return EngineCalls.call(processId, () -> new MoveCheck(engine, plan.engines()).of(processId));
    }

    /** Whether this process instance runs, and in this version. */
    public boolean runsIn(String definitionId, String processId) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(processId)
                        .processDefinitionId(definitionId)
                        .count()
                > 0;
    }

    /**
     * Moves this process instance in the caller's transaction, and tells everybody with {@link WorkMoved}.
     *
     * @param by who wants it, for the engine's log
     * @return what kept it where it is; nothing if it was moved
     * @throws org.springframework.dao.OptimisticLockingFailureException if somebody acted on it at the same time: try
     *     again in a new transaction
     * @throws WorkflowFailed if it does not run in the plan's version any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Obstacle> move(MovePlan plan, Standing work, EmailAddress by) {
        events.publishEvent(new WorkMoving(work.request(), work.processId()));
        List<Obstacle> objections = objections(plan, work.processId());
        if (!objections.isEmpty()) {
            return objections;
        }
        identity.setAuthenticatedUserId(by.toString());
        try {
            EngineCalls.call(work.request(), () -> {
                runtime.newMigration(plan.engines())
                        .processInstanceIds(work.processId())
                        .execute();
                return work;
            });
        } finally {
            identity.clearAuthentication();
        }
        events.publishEvent(new WorkMoved(work.request(), work.processId(), plan.from(), plan.to(), plan.steps()));
        return List.of();
    }
}
