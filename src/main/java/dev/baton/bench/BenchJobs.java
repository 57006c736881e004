package dev.baton.bench;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BenchJobs {

    /** Removes old drafts. On one node at a time. */
    @Bean
    RecurringTask<Void> benchOldDrafts(Drafts drafts) {
        return Tasks.recurring("bench-old-drafts", Schedules.daily(LocalTime.of(2, 40)))
                .execute((instance, context) -> drafts.removeOld());
    }
}
