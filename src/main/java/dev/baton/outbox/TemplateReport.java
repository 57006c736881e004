package dev.baton.outbox;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mail template filled with made-up data, and what is wrong with it.
 *
 * @param standard whether it is one of the mails that Baton itself sends, perhaps changed here
 * @param faces the made-up cases there are of it, such as {@code away} and {@code away.unknown}; the first is the usual
 * @param mail how it comes out; null if it cannot be used
 * @param errors why it cannot be used; its mails go out in the plain layout
 * @param warnings what its readers would stumble over
 * @param unfilled names in it that nobody gives; there is a finding for each
 */
public record TemplateReport(
        String name,
        boolean standard,
        List<String> faces,
        @Nullable RenderedMail mail,
        List<TemplateFinding> errors,
        List<TemplateFinding> warnings,
        Set<String> unfilled) {

    /** The same with these errors, and without what is said of names that nobody gives, which comes last. */
    TemplateReport withoutUnfilled(List<TemplateFinding> errors) {
        return new TemplateReport(
                name, standard, faces, mail, errors, warnings.subList(0, warnings.size() - unfilled.size()), Set.of());
    }

    /** Whether mails can be made from it. */
    public boolean usable() {
        return errors.isEmpty();
    }
}
