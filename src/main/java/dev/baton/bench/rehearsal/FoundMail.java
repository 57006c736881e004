package dev.baton.bench.rehearsal;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A mail that the workflow can produce.
 *
 * @param readers names of everybody who gets it on some way
 * @param after how long after the beginning it is sent at the latest, in words
 */
public record FoundMail(SentMail mail, Set<String> readers, String after) {

    FoundMail alsoTo(String reader) {
        Set<String> more = new LinkedHashSet<>(readers);
        more.add(reader);
        return new FoundMail(mail, more, after);
    }
}
