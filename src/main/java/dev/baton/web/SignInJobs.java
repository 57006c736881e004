package dev.baton.web;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.ott.JdbcOneTimeTokenService;

@Configuration(proxyBeanMethods = false)
class SignInJobs {

    /** Removes links that nobody used in time. On one node at a time. */
    @Bean
    RecurringTask<Void> signInOldLinks(JdbcOneTimeTokenService tokens) {
        return Tasks.recurring("sign-in-old-links", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> tokens.cleanupExpiredTokens());
    }
}
