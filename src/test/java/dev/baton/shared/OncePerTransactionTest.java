package dev.baton.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class OncePerTransactionTest {

    private final AtomicInteger reads = new AtomicInteger();
    private final OncePerTransaction<String, Integer> once = new OncePerTransaction<>();
    private final TransactionTemplate transaction;
    private final TransactionTemplate within;

    OncePerTransactionTest() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:once");
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        within = new TransactionTemplate(transactions);
        within.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private int read() {
        return once.get("one", reads::incrementAndGet);
    }

    @Test
    void aTransactionReadsOnce() {
        transaction.executeWithoutResult(status -> assertThat(read()).isEqualTo(read()));
        transaction.executeWithoutResult(status -> assertThat(read()).isEqualTo(2));
    }

    @Test
    void withoutATransactionEveryReadingIsNew() {
        assertThat(read()).isEqualTo(1);
        assertThat(read()).isEqualTo(2);
    }

    @Test
    void whatWasChangedIsReadAgain() {
        transaction.executeWithoutResult(status -> {
            read();
            once.forget("one");
            assertThat(read()).isEqualTo(2);
        });
    }

    @Test
    void aTransactionWithinReadsForItself() {
        transaction.executeWithoutResult(status -> {
            assertThat(read()).isEqualTo(1);
            within.executeWithoutResult(inner -> assertThat(read()).isEqualTo(2));
            assertThat(read()).isEqualTo(1);
        });
    }

    @Test
    void whatRunsAfterTheCommitReadsAnew() {
        transaction.executeWithoutResult(status -> {
            read();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    assertThat(read()).isEqualTo(2);
                    assertThat(read()).isEqualTo(3);
                }
            });
        });
        transaction.executeWithoutResult(status -> assertThat(read()).isEqualTo(4));
    }

    @Test
    void whatWasUndoneIsForgotten() {
        transaction.executeWithoutResult(status -> {
            read();
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> assertThat(read()).isEqualTo(2));
    }

    @Test
    void whatWasReadIsReadAgainAfterGoingBackToASavepoint() {
        transaction.executeWithoutResult(status -> {
            read();
            Object savepoint = status.createSavepoint();
            once.forget("one");
            assertThat(read()).isEqualTo(2);
            status.rollbackToSavepoint(savepoint);
            assertThat(read()).isEqualTo(3);
        });
    }
}
