package dev.baton.inbox;

import java.util.regex.Pattern;

/** Which addresses of pictures hold the picture themselves, of a kind that is nothing but one. */
final class SafePicture {

    private static final Pattern START =
            Pattern.compile("data:image/(?:png|jpe?g|gif|webp);base64,", Pattern.CASE_INSENSITIVE);

    private SafePicture() {}

    static boolean is(String address) {
        return START.matcher(address).lookingAt();
    }
}
