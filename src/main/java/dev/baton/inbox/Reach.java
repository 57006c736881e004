package dev.baton.inbox;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which messages of a folder are ours to take.
 *
 * @param from every message from this UID on
 * @param earlier UIDs below it that are taken as well, ascending
 * @param left how many messages below it are not
 */
record Reach(long from, List<Long> earlier, int left) {

    static final Reach EVERYTHING = new Reach(1, List.of(), 0);

    /** The UIDs from this one on that are ours, ascending. */
    List<Long> uidsFrom(long uid, OpenMailbox mailbox) throws MessagingException {
        List<Long> uids = new ArrayList<>(
                earlier.stream().filter(each -> each >= uid && each < from).toList());
        uids.addAll(mailbox.uidsFrom(Math.max(uid, from)));
        return uids;
    }
}
