package dev.baton.inbox;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InboxJobs {

    static final String RECONCILER = "inbox-reconciler";

    private static final Schedule HOURLY = FixedDelay.of(Duration.ofHours(1));
    private static final Schedule SOON = FixedDelay.of(Duration.ofMinutes(2));

    /** Compares every mailbox with the ledger. On one node at a time; again soon while something is still being fetched. */
    @Bean
    CustomTask<Void> inboxReconciler(Reconciler reconciler) {
        return Tasks.custom(RECONCILER, Void.class)
                .scheduleOnStartup(RecurringTask.INSTANCE, null, SOON)
                .onFailureReschedule(HOURLY)
                .execute((instance, context) -> new OnCompleteReschedule<>(reconciler.compare() ? HOURLY : SOON));
    }
}
