package dev.baton.tasks;

import dev.baton.outbox.MailKind;
import dev.baton.outbox.QueuedMail;
import dev.baton.requests.RequestLinks;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.MailModels.ListedNews;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a mail that was held had to say, in a line or two: its first sentence, and what somebody wrote if it passed that
 * on, and where its first button leads. A mail's first sentence says what is wanted, so it is all that a list needs.
 */
@Component
class HeldNews {

    private static final int LONGEST = 400;

    private final RequestLinks links;

    HeldNews(RequestLinks links) {
        this.links = links;
    }

    /** Those of this kind, request by request. */
    List<ListedNews> of(List<QueuedMail> mails, MailKind kind) {
        return listed(mails.stream().filter(mail -> mail.kind() == kind));
    }

    /** Those of any other kind, request by request. */
    List<ListedNews> beside(List<QueuedMail> mails, MailKind kind) {
        return listed(mails.stream().filter(mail -> mail.kind() != kind));
    }

    private List<ListedNews> listed(Stream<QueuedMail> mails) {
        return mails.sorted(Comparator.comparing((QueuedMail mail) -> String.valueOf(mail.request()))
                        .thenComparing(QueuedMail::id))
                .map(this::listed)
                .toList();
    }

    private ListedNews listed(QueuedMail mail) {
        RequestRef request = mail.request();
        if (request == null) {
            throw new IllegalArgumentException("Mail " + mail.id() + " was held and belongs to no request");
        }
        Document html = Jsoup.parse(mail.html());
        Element sentence = html.selectFirst("main h1");
        Element button = html.selectFirst("main .press a[href]");
        return new ListedNews(
                request.toString(),
                sentence == null ? mail.subject() : sentence.text(),
                said(html),
                button == null ? links.status(request) : button.attr("href"));
    }

    private static @Nullable String said(Document html) {
        Element words = html.selectFirst("main .said");
        if (words == null || words.wholeText().isBlank()) {
            return null;
        }
        String text = words.wholeText().strip();
        if (text.length() <= LONGEST) {
            return text;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(LONGEST - 2));
        return text.substring(0, halved ? LONGEST - 2 : LONGEST - 1) + "…";
    }
}
