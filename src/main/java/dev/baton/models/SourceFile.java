package dev.baton.models;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file as it came, before anybody looked into it.
 *
 * @param name with its ending {@code .bpmn} or {@code .dmn}; see {@link Models#nameOf}
 * @param bytes any bytes at all
 */
@SuppressWarnings("ArrayRecordComponent") // Files are compared by nobody.
public record SourceFile(String name, byte[] bytes) {

    /** What is in it, if it can be read at all. */
    Optional<Model> read() {
        try {
            return Optional.of(Model.read(name, bytes));
        } catch (UnreadableModel unreadable) {
            return Optional.empty();
        }
    }

    /** SHA-256 of its bytes. */
    String digest() {
        return digest(bytes);
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }
}
