package dev.baton.requests;

import dev.baton.shared.RequestRef;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts requests, one count for each prefix. The row stays locked until the opening transaction ends. */
@Component
class RequestNumbers {

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    RequestNumbers(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    RequestRef next(String prefix) {
        if (count(prefix) == 0) {
            begin(prefix);
            count(prefix);
        }
        return new RequestRef(
                prefix,
                jdbc.sql("select last_number from request_number where prefix = ?")
                        .param(prefix)
                        .query(Integer.class)
                        .single());
    }

    private int count(String prefix) {
        return jdbc.sql("update request_number set last_number = last_number + 1 where prefix = ?")
                .param(prefix)
                .update();
    }

    /** In a transaction of its own, because a failed insert would end the caller's on PostgreSQL. */
    private void begin(String prefix) {
        try {
            apart.executeWithoutResult(
                    status -> jdbc.sql("insert into request_number (prefix, last_number) values (?, 0)")
                            .param(prefix)
                            .update());
        } catch (DuplicateKeyException anotherNodeBegan) {
            apart.executeWithoutResult(status -> {});
        }
    }
}
