package dev.baton.outbox;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
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
     * @param about the request it is told about; null if about none
     * @throws org.springframework.dao.DuplicateKeyException if another node tells it at this moment: look again in a new
     *     transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isFirst(String kind, EmailAddress address, @Nullable RequestRef about) {
        String ref = about == null ? "" : about.toString();
        // PostgreSQL and H2 keep an empty text as it is.
        boolean told = jdbc.sql("select count(*) from outbox_notice where kind = ? and address = ? and about = ?")
                        .params(kind, address.value(), ref)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!told) {
            jdbc.sql("insert into outbox_notice (kind, address, about, at) values (?, ?, ?, ?)")
                    .params(Rows.values(kind, address.value(), ref, clock.instant()))
                    .update();
        }
        return !told;
    }
}
