package dev.baton.outbox;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.Rows;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Remembers what somebody was told, where once is enough. */
@Component
public class Notices {

    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whether this is the first time; it is not again after that.
     *
     * @param kind what is told
     * @param address of whom
     * @param about what it is told about, such as a request's reference or a day; at most 30 characters
     * @throws org.springframework.dao.DuplicateKeyException if another node tells it at this moment: look again in a new
     *     transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isFirst(String kind, EmailAddress address, String about) {
        boolean told = isKnown(kind, address, about);
        if (!told) {
            jdbc.sql("insert into outbox_notice (kind, address, about, at) values (?, ?, ?, ?)")
                    .params(Rows.values(kind, address.value(), about, clock.instant()))
                    .update();
        }
        return !told;
    }

    /** Whether {@link #isFirst} was asked about the same before. */
    public boolean isKnown(String kind, EmailAddress address, String about) {
        return jdbc.sql("select count(*) from outbox_notice where kind = ? and address = ? and about = ?")
                        .params(kind, address.value(), about)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
