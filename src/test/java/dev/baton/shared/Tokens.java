package dev.baton.shared;

import dev.baton.shared.MailOAuth2Properties.Grant;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens as two kinds of settings ask for them. */
public final class Tokens {

    private Tokens() {}

    /** Without a token server: passwords it is. */
    public static MailTokens none() {
        MailOAuth2Properties nothing = new MailOAuth2Properties(null, "", "", "", Grant.CLIENT_CREDENTIALS, "");
        return new MailTokens(nothing, new RefreshTokens(null, null), JsonMapper.shared(), Clock.systemUTC());
    }

    /** In the program's own name. */
    public static MailTokens ofProgram(URI server, JdbcClient jdbc, Clock clock) {
        return of(
                new MailOAuth2Properties(server, "baton", "a secret", "mail.all", Grant.CLIENT_CREDENTIALS, ""),
                jdbc,
                clock);
    }

    /** In a person's name, with this refresh token in the settings. */
    static MailTokens ofPerson(URI server, String refreshToken, JdbcClient jdbc, Clock clock) {
        return of(new MailOAuth2Properties(server, "baton", "", "", Grant.REFRESH_TOKEN, refreshToken), jdbc, clock);
    }

    private static MailTokens of(MailOAuth2Properties settings, JdbcClient jdbc, Clock clock) {
        Signatures signatures = new Signatures("a key".getBytes(StandardCharsets.UTF_8));
        return new MailTokens(settings, new RefreshTokens(jdbc, signatures), JsonMapper.shared(), clock);
    }
}
