package dev.baton.shared;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SharedConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** db-scheduler reads the same time as everybody else. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
        return clock::instant;
    }

    @Bean
    @DependsOnDatabaseInitialization
    Signatures signatures(BatonProperties baton, JdbcClient jdbc) {
        String secret = baton.secret() == null || baton.secret().isBlank() ? keptSecret(jdbc) : baton.secret();
        return new Signatures(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Two nodes that start at once both try to insert; the one that comes second reads what the first kept. */
    private static String keptSecret(JdbcClient jdbc) {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        if (jdbc.sql("select count(*) from signing_secret").query(Integer.class).single() == 0) {
            try {
                jdbc.sql("insert into signing_secret (id, secret) values (1, ?)")
                        .param(HexFormat.of().formatHex(fresh))
                        .update();
            } catch (DuplicateKeyException otherNodeWasFirst) {
                return readSecret(jdbc);
            }
        }
        return readSecret(jdbc);
    }

    private static String readSecret(JdbcClient jdbc) {
        return jdbc.sql("select secret from signing_secret where id = 1")
                .query(String.class)
                .single();
    }
}
