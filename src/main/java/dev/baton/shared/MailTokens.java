package dev.baton.shared;

import dev.baton.shared.MailOAuth2Properties.Grant;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Access tokens for mail servers that take no passwords (XOAUTH2). One is used until a minute before it ends, on this
 * node; then, or when a server refuses it, a new one is asked for.
 */
@Component
public class MailTokens {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BEFORE_END = Duration.ofMinutes(1);
    private static final Duration USUAL_LIFE = Duration.ofMinutes(5);

    private final MailOAuth2Properties settings;
    private final RefreshTokens refreshTokens;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private @Nullable String token;
    private Instant good = Instant.MIN;

    MailTokens(MailOAuth2Properties settings, RefreshTokens refreshTokens, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.refreshTokens = refreshTokens;
        this.json = json;
        this.clock = clock;
    }

    /** Whether tokens are to be used where there is no password. */
    public boolean configured() {
        return settings.tokenUri() != null;
    }

    /**
     * A token that is good for a minute at least.
     *
     * @throws NoTokenException if the token server gives none, and says in its words why, or cannot be asked
     */
    public synchronized String token() throws NoTokenException {
        String known = token;
        if (known != null && clock.instant().isBefore(good)) {
            return known;
        }
        JsonNode answer = ask(Objects.requireNonNull(settings.tokenUri(), "baton.mail-oauth2.token-uri"));
        String fresh = answer.path("access_token").asString("");
        if (fresh.isEmpty()) {
            throw new NoTokenException("The token server gave no access_token", true, null);
        }
        long seconds = answer.path("expires_in").asLong(USUAL_LIFE.toSeconds());
        good = clock.instant().plusSeconds(seconds).minus(BEFORE_END);
        token = fresh;
        keep(answer.path("refresh_token").asString(""));
        return fresh;
    }

    /** A server refused this token: the next one is a new one. */
    public synchronized void forget(String refused) {
        if (refused.equals(token)) {
            token = null;
        }
    }

    private void keep(String newer) {
        if (settings.grant() == Grant.REFRESH_TOKEN
                && !newer.isEmpty()
                && !newer.equals(refreshTokens.newest(settings.refreshToken()))) {
            refreshTokens.replace(settings.refreshToken(), newer);
        }
    }

    private JsonNode ask(URI server) throws NoTokenException {
        HttpRequest request = HttpRequest.newBuilder(server)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form()))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode answer = json.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new NoTokenException(refusal(response.statusCode(), answer), true, null);
            }
            return answer;
        } catch (IOException | JacksonException failure) {
            throw new NoTokenException(
                    "The token server " + server.getHost() + " does not answer as one", false, failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoTokenException("Stopped while asking " + server.getHost(), false, stopped);
        }
    }

    /** RFC 6749 §5.2; never what we sent. */
    private static String refusal(int status, JsonNode answer) {
        String error = answer.path("error").asString("no reason given");
        String description = answer.path("error_description").asString("");
        String words = "The token server refused (" + status + ", " + error + ") " + description;
        return words.lines().findFirst().orElse(words).strip();
    }

    private String form() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", settings.clientId());
        Optional.of(settings.clientSecret())
                .filter(text -> !text.isBlank())
                .ifPresent(text -> fields.put("client_secret", text));
        Optional.of(settings.scope()).filter(text -> !text.isBlank()).ifPresent(text -> fields.put("scope", text));
        if (settings.grant() == Grant.REFRESH_TOKEN) {
            fields.put("grant_type", "refresh_token");
            fields.put("refresh_token", refreshTokens.newest(settings.refreshToken()));
        } else {
            fields.put("grant_type", "client_credentials");
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
