package dev.baton.inbox;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The one place where the HTML of mails is parsed. */
final class MailHtml {

    /** How letters look, which says nothing; what is struck out does. */
    private static final Pattern LOOKS = Pattern.compile(
            "</?(?:b|big|code|em|font|i|nobr|small|strong|tt|u)(?:\\s[^<>]{0,5000})?>", Pattern.CASE_INSENSITIVE);

    private MailHtml() {}

    /**
     * Reads any text as a browser would. jsoup fails where a few hundred elements that say how letters look are open at
     * once and some are closed in another order (1.24.1); such a text is read without them.
     */
    static Document parse(String html) {
        try {
            return Jsoup.parse(html);
        } catch (IndexOutOfBoundsException jsoupsOwn) {
            return Jsoup.parse(LOOKS.matcher(html).replaceAll(""));
        }
    }
}
