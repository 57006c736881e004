package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.ott.JdbcOneTimeTokenService;

class SignInTokensTest {

    /** A start that fails later would wait for it, and never exit. */
    @Test
    void noThreadIsLeftBehind() throws Exception {
        JdbcOneTimeTokenService tokens =
                SecurityConfiguration.signInTokens(new JdbcTemplate(new JdbcDataSource()), Clock.systemUTC());
        tokens.afterPropertiesSet();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("one-time-token"));
    }
}
