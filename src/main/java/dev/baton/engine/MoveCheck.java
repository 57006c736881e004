package dev.baton.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.camunda.bpm.engine.impl.migration.instance.MigratingProcessInstance;
import org.camunda.bpm.engine.impl.migration.instance.parser.MigratingInstanceParser;
import org.camunda.bpm.engine.impl.migration.validation.instance.MigratingProcessInstanceValidationReportImpl;
import org.camunda.bpm.engine.migration.MigrationPlan;

/** Asks the engine what it would object to, as it does before it moves a process instance, and moves nothing. */
final class MoveCheck extends MigrateProcessInstanceCmd {

    private final ProcessEngineConfigurationImpl engine;
    private final MigrationPlan plan;

    MoveCheck(ProcessEngineConfigurationImpl engine, MigrationPlan plan) {
        super(new MigrationPlanExecutionBuilderImpl(engine.getCommandExecutorTxRequired(), plan), true);
        this.engine = engine;
        this.plan = plan;
    }

    List<Obstacle> of(String processId) {
        return engine.getCommandExecutorTxRequired().execute(context -> obstacles(context, processId));
    }

    private List<Obstacle> obstacles(CommandContext context, String processId) {
        MigratingProcessInstanceValidationReportImpl report = new MigratingProcessInstanceValidationReportImpl();
        MigratingProcessInstance process =
                new MigratingInstanceParser(engine.getProcessEngine()).parse(processId, plan, report);
        validateInstructions(context, process, report);
        List<Obstacle> obstacles = new ArrayList<>();
        if (!report.getFailures().isEmpty()) {
            obstacles.add(new Obstacle("", Hindrance.OTHER));
        }
        Stream.concat(
                        report.getActivityInstanceReports().stream()
                                .map(each -> new Obstacle(
                                        MovePlans.step(each.getSourceScopeId()), Hindrance.of(each.getFailures()))),
                        report.getTransitionInstanceReports().stream()
                                .map(each ->
                                        new Obstacle(MovePlans.step(each.getSourceScopeId()), Hindrance.ON_ITS_WAY)))
                .distinct()
                .forEach(obstacles::add);
        return obstacles;
    }
}
