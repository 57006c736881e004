package dev.baton.requests;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.baton.shared.RequestRef;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts requests, one count for each prefix. A node sets numbers aside over a connection of its own and gives them out
 * from memory, so that requests of one workflow can be opened side by side (docs/decisions/0013). A number whose
 * transaction is undone is given again.
 */
@Component
@ConditionalOnProperty(name = "baton.requests.numbers-aside", havingValue = "true", matchIfMissing = true)
class RequestNumbers implements Numbering, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RequestNumbers.class);

    private final HikariDataSource connection;
    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final Map<String, Reserve> reserves = new HashMap<>();

    /** Numbers set aside for one prefix and not given yet. */
    private static final class Reserve {

        /** Numbers set aside at once while requests pour in; alone, a request takes just its own. */
        static final int MOST = 32;

        static final long SOON = 1_000_000_000L;

        final TreeSet<Integer> free = new TreeSet<>();

        @Nullable
        Integer givenBack;

        private int last;
        private int size;
        private long filledAt;

        /** How many to set aside now: more each time, as long as the ones before lasted less than a second. */
        int wanted() {
            long now = System.nanoTime();
            size = size > 0 && now - filledAt < SOON ? Math.min(2 * size, MOST) : 1;
            filledAt = now;
            return size;
        }

        void fill(int upTo) {
            last = upTo;
            for (int number = upTo - size + 1; number <= upTo; number++) {
                free.add(number);
            }
        }

        /** Of the numbers set aside last, how many were never given. */
        int unused() {
            int unused = 0;
            while (free.contains(last - unused)) {
                unused++;
            }
            return unused;
        }
    }

    RequestNumbers(DataSource database) throws SQLException {
        HikariConfig same = new HikariConfig();
        database.unwrap(HikariDataSource.class).copyStateTo(same);
        same.setPoolName("numbers");
        same.setMinimumIdle(1);
        same.setMaximumPoolSize(1);
        connection = new HikariDataSource(same);
        jdbc = JdbcClient.create(connection);
        // Also keeps the connection from staying with the opening transaction until that one ends.
        apart = new TransactionTemplate(new JdbcTransactionManager(connection));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public RequestRef next(String prefix) {
        int number = take(prefix);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK) {
                    giveBack(prefix, number);
                }
            }
        });
        return new RequestRef(prefix, number);
    }

    private synchronized int take(String prefix) {
        if (connection.isClosed()) {
            throw new IllegalStateException("This node is stopping and gives no more numbers");
        }
        Reserve reserve = reserves.computeIfAbsent(prefix, unknown -> new Reserve());
        if (reserve.free.isEmpty()) {
            int wanted = reserve.wanted();
            reserve.fill(count(prefix, wanted).orElseGet(() -> {
                begin(prefix);
                return count(prefix, wanted).orElseThrow();
            }));
        }
        return Objects.requireNonNull(reserve.free.pollFirst());
    }

    /** Once only: a number that is undone twice may be what was wrong. */
    private synchronized void giveBack(String prefix, int number) {
        Reserve reserve = reserves.computeIfAbsent(prefix, unknown -> new Reserve());
        if (!connection.isClosed() && !Objects.equals(reserve.givenBack, number)) {
            reserve.free.add(number);
            reserve.givenBack = number;
        }
    }

    private Optional<Integer> count(String prefix, int numbers) {
        KeyHolder last = new GeneratedKeyHolder();
        Integer counted = apart.execute(
                status -> jdbc.sql("update request_number set last_number = last_number + ? where prefix = ?")
                        .params(numbers, prefix)
                        .update(last, "last_number"));
        return Objects.equals(counted, 0)
                ? Optional.empty()
                : Optional.of(Objects.requireNonNull(last.getKey()).intValue());
    }

    private void begin(String prefix) {
        try {
            apart.executeWithoutResult(
                    status -> jdbc.sql("insert into request_number (prefix, last_number) values (?, 0)")
                            .param(prefix)
                            .update());
        } catch (DuplicateKeyException anotherNodeBegan) {
            log.debug("Somebody else began to count {}", prefix);
        }
    }

    /** Hands back what was set aside and not given, unless another node has counted on since. */
    @Override
    public synchronized void close() {
        try {
            reserves.forEach(this::handBack);
        } catch (DataAccessException unreachable) {
            log.warn("Request numbers that were set aside stay unused: {}", unreachable.getMessage());
        } finally {
            reserves.clear();
            connection.close();
        }
    }

    private void handBack(String prefix, Reserve reserve) {
        int unused = reserve.unused();
        if (unused > 0) {
            jdbc.sql("update request_number set last_number = ? where prefix = ? and last_number = ?")
                    .params(reserve.last - unused, prefix, reserve.last)
                    .update();
        }
    }
}
