package dev.baton.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the refresh tokens that a token server gave in exchange for the one in the settings (RFC 6749 §6), for all nodes.
 * They are encrypted with a key made from {@code baton.secret}, so that they are worth nothing in a backup of the database
 * alone; where that secret is kept in the database too, they are only as safe as the database.
 */
@Component
class RefreshTokens {

    private static final Logger log = LoggerFactory.getLogger(RefreshTokens.class);
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final JdbcClient jdbc;
    private final Signatures signatures;
    private final SecureRandom random = new SecureRandom();

    RefreshTokens(JdbcClient jdbc, Signatures signatures) {
        this.jdbc = jdbc;
        this.signatures = signatures;
    }

    /** What came last in place of the token in the settings; that one itself if nothing did. */
    String newest(String inSettings) {
        return jdbc.sql("select newest from mail_refresh_token where given = ?")
                .param(hash(inSettings))
                .query(String.class)
                .optional()
                .flatMap(this::decrypted)
                .orElse(inSettings);
    }

    /** From now on this one counts in place of the token in the settings. */
    void replace(String inSettings, String newest) {
        String given = hash(inSettings);
        String kept = encrypted(newest);
        if (update(given, kept) == 0) {
            try {
                jdbc.sql("insert into mail_refresh_token (given, newest) values (?, ?)")
                        .params(given, kept)
                        .update();
            } catch (DuplicateKeyException anotherNodeWasFaster) {
                update(given, kept);
            }
        }
    }

    private int update(String given, String kept) {
        return jdbc.sql("update mail_refresh_token set newest = ? where given = ?")
                .params(kept, given)
                .update();
    }

    private String encrypted(String token) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] secret = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(token.getBytes(StandardCharsets.UTF_8));
            byte[] both = Arrays.copyOf(nonce, NONCE + secret.length);
            System.arraycopy(secret, 0, both, NONCE, secret.length);
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no AES", missing);
        }
    }

    private Optional<String> decrypted(String kept) {
        byte[] both = Base64.getDecoder().decode(kept);
        try {
            byte[] token =
                    cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(both, NONCE)).doFinal(both, NONCE, both.length - NONCE);
            return Optional.of(new String(token, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException anotherSecret) {
            log.warn(
                    "The refresh token in the database was kept under another baton.secret; using the one in the settings");
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] key = sha256(signatures.token("mail-oauth2", "refresh-token"));
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static String hash(String token) {
        return HexFormat.of().formatHex(sha256(token));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }
}
