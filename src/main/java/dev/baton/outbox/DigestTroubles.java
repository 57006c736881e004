package dev.baton.outbox;

import static dev.baton.shared.Rows.at;

import dev.baton.shared.EmailAddress;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose last digest could not be made, or not whole: on every node the same, so that health of any of them tells. */
@Component
class DigestTroubles {

    /** Longer than a weekend; whoever gets no digests any more is nobody's trouble. */
    private static final Duration REMEMBERED = Duration.ofDays(4);

    private final JdbcClient jdbc;
    private final Clock clock;

    DigestTroubles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** There was none, because something failed. */
    void failed(EmailAddress reader) {
        record(reader, 0);
    }

    /** There was one, without so many tasks. */
    void made(EmailAddress reader, int broken) {
        if (broken == 0) {
            forget(reader);
        } else {
            record(reader, broken);
        }
    }

    private void record(EmailAddress reader, int broken) {
        forget(reader);
        jdbc.sql("insert into outbox_digest_trouble (address, at, broken) values (?, ?, ?)")
                .param(reader.value())
                .param(at(clock.instant()))
                .param(broken)
                .update();
    }

    private void forget(EmailAddress reader) {
        jdbc.sql("delete from outbox_digest_trouble where address = ?")
                .param(reader.value())
                .update();
    }

    /** How many people have none. */
    int failed() {
        return count("broken = 0");
    }

    /** How many people have one that is not whole. */
    int incomplete() {
        return count("broken > 0");
    }

    private int count(String which) {
        return jdbc.sql("select count(*) from outbox_digest_trouble where at > ? and " + which)
                .param(at(clock.instant().minus(REMEMBERED)))
                .query(Integer.class)
                .single();
    }
}
