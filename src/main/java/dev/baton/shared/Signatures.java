package dev.baton.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what we hand out in links and addresses, so that it can be recognised when it comes back (HMAC-SHA-256, RFC
 * 2104). A token carries its own content; whether that content is still worth anything is for its module to say.
 */
public final class Signatures {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private final byte[] key;

    public Signatures(byte[] key) {
        this.key = key.clone();
    }

    /**
     * A URL-safe token of the content, good for this purpose only.
     *
     * @param purpose what the token is for, such as {@code action} or {@code status}
     */
    public String token(String purpose, String content) {
        return BASE64.encodeToString(content.getBytes(StandardCharsets.UTF_8)) + "."
                + BASE64.encodeToString(mac(purpose, content));
    }

    /** The content of a token that we signed for this purpose, or nothing if it is cut, forged or for something else. */
    public Optional<String> content(String purpose, String token) {
        int dot = token.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            String content = new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8);
            byte[] given = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            return MessageDigest.isEqual(given, mac(purpose, content)) ? Optional.of(content) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /**
     * A signature short and plain enough for the local part of a mail address, which servers may fold to lower case and
     * RFC 5321 §4.5.3.1.1 keeps to 64 characters: 80 bits as 20 hexadecimal digits.
     */
    public String shortSignature(String purpose, String content) {
        byte[] mac = mac(purpose, content);
        StringBuilder hex = new StringBuilder(20);
        for (int i = 0; i < 10; i++) {
            hex.append(Character.forDigit((mac[i] >> 4) & 15, 16)).append(Character.forDigit(mac[i] & 15, 16));
        }
        return hex.toString();
    }

    /** Whether the short signature is the one we give this content; takes the same time either way. */
    public boolean matches(String purpose, String content, String shortSignature) {
        return MessageDigest.isEqual(
                shortSignature.getBytes(StandardCharsets.UTF_8),
                shortSignature(purpose, content).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(String purpose, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no HmacSHA256", missing);
        }
    }
}
