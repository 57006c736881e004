package dev.baton.models;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/** Says in sentences what a picture of a workflow shows, for whoever does not see it. */
final class PictureWords {

    private final DiagramPicture picture;
    private final MessageSource messages;

    PictureWords(DiagramPicture picture, MessageSource messages) {
        this.picture = picture;
        this.messages = messages;
    }

    /** All of it: its steps from left to right, and what is marked. */
    String all() {
        return text("models.picture.steps", String.join(", ", picture.steps(picture.all()))) + marks();
    }

    /** This part of it. */
    String part(PictureBox part) {
        return text("models.picture.part", picture.title(), String.join(", ", picture.steps(part))) + marks();
    }

    private String marks() {
        return picture.marks().entrySet().stream()
                .map(mark -> " " + text("models.picture." + mark.getKey(), String.join(", ", mark.getValue())))
                .collect(Collectors.joining());
    }

    private String text(String key, Object... names) {
        return messages.getMessage(key, names, Locale.ENGLISH);
    }
}
