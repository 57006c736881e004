package dev.baton.outbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutboxJobs {

    /** Sends what is due again, and what a node queued and did not live to send. On one node at a time. */
    @Bean
    RecurringTask<Void> outboxSweep(Postman postman) {
        return Tasks.recurring("outbox-sweep", FixedDelay.of(Duration.ofSeconds(10)))
                .execute((instance, context) -> postman.deliverDue());
    }

    /** Makes the digests that are due. On one node at a time. */
    @Bean
    RecurringTask<Void> outboxDigests(DueDigests digests) {
        return Tasks.recurring("outbox-digests", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> digests.make());
    }

    /** Tells of mail templates that were changed and cannot be used. On one node at a time. */
    @Bean
    RecurringTask<Void> outboxTemplates(BrokenTemplates broken) {
        return Tasks.recurring("outbox-templates", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> broken.tell());
    }

    /** Empties old mails that belong to no request. On one node at a time. */
    @Bean
    RecurringTask<Void> outboxOldMails(OldMails old) {
        return Tasks.recurring("outbox-old-mails", Schedules.daily(LocalTime.of(2, 30)))
                .execute((instance, context) -> old.empty());
    }
}
