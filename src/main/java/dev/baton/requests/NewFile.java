package dev.baton.requests;

import org.springframework.core.io.InputStreamSource;

/**
 * A file that comes with work that is asked for, or with an answer.
 *
 * @param size in bytes
 * @param content its bytes, read when the file is kept
 * @param inText whether it is a picture that the mail shows within its text, and no file of its own
 */
public record NewFile(String name, String mediaType, long size, InputStreamSource content, boolean inText) {

    /** A file of its own. */
    public NewFile(String name, String mediaType, long size, InputStreamSource content) {
        this(name, mediaType, size, content, false);
    }
}
