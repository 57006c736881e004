package dev.baton.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** UP while the engine answers and, where this node is to run jobs, its job executor is at work. */
@Component("engineHealthIndicator")
class EngineHealthIndicator extends AbstractHealthIndicator {

    private final ProcessEngine engine;
    private final EngineProperties properties;

    EngineHealthIndicator(ProcessEngine engine, EngineProperties properties) {
        this.engine = engine;
        this.properties = properties;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        boolean executing = ((org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl)
                        engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .isActive();
        long stuck = engine.getRuntimeService().createIncidentQuery().count();
        health.status(executing == properties.jobExecutor() ? "UP" : "DOWN").withDetail("incidents", stuck);
    }
}
