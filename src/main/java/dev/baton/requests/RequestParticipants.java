package dev.baton.requests;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who takes part in a request beside its requester, its owner and those who have its tasks, such as somebody who forwarded
 * the mail that asked for it: sees it and may speak in its conversation.
 */
@Component
public class RequestParticipants {

    private final JdbcClient jdbc;
    private final Clock clock;

    RequestParticipants(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The person takes part from now on; nothing changes for one who does already. */
    @Transactional
    public void add(RequestRef request, EmailAddress person) {
        if (!include(request, person)) {
            jdbc.sql("insert into request_participant (ref, person, since) values (?, ?, ?)")
                    .params(Rows.values(request.toString(), person.value(), clock.instant()))
                    .update();
        }
    }

    /** Whether the person was added to the request. */
    public boolean include(RequestRef request, EmailAddress person) {
        return jdbc.sql("select count(*) from request_participant where ref = ? and person = ?")
                        .params(request.toString(), person.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
