package dev.baton.outbox;

import static dev.baton.shared.Rows.at;

import dev.baton.shared.EmailAddress;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is to get a mail of the week now. What it says is said elsewhere. A person gets at most one for each week that
 * begins on Monday where they work; one that was missed is not made up for when its week is over.
 */
@Component
public class Weekly {

    /** The template that all weekly mails are made from. */
    public static final String TEMPLATE = "weekly";

    private final Readers readers;
    private final JdbcClient jdbc;
    private final Clock clock;

    Weekly(Readers readers, JdbcClient jdbc, Clock clock) {
        this.readers = readers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether this person works now, wants the mail and was not given the one of this week. */
    public boolean isDue(EmailAddress address) {
        Reader reader = readers.of(address);
        return reader.works(clock.instant()) && wants(reader) && !hasHad(reader);
    }

    /** Whether this person neither stopped it nor wants only what waits for them. */
    public boolean isWanted(EmailAddress address) {
        return wants(readers.of(address));
    }

    private boolean wants(Reader reader) {
        return reader.quiet().pace() != Pace.ONLY_WAITING && !hasStopped(reader.address());
    }

    private boolean hasStopped(EmailAddress main) {
        return jdbc.sql("select address from outbox_weekly_stopped where address = ?")
                .param(main.value())
                .query()
                .optionalValue()
                .isPresent();
    }

    private boolean hasHad(Reader reader) {
        return jdbc.sql("select week from outbox_weekly where address = ? and week = ?")
                .params(reader.address().value(), week(reader))
                .query()
                .optionalValue()
                .isPresent();
    }

    /**
     * In the transaction that queues it: this person has the mail of this week.
     *
     * @param mail its number; null if there was nothing to tell
     * @throws org.springframework.dao.DuplicateKeyException if another node was faster; what was begun is to be undone
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void made(EmailAddress address, @Nullable Long mail) {
        Reader reader = readers.of(address);
        jdbc.sql("insert into outbox_weekly (address, week, mail) values (:address, :week, :mail)")
                .param("address", reader.address().value())
                .param("week", week(reader))
                .param("mail", mail)
                .update();
    }

    private LocalDate week(Reader reader) {
        return reader.day(clock.instant()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** From now on, until they {@link #start} it again. */
    @Transactional
    public void stop(EmailAddress address) {
        EmailAddress main = readers.main(address);
        if (!hasStopped(main)) {
            jdbc.sql("insert into outbox_weekly_stopped (address, stopped_at) values (?, ?)")
                    .param(main.value())
                    .param(at(clock.instant()))
                    .update();
        }
    }

    /** This person wants it again. */
    @Transactional
    public void start(EmailAddress address) {
        jdbc.sql("delete from outbox_weekly_stopped where address = ?")
                .param(readers.main(address).value())
                .update();
    }
}
