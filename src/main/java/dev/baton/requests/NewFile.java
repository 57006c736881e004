package dev.baton.requests;

import java.util.function.Supplier;

/**
 * A file that comes with work that is asked for.
 *
 * @param content its bytes, read when the file is kept
 */
public record NewFile(String name, String mediaType, Supplier<byte[]> content) {}
