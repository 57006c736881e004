package dev.baton.intake;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeJobs {

    /** Tells what waits in quarantine. On one node at a time. */
    @Bean
    RecurringTask<Void> quarantineNews(QuarantineMails mails) {
        return Tasks.recurring("quarantine-mails", FixedDelay.of(Duration.ofMinutes(15)))
                .execute((instance, context) -> mails.tell());
    }
}
