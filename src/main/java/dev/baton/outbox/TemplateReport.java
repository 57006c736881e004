package dev.baton.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail template filled with made-up data, and what is wrong with it.
 *
 * @param standard whether it is one of the mails that Baton itself sends, perhaps changed here
 * @param faces the made-up cases there are of it, such as {@code away} and {@code away.unknown}; the first is the usual
 * @param mail how it comes out; null if it cannot be used
 * @param errors why it cannot be used; its mails go out in the plain layout
 * @param warnings what its readers would stumble over
 */
public record TemplateReport(
        String name,
        boolean standard,
        List<String> faces,
        @Nullable RenderedMail mail,
        List<TemplateFinding> errors,
        List<TemplateFinding> warnings) {

    /** Whether mails can be made from it. */
    public boolean usable() {
        return errors.isEmpty();
    }
}
