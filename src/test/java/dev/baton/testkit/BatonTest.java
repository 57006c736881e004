package dev.baton.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * The whole application with its clock and its jobs in the test's hands: nothing runs by itself, the test drives
 * timers, queues and arriving mail. On H2, or with {@link OnPostgres} on PostgreSQL.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "baton.engine.job-executor=false",
            "db-scheduler.enabled=false",
            "baton.inbox.workers=0",
            "spring.main.banner-mode=off",
            "logging.level.root=warn"
        })
@Import(TestTime.class)
public @interface BatonTest {}
