package dev.baton.inbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256, by which the same thing is recognised. */
record Fingerprint(String hex) {

    private static final HexFormat HEX = HexFormat.of();

    static Fingerprint of(byte[] hash) {
        return new Fingerprint(HEX.formatHex(hash));
    }

    /** What to give the bytes to that it is made of; {@link #of} takes what it makes of them. */
    static MessageDigest hash() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }

    /** As it stands in rows: half as long, and compared faster. */
    byte[] bytes() {
        return HEX.parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
