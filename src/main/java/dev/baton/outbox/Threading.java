package dev.baton.outbox;

import dev.baton.shared.RequestRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The thread a mail belongs to (RFC 5322 §3.6.4). All mails of a request share a root that was never sent, so that any
 * client shows them as one conversation even when it has not seen the mails between.
 */
record Threading(List<String> references) {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[\\p{Graph}&&[^<>]]{3,250}>");
    private static final int FIRST = 3;
    private static final int LAST = 6;
    /** Relays refuse longer header fields, and 10 Message-IDs of usual length fit. */
    private static final int LONGEST = 1500;

    static Threading of(QueuedMail mail) {
        Stream<String> root = Stream.ofNullable(mail.request()).map(ref -> root(ref, mail));
        return new Threading(Stream.concat(root, mail.references().stream()).toList());
    }

    private static String root(RequestRef ref, QueuedMail mail) {
        String domain = mail.messageId().substring(mail.messageId().lastIndexOf('@') + 1);
        return "<request." + ref.toString().toLowerCase(Locale.ROOT) + "@" + domain;
    }

    /** What is worth keeping of the Message-IDs of others: the well-formed ones, the first and the last. */
    static List<String> kept(List<String> messageIds) {
        List<String> kept = new ArrayList<>(messageIds.stream()
                .filter(id -> MESSAGE_ID.matcher(id).matches())
                .distinct()
                .toList());
        while (kept.size() > FIRST + LAST
                || kept.size() > 1 && String.join(" ", kept).length() > LONGEST) {
            kept.remove(Math.min(FIRST, kept.size() - 2));
        }
        return List.copyOf(kept);
    }

    boolean isEmpty() {
        return references.isEmpty();
    }

    /** The newest mail that this one follows. */
    String parent() {
        return references.get(references.size() - 1);
    }
}
