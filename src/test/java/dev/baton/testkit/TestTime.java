package dev.baton.testkit;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** A clock that the test moves, and a scheduler that runs only what is due and only when the test says so. */
@TestConfiguration(proxyBeanMethods = false)
class TestTime {

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }

    @Bean
    @DependsOnDatabaseInitialization
    ManualScheduler manualScheduler(DataSource dataSource, ObjectProvider<Task<?>> tasks, SettableClock clock) {
        return TestHelper.createManualScheduler(
                        new TransactionAwareDataSourceProxy(dataSource),
                        List.copyOf(tasks.stream().toList()))
                .clock(new com.github.kagkarlsson.scheduler.testhelper.SettableClock() {
                    @Override
                    public Instant now() {
                        return clock.instant();
                    }
                })
                .build();
    }
}
