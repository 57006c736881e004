package dev.baton.metrics;

import dev.baton.metrics.FactSource.MailLoad;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which mails went to whom about what, in columns: there are a few for each task. */
final class SentMails {

    private long[] sentAt = {};
    private StoredRequest[] requests = {};
    private int[] recipients = {};

    /** The mail's id where it is a digest, which has a row for each request that it tells of; else 0. */
    private long[] digests = {};

    private int size;
    private final Map<String, Integer> people = new HashMap<>();

    void add(long digest, StoredRequest request, String recipient, long at) {
        if (size == digests.length) {
            int more = Math.max(64, size + size / 2);
            digests = Arrays.copyOf(digests, more);
            sentAt = Arrays.copyOf(sentAt, more);
            requests = Arrays.copyOf(requests, more);
            recipients = Arrays.copyOf(recipients, more);
        }
        digests[size] = digest;
        sentAt[size] = at;
        requests[size] = request;
        recipients[size] = people.computeIfAbsent(recipient, one -> people.size());
        size++;
    }

    void clear() {
        Arrays.fill(requests, null);
        size = 0;
    }

    /** What was sent in the part of the question's period that has passed. */
    MailLoad load(Question question, Predicate<StoredRequest> wanted) {
        long from = question.passed().from().toEpochMilli();
        long to = question.passed().to().toEpochMilli();
        long[] weeks = weeks(question);
        Set<Long> counted = new HashSet<>();
        BitSet personWeeks = new BitSet();
        long mails = 0;
        for (int i = 0; i < size; i++) {
            if (sentAt[i] >= from && sentAt[i] < to && wanted.test(requests[i])) {
                mails += digests[i] == 0 || counted.add(digests[i]) ? 1 : 0;
                personWeeks.set(week(weeks, sentAt[i]) * people.size() + recipients[i]);
            }
        }
        return new MailLoad(mails, personWeeks.cardinality());
    }

    /** What one person got in one week; a person without mails in a week is not told of. */
    interface Week {

        void mails(String recipient, int count);
    }

    /** Tells of each person and week of the part of the question's period that has passed; a digest is one mail. */
    void byWeek(Question question, Predicate<StoredRequest> wanted, Week each) {
        long from = question.passed().from().toEpochMilli();
        long to = question.passed().to().toEpochMilli();
        long[] weeks = weeks(question);
        Set<Long> counted = new HashSet<>();
        Map<Long, Integer> counts = new HashMap<>();
        for (int i = 0; i < size; i++) {
            boolean within = sentAt[i] >= from && sentAt[i] < to && wanted.test(requests[i]);
            if (within && (digests[i] == 0 || counted.add(digests[i]))) {
                counts.merge((long) week(weeks, sentAt[i]) * people.size() + recipients[i], 1, Integer::sum);
            }
        }
        String[] names = new String[people.size()];
        people.forEach((name, number) -> names[number] = name);
        counts.forEach((place, count) -> each.mails(names[(int) (place % names.length)], count));
    }

    /** When the weeks of the period begin. */
    private static long[] weeks(Question question) {
        LocalDate first = LocalDate.ofInstant(question.passed().from(), question.zone())
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate last = LocalDate.ofInstant(question.passed().to(), question.zone());
        return first.datesUntil(last.plusDays(1), java.time.Period.ofWeeks(1))
                .mapToLong(monday ->
                        monday.atStartOfDay(question.zone()).toInstant().toEpochMilli())
                .toArray();
    }

    private static int week(long[] weeks, long at) {
        int place = Arrays.binarySearch(weeks, at);
        return place >= 0 ? place : -place - 2;
    }
}
