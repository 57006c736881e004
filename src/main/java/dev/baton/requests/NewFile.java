package dev.baton.requests;

import org.springframework.core.io.InputStreamSource;

/**
 * A file that comes with work that is asked for, or with an answer.
 *
 * @param size in bytes
 * @param content its bytes, read when the file is kept
 */
public record NewFile(String name, String mediaType, long size, InputStreamSource content) {}
