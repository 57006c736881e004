package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.ott.JdbcOneTimeTokenService;

class SignInTokensTest {

    /** A start that fails later would wait for it, and never exit. One that was told to end may take a moment. */
    @Test
    void noThreadIsLeftBehind() throws Exception {
        JdbcOneTimeTokenService tokens =
                SecurityConfiguration.signInTokens(new JdbcTemplate(new JdbcDataSource()), Clock.systemUTC());
        tokens.afterPropertiesSet();

        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("one-time-token")));
    }
}
