package dev.baton.inbox;

import java.util.Collection;
import java.util.List;

/** UIDs as IMAP writes them: {@code 1:4,7,9:12} (RFC 3501, sequence-set). */
final class UidSet {

    private UidSet() {}

    static String of(Collection<Long> uids) {
        List<Long> sorted = uids.stream().sorted().distinct().toList();
        StringBuilder set = new StringBuilder();
        for (int i = 0; i < sorted.size(); ) {
            int last = i;
            while (last + 1 < sorted.size() && sorted.get(last + 1) == sorted.get(last) + 1) {
                last++;
            }
            set.append(set.isEmpty() ? "" : ",").append(sorted.get(i));
            if (last > i) {
                set.append(':').append(sorted.get(last));
            }
            i = last + 1;
        }
        return set.toString();
    }
}
