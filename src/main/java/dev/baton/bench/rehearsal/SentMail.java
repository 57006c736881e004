package dev.baton.bench.rehearsal;

import dev.baton.shared.EmailAddress;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * A mail that would have been sent.
 *
 * @param task id, in its model, of the task that its answers answer; null if none
 * @param name whose address it goes to
 * @param at the moment in the rehearsal
 * @param problem why its template was not used; null if all was well
 */
public record SentMail(
        String template,
        @Nullable String task,
        EmailAddress to,
        String name,
        String subject,
        String html,
        String text,
        Instant at,
        @Nullable String problem) {

    private static final Pattern NOTHING = Pattern.compile("\\bnull\\b");

    /** The HTML as its reader sees it, with links that lead nowhere in a frame that opens no windows. */
    public String inert() {
        Document document = Jsoup.parse(html);
        document.head().prependElement("base").attr("target", "_blank");
        return document.outerHtml();
    }

    /** Whether “null” stands in it, as where a template joins a name that nothing has set to other words. */
    public boolean saysNothing() {
        return problem == null
                && (NOTHING.matcher(subject).find() || NOTHING.matcher(text).find());
    }

    /** The same for mails that say the same to different people or at different times. */
    String kind() {
        return task == null ? template + " " + subject.replaceAll("\\d", "") : template + " " + task;
    }
}
