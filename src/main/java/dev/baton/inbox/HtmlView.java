package dev.baton.inbox;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The HTML body of a mail made harmless: no script, no form, nothing that loads; its links open apart. Its own pictures stand
 * in it as {@code data:} addresses.
 *
 * @param body what stands between the body tags
 * @param leftOut how many pictures were left out: those that lie elsewhere, and those that are none or too large
 * @param cut whether it was too long to be shown as a whole
 */
public record HtmlView(String body, int leftOut, boolean cut) {

    /**
     * The HTML of this mail; nothing if it has none.
     *
     * @param plain what its reader may read of the pieces of a text; a link is taken out where that is not all of its
     *     address
     */
    public static Optional<HtmlView> of(ReceivedMail mail, UnaryOperator<List<String>> plain) {
        return Optional.ofNullable(mail.html())
                .filter(html -> !html.isBlank())
                .map(html -> new HtmlCleaning(new MailPictures(mail.attachments()), plain).view(html));
    }
}
