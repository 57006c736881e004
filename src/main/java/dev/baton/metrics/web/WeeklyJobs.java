package dev.baton.metrics.web;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WeeklyJobs {

    private static final Duration SOON = Duration.ofMinutes(5);

    /** Writes the weekly mails of those whose week has begun. On one node at a time. */
    @Bean
    @ConditionalOnBooleanProperty(name = "baton.weekly-mail", matchIfMissing = true)
    RecurringTask<Void> metricsWeeklyMail(WeeklyMails mails) {
        return Tasks.recurring("metrics-weekly-mail", FixedDelay.of(SOON))
                .execute((instance, context) -> mails.sendDue());
    }
}
