package dev.baton.tasks;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TaskJobs {

    /** Reminds and escalates. On one node at a time. */
    @Bean
    RecurringTask<Void> taskNudges(DueNudges nudges) {
        return Tasks.recurring("task-nudges", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> nudges.tell());
    }
}
