package dev.baton.shared;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where access tokens for mail servers come from, for servers that take no passwords (OAuth 2.0, RFC 6749).
 *
 * @param tokenUri where tokens are asked for; without it mail servers are given passwords
 * @param scope what the token is to be good for; some servers know by themselves
 * @param grant in whose name: the program's own, or a person's who allowed it once
 * @param refreshToken what that person's consent gave us; a later one that the server gives takes its place
 */
@ConfigurationProperties("baton.mail-oauth2")
record MailOAuth2Properties(
        @Nullable URI tokenUri,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String scope,
        @DefaultValue("client-credentials") Grant grant,
        @DefaultValue("") String refreshToken) {

    enum Grant {
        CLIENT_CREDENTIALS,
        REFRESH_TOKEN
    }

    MailOAuth2Properties {
        if (tokenUri != null) {
            boolean readable = !"https".equals(tokenUri.getScheme());
            if (readable && (tokenUri.getHost() == null || !MailSecurity.isLoopback(tokenUri.getHost()))) {
                throw new IllegalArgumentException(
                        "baton.mail-oauth2.token-uri begins with https://, since secrets go there");
            }
            if (clientId.isBlank()) {
                throw new IllegalArgumentException("baton.mail-oauth2.client-id is not set");
            }
            if (grant == Grant.REFRESH_TOKEN && refreshToken.isBlank()) {
                throw new IllegalArgumentException("baton.mail-oauth2.refresh-token is not set");
            }
        }
    }

    /** Without its secrets, for whoever logs it. */
    @Override
    public String toString() {
        return "MailOAuth2Properties[tokenUri=" + tokenUri + ", clientId=" + clientId + ", grant=" + grant + "]";
    }
}
