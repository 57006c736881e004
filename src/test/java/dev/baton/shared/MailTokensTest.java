package dev.baton.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.shared.MailOAuth2Properties.Grant;
import dev.baton.testkit.Databases;
import dev.baton.testkit.SettableClock;
import dev.baton.testkit.TokenServer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Access tokens, asked for at a token server on loopback. */
class MailTokensTest {

    private final SettableClock clock = new SettableClock();
    private final TokenServer server = new TokenServer();
    private JdbcClient jdbc;

    @BeforeEach
    void database() {
        Map<String, String> h2 = Databases.h2();
        jdbc = JdbcClient.create(new DriverManagerDataSource(
                h2.get("spring.datasource.url"),
                h2.getOrDefault("spring.datasource.username", "sa"),
                h2.getOrDefault("spring.datasource.password", "")));
        jdbc.sql("create table mail_refresh_token (given varchar(64) primary key, newest varchar(8000) not null)")
                .update();
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void aProgramAsksInItsOwnName() throws NoTokenException {
        server.gives("one");

        assertThat(Tokens.ofProgram(server.tokens(), jdbc, clock).token()).isEqualTo("one");
        assertThat(server.asked())
                .containsExactly(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "baton",
                        "client_secret", "a secret",
                        "scope", "mail.all"));
    }

    @Test
    void aTokenIsUsedUntilAMinuteBeforeItEnds() throws NoTokenException {
        server.gives("one").gives("two");
        MailTokens tokens = Tokens.ofProgram(server.tokens(), jdbc, clock);
        tokens.token();

        clock.jump(Duration.ofMinutes(58));
        assertThat(tokens.token()).isEqualTo("one");
        clock.jump(Duration.ofMinutes(1));
        assertThat(tokens.token()).isEqualTo("two");
    }

    @Test
    void aRefusedTokenIsNotGivenAgain() throws NoTokenException {
        server.gives("one").gives("two");
        MailTokens tokens = Tokens.ofProgram(server.tokens(), jdbc, clock);

        tokens.forget(tokens.token());
        assertThat(tokens.token()).isEqualTo("two");
        tokens.forget("one");
        assertThat(tokens.token()).isEqualTo("two");
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void aNewerRefreshTokenCountsFromThenOnAlsoAfterARestart() throws NoTokenException {
        server.answers(200, "{'access_token':'one','refresh_token':'newer','expires_in':60}")
                .answers(200, "{'access_token':'two'}");
        Tokens.ofPerson(server.tokens(), "first", jdbc, clock).token();
        Tokens.ofPerson(server.tokens(), "first", jdbc, clock).token();

        assertThat(server.asked()).extracting(form -> form.get("refresh_token")).containsExactly("first", "newer");
        assertThat(jdbc.sql("select newest from mail_refresh_token")
                        .query(String.class)
                        .single())
                .doesNotContain("newer");
    }

    @Test
    void aNewRefreshTokenInTheSettingsCountsMoreThanTheKeptOne() throws NoTokenException {
        server.answers(200, "{'access_token':'one','refresh_token':'newer'}");
        Tokens.ofPerson(server.tokens(), "first", jdbc, clock).token();
        Tokens.ofPerson(server.tokens(), "second", jdbc, clock).token();

        assertThat(server.asked()).extracting(form -> form.get("refresh_token")).containsExactly("first", "second");
    }

    @Test
    void aRefusalSaysWhyAndNoSecret() {
        server.answers(401, "{'error':'invalid_client','error_description':'AADSTS7000222: The secret has expired.'}");

        assertThatThrownBy(() -> Tokens.ofProgram(server.tokens(), jdbc, clock).token())
                .isInstanceOfSatisfying(
                        NoTokenException.class,
                        none -> assertThat(none.isRefused()).isTrue())
                .hasMessage("The token server refused (401, invalid_client) AADSTS7000222: The secret has expired.");
    }

    @Test
    void whatIsNoTokenServerIsNoRefusal() {
        server.answers(502, "<html>Bad gateway</html>");

        assertThatThrownBy(() -> Tokens.ofProgram(server.tokens(), jdbc, clock).token())
                .isInstanceOfSatisfying(
                        NoTokenException.class,
                        none -> assertThat(none.isRefused()).isFalse());
    }

    @Test
    void secretsGoOnlyWhereNobodyCanListen() {
        URI open = URI.create("http://login.example.com/token");
        assertThatThrownBy(() -> new MailOAuth2Properties(open, "baton", "", "", Grant.CLIENT_CREDENTIALS, ""))
                .hasMessageContaining("https://");
        assertThat(new MailOAuth2Properties(null, "baton", "a secret", "", Grant.REFRESH_TOKEN, "a token").toString())
                .doesNotContain("a secret", "a token");
    }
}
