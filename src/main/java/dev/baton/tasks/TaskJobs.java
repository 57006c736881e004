package dev.baton.tasks;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TaskJobs {

    private static final Logger log = LoggerFactory.getLogger(TaskJobs.class);

    /** Reminds and escalates. On one node at a time; a task that fails does not hold up the next. */
    @Bean
    RecurringTask<Void> taskNudges(Nudges nudges) {
        return Tasks.recurring("task-nudges", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> nudges.due().forEach(taskId -> tell(nudges, taskId)));
    }

    private static void tell(Nudges nudges, String taskId) {
        try {
            nudges.tell(taskId);
        } catch (RuntimeException failure) {
            log.warn("Nobody was reminded of task {}; it is tried again in an hour", taskId, failure);
            nudges.later(taskId);
        }
    }
}
