package dev.baton.inbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InboxJobs {

    static final String RECONCILER = "inbox-reconciler";

    /** Compares every mailbox with the ledger. On one node at a time. */
    @Bean
    RecurringTask<Void> inboxReconciler(Reconciler reconciler) {
        return Tasks.recurring(RECONCILER, FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> reconciler.compare());
    }
}
