package dev.baton.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which mails went to whom about what, in columns: there are a few for each task. */
final class SentMails {

    private long[] mails = {};
    private long[] sentAt = {};
    private StoredRequest[] requests = {};
    private String[] recipients = {};
    private int size;

    void add(long mail, StoredRequest request, String recipient, long at) {
        if (size == mails.length) {
            int more = Math.max(64, size + size / 2);
            mails = Arrays.copyOf(mails, more);
            sentAt = Arrays.copyOf(sentAt, more);
            requests = Arrays.copyOf(requests, more);
            recipients = Arrays.copyOf(recipients, more);
        }
        mails[size] = mail;
        sentAt[size] = at;
        requests[size] = request;
        recipients[size] = recipient;
        size++;
    }

    void clear() {
        Arrays.fill(requests, null);
        size = 0;
    }

    /** Those of a stretch of time, from its first moment up to, not including, its end; a digest is one. */
    List<Facts.Mail> in(long from, long to, Predicate<StoredRequest> wanted) {
        List<Facts.Mail> found = new ArrayList<>();
        Set<Long> counted = new HashSet<>();
        for (int i = 0; i < size; i++) {
            if (sentAt[i] >= from && sentAt[i] < to && wanted.test(requests[i]) && counted.add(mails[i])) {
                found.add(new Facts.Mail(recipients[i], Instant.ofEpochMilli(sentAt[i])));
            }
        }
        return found;
    }
}
