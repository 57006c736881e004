package dev.baton.outbox;

import static dev.baton.shared.Rows.at;

import dev.baton.shared.EmailAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of what people chose and of how much they have had today. */
@Component
class QuietRows {

    private final JdbcClient jdbc;

    QuietRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What those of these people chose who chose anything. */
    Map<EmailAddress, QuietSettings> of(Collection<EmailAddress> addresses) {
        Map<EmailAddress, QuietSettings> settings = new HashMap<>();
        if (!addresses.isEmpty()) {
            jdbc.sql("select address, pace, budget from outbox_quiet where address in (:addresses)")
                    .param(
                            "addresses",
                            addresses.stream().map(EmailAddress::value).toList())
                    .query(row -> {
                        settings.put(
                                EmailAddress.of(row.getString("address")),
                                new QuietSettings(
                                        Pace.parse(row.getString("pace")).orElse(Pace.AT_ONCE),
                                        row.getObject("budget", Integer.class)));
                    });
        }
        return settings;
    }

    /** @param nextDigest when to look for what there is to say; null for whoever wants no digests */
    void choose(EmailAddress address, QuietSettings settings, Instant now, @Nullable Instant nextDigest) {
        int known = jdbc.sql("""
                        update outbox_quiet set pace = :pace, budget = :budget, changed_at = :now, next_digest_at = :next
                        where address = :address""")
                .param("pace", settings.pace().word())
                .param("budget", settings.budget())
                .param("now", at(now))
                .param("next", at(nextDigest))
                .param("address", address.value())
                .update();
        if (known == 0) {
            jdbc.sql("""
                            insert into outbox_quiet (address, pace, budget, changed_at, next_digest_at)
                            values (:address, :pace, :budget, :now, :next)""")
                    .param("pace", settings.pace().word())
                    .param("budget", settings.budget())
                    .param("now", at(now))
                    .param("next", at(nextDigest))
                    .param("address", address.value())
                    .update();
        }
    }

    /** People who chose digests and whose working day has begun. */
    List<EmailAddress> wantingDigests(Instant now) {
        return jdbc.sql("select address from outbox_quiet where next_digest_at <= ? order by next_digest_at")
                .param(at(now))
                .query((row, number) -> EmailAddress.of(row.getString("address")))
                .list();
    }

    void nextDigest(EmailAddress address, Instant next) {
        jdbc.sql("update outbox_quiet set next_digest_at = ? where address = ? and next_digest_at is not null")
                .param(at(next))
                .param(address.value())
                .update();
    }

    /**
     * How many mails that count were let through to this person on this day. Nobody else lets any through until this transaction ends;
     * for that the row has to be there.
     *
     * @throws org.springframework.dao.DuplicateKeyException if somebody else made the row in this moment: count again
     */
    int spent(EmailAddress address, LocalDate day) {
        return jdbc.sql("select on_day, mails from outbox_day where address = ? for update")
                .param(address.value())
                .query((row, number) -> row.getObject("on_day", LocalDate.class).equals(day) ? row.getInt("mails") : 0)
                .optional()
                .orElseGet(() -> first(address, day));
    }

    private int first(EmailAddress address, LocalDate day) {
        jdbc.sql("insert into outbox_day (address, on_day, mails) values (?, ?, 0)")
                .params(address.value(), day)
                .update();
        return 0;
    }

    void spent(EmailAddress address, LocalDate day, int mails) {
        jdbc.sql("update outbox_day set mails = ?, on_day = ? where address = ?")
                .params(mails, day, address.value())
                .update();
    }
}
