package dev.baton.inbox;

import dev.baton.shared.Parts;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The bytes of mails, in parts. */
@Component
class RawParts {

    private final Parts parts;

    RawParts(JdbcTemplate jdbc) {
        this.parts = new Parts(jdbc, "ledger_raw", "ledger_id");
    }

    /** @param ids of their entries, by digest */
    void insert(Collection<NewMail> mails, Map<Fingerprint, Long> ids) {
        Map<Long, byte[]> contents = new TreeMap<>();
        mails.forEach(mail -> contents.put(ids.get(mail.digest()), mail.raw()));
        parts.addAll(contents);
    }

    /** The bytes of a mail, fetched while they are read. */
    InputStream read(long ledgerId) {
        return parts.read(ledgerId);
    }

    /** All bytes of a mail whose first part was read with its row. */
    byte[] whole(long ledgerId, byte[] first, long likely) {
        return parts.whole(ledgerId, first, likely);
    }
}
