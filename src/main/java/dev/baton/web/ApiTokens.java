package dev.baton.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The tokens that other programs call {@code /api} with.
 *
 * @param tokens by the name of the program; without one nobody gets in
 */
@ConfigurationProperties("baton.api")
record ApiTokens(@DefaultValue Map<String, String> tokens) {

    /** The program whose token this is; every token is compared, and each in the same time. */
    Optional<String> programWith(String token) {
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        String found = null;
        for (Map.Entry<String, String> known : tokens.entrySet()) {
            boolean same = MessageDigest.isEqual(known.getValue().getBytes(StandardCharsets.UTF_8), given);
            if (same && !known.getValue().isBlank()) {
                found = known.getKey();
            }
        }
        return Optional.ofNullable(found);
    }
}
