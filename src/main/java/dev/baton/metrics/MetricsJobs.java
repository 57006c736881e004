package dev.baton.metrics;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.baton.people.People;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MetricsJobs {

    private static final LocalTime AT_NIGHT = LocalTime.of(2, 0);

    /** Writes down the hours of the day. On one node. */
    @Bean
    RecurringTask<Void> metricsWorkingDays(WorkingDays workingDays, People people) {
        return Tasks.recurring(
                        "metrics-working-days",
                        Schedules.daily(people.defaultCalendar().zone(), LocalTime.of(0, 1)))
                .execute((instance, context) -> workingDays.record());
    }

    /** Counts how often forecasts came true, before the first who asks today. On one node; others count when asked. */
    @Bean
    RecurringTask<Void> metricsForecasts(Forecasts forecasts, People people) {
        return Tasks.recurring(
                        "metrics-forecasts",
                        Schedules.daily(people.defaultCalendar().zone(), LocalTime.of(0, 5)))
                .execute((instance, context) -> forecasts.countToday());
    }

    /** Compares facts and history, and has the history cleaned up. On one node. */
    @Bean
    RecurringTask<Void> metricsReconciliation(Reconciliation reconciliation, People people) {
        return Tasks.recurring(
                        "metrics-reconciliation",
                        Schedules.daily(people.defaultCalendar().zone(), AT_NIGHT))
                .execute((instance, context) -> reconciliation.nightly());
    }
}
