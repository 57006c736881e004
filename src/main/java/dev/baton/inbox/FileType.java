package dev.baton.inbox;

import java.net.URLConnection;

/** The media type of a file that says nothing but its name. */
final class FileType {

    private FileType() {}

    static String of(String name) {
        String guessed = URLConnection.guessContentTypeFromName(name.replace('#', '_'));
        return guessed == null ? "application/octet-stream" : guessed;
    }
}
