package dev.baton.inbox;

/**
 * What is known of an attachment without its bytes.
 *
 * @param name the sender's file name, or a made-up one; never empty, without any folder
 * @param type media type such as {@code image/png}, lower-case
 * @param size decoded length in bytes
 */
public record AttachedFile(String name, String type, long size) {}
