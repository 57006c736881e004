package dev.baton.requests;

import dev.baton.shared.RequestRef;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts in the transaction at hand, and only there: what is undone was never counted, and whoever asks again gets the same
 * number. Requests of one prefix are opened one after the other then, as in a rehearsal (docs/decisions/0041).
 */
@Component
@ConditionalOnProperty(name = "baton.requests.numbers-aside", havingValue = "false")
class NumbersInTurn implements Numbering {

    private final JdbcClient jdbc;

    NumbersInTurn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public RequestRef next(String prefix) {
        int counted = jdbc.sql("update request_number set last_number = last_number + 1 where prefix = ?")
                .param(prefix)
                .update();
        if (counted == 0) {
            jdbc.sql("insert into request_number (prefix, last_number) values (?, 1)")
                    .param(prefix)
                    .update();
        }
        return new RequestRef(
                prefix,
                jdbc.sql("select last_number from request_number where prefix = ?")
                        .param(prefix)
                        .query(Integer.class)
                        .single());
    }
}
