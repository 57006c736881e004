package dev.baton.outbox;

import java.util.EnumMap;
import java.util.Map;

/**
 * One person's mails of one week.
 *
 * @param sent mails by kind, digests not among them
 * @param digests how many digests
 * @param spared mails that were told in a digest instead of being sent
 */
public record PersonWeek(Map<MailKind, Integer> sent, int digests, int spared) {

    /** Nothing yet. */
    static final PersonWeek NONE = new PersonWeek(Map.of(), 0, 0);

    public PersonWeek {
        sent = Map.copyOf(sent);
    }

    /** Everything that came into the person's mailbox. */
    public int received() {
        return digests + sent.values().stream().mapToInt(Integer::intValue).sum();
    }

    static PersonWeek ofMails(MailKind kind, int mails) {
        return new PersonWeek(Map.of(kind, mails), 0, 0);
    }

    static PersonWeek ofDigests(int digests) {
        return new PersonWeek(Map.of(), digests, 0);
    }

    static PersonWeek ofSpared(int mails) {
        return new PersonWeek(Map.of(), 0, mails);
    }

    /** Both together. */
    PersonWeek and(PersonWeek other) {
        Map<MailKind, Integer> all = new EnumMap<>(MailKind.class);
        all.putAll(sent);
        other.sent.forEach((kind, mails) -> all.merge(kind, mails, Integer::sum));
        return new PersonWeek(all, digests + other.digests, spared + other.spared);
    }
}
