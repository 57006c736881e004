package dev.baton.inbox;

import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects, fetches, listens, and begins again when the connection is lost, for ever. After each connect the whole mailbox
 * is compared with the ledger; after that only what is newer. An error of the JVM, such as memory that ran short, does not
 * end it either: the next attempt may find some.
 */
final class FetchLoop implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(FetchLoop.class);

    private final MailServer server;
    private final FirstLooks looks;
    private final Fetch fetch;
    private final FetchStatus status;
    private final Pauses pauses;
    private final boolean idle;
    private volatile boolean running = true;
    private int failures;

    FetchLoop(MailServer server, FirstLooks looks, Fetch fetch, FetchStatus status, Pauses pauses, boolean idle) {
        this.server = server;
        this.looks = looks;
        this.fetch = fetch;
        this.status = status;
        this.pauses = pauses;
        this.idle = idle;
    }

    @Override
    public void run() {
        try {
            while (running) {
                session();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the loop at once, also from within a wait for the server. */
    void stop() {
        running = false;
        pauses.end();
        server.hangUp();
    }

    private void session() throws InterruptedException {
        try (OpenMailbox mailbox = server.open()) {
            listen(mailbox);
        } catch (MessagingException | RuntimeException | Error lost) {
            failed(lost);
        }
    }

    private void listen(OpenMailbox mailbox) throws MessagingException, InterruptedException {
        try {
            boolean told = idle && mailbox.tellsNews();
            Reach reach = looks.reach(server.mailbox(), mailbox);
            status.connected(reach.left(), told);
            long next = 1;
            while (running) {
                int before = mailbox.count();
                status.looks();
                next = fetch.from(next, reach, mailbox, status::stored);
                status.looked(fetch);
                failures = 0;
                if (mailbox.count() != before) {
                    continue;
                }
                if (told) {
                    mailbox.awaitNews(before);
                } else {
                    pauses.untilNextPoll();
                }
            }
        } catch (MessagingException | RuntimeException | Error lost) {
            server.hangUp();
            throw lost;
        }
    }

    private void failed(Throwable lost) throws InterruptedException {
        if (!running) {
            return;
        }
        status.lost(lost);
        failures++;
        log.warn(
                "The mailbox {} cannot be read (failure {} in a row): {}",
                server.mailbox().inLedger(),
                failures,
                lost.toString());
        log.debug("How reading the mailbox failed", lost);
        pauses.afterFailure(failures);
    }
}
