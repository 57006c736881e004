package dev.baton.engine;

import org.camunda.bpm.engine.impl.bpmn.parser.FailedJobRetryConfiguration;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ParseUtil;

/** Tries again as often as the house says, whatever a model asks for: {@code R1000000/PT0S} would never give up. */
final class HouseRetries extends DefaultJobRetryCmd {

    static final String OFTEN = "R5/PT5M";

    HouseRetries(String jobId, Throwable failure) {
        super(jobId, failure);
    }

    @Override
    public FailedJobRetryConfiguration getFailedJobRetryConfiguration(JobEntity job, ActivityImpl activity) {
        return ParseUtil.parseRetryIntervals(OFTEN);
    }
}
