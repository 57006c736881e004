package dev.baton.engine;

import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * The timers that run for a request, in the hands of whoever moves the time themselves; everywhere else the engine runs
 * them when they are due.
 */
public class Timers {

    private final RuntimeService runtime;
    private final ManagementService management;

    Timers(ProcessEngine engine) {
        runtime = engine.getRuntimeService();
        management = engine.getManagementService();
    }

    /**
     * One timer that runs.
     *
     * @param id of this one job
     * @param element the id of the timer event in its model
     */
    public record Timer(String id, String element, Instant due) {}

    /** The request's timers, those of called processes among them, soonest first. */
    public List<Timer> of(RequestRef request) {
        return jobs(request, JobQuery::timers)
                .filter(job -> job.getDuedate() != null)
                .map(job ->
                        new Timer(job.getId(), element(job), job.getDuedate().toInstant()))
                .sorted(Comparator.comparing(Timer::due).thenComparing(Timer::element))
                .toList();
    }

    /**
     * Lets the timer go off now, whenever it is due, in the caller's transaction.
     *
     * @throws WorkflowFailed if the model cannot go on from here
     */
    public void goesOff(Timer timer) {
        execute(timer.id());
    }

    /**
     * Runs one of the steps that the engine would run by itself right now, because they are asynchronous.
     *
     * @return false if there was none
     * @throws WorkflowFailed if the model cannot go on from here
     */
    public boolean runNext(RequestRef request) {
        List<Job> waiting = jobs(request, JobQuery::messages).toList();
        waiting.stream().findFirst().ifPresent(job -> execute(job.getId()));
        return !waiting.isEmpty();
    }

    private void execute(String job) {
        EngineCalls.call(job, () -> {
            management.executeJob(job);
            return job;
        });
    }

    private Stream<Job> jobs(RequestRef request, UnaryOperator<JobQuery> kind) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(request.toString()).list().stream()
                .map(ProcessInstance::getId)
                .flatMap(process -> kind.apply(management.createJobQuery().processInstanceId(process)).list().stream());
    }

    private String element(Job job) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }
}
