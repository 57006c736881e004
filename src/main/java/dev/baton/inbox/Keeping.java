package dev.baton.inbox;

import dev.baton.shared.FailurePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes fetched mails into the ledger in a thread of its own, so that the next ones can be fetched meanwhile. */
final class Keeping {

    private static final Logger log = LoggerFactory.getLogger(Keeping.class);

    /** What H2 keeps in memory of a transaction; of a larger one it writes and reads much twice. */
    private static final long COMMIT_BYTES = 1024 * 1024;

    private final Ledger ledger;
    private final Executor threads;
    private @Nullable FutureTask<Set<Long>> writing;

    Keeping(Ledger ledger) {
        this(ledger, Keeping::inBackground);
    }

    Keeping(Ledger ledger, Executor threads) {
        this.ledger = ledger;
        this.threads = threads;
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "inbox-keeper");
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins to write these. What was begun before is {@linkplain #done done} already. */
    void begin(List<NewMail> mails) {
        FutureTask<Set<Long>> task = new FutureTask<>(() -> written(mails));
        // Where no thread is to be had, nobody waits for what never began.
        threads.execute(task);
        writing = task;
    }

    /**
     * Waits until what was begun is in the ledger.
     *
     * @return the UIDs of its mails; none if nothing was begun
     * @throws RuntimeException as the ledger does; some of the mails may be in it nevertheless
     */
    Set<Long> done() {
        FutureTask<Set<Long>> task = writing;
        writing = null;
        return task == null ? Set.of() : result(task);
    }

    /** Waits for the end of what was begun, however it ends: for somebody who has given up. */
    void end() {
        try {
            done();
        } catch (RuntimeException failure) {
            log.warn(
                    "Fetched mails cannot be written into the ledger; they are fetched again: {}",
                    new FailurePath(failure));
        }
    }

    private Set<Long> written(List<NewMail> mails) {
        List<NewMail> together = new ArrayList<>();
        long bytes = 0;
        for (NewMail mail : mails) {
            if (bytes + mail.raw().length > COMMIT_BYTES) {
                ledger.acceptAll(together);
                together.clear();
                bytes = 0;
            }
            together.add(mail);
            bytes += mail.raw().length;
        }
        ledger.acceptAll(together);
        return mails.stream()
                .map(mail -> Objects.requireNonNull(mail.arrival().uid()))
                .collect(Collectors.toSet());
    }

    /** A commit cannot be called off, so nobody who is in a hurry ends the wait for it. */
    private static Set<Long> result(FutureTask<Set<Long>> task) {
        boolean hurry = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException stop) {
                    hurry = true;
                }
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            if (hurry) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
