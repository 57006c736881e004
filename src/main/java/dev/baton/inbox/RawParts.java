package dev.baton.inbox;

import dev.baton.shared.Parts;
import java.io.InputStream;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The bytes of mails, in parts. */
@Component
class RawParts {

    private final Parts parts;

    RawParts(JdbcTemplate jdbc) {
        this.parts = new Parts(jdbc, "ledger_raw", "digest");
    }

    void insert(Collection<NewMail> mails) {
        parts.addAll(mails.stream().collect(Collectors.toMap(NewMail::digest, NewMail::raw)));
    }

    /** The bytes of a mail, fetched while they are read. */
    InputStream read(String digest) {
        return parts.read(digest);
    }

    /** All bytes of a mail whose first part was read with its row. */
    byte[] whole(String digest, byte[] first, long likely) {
        return parts.whole(digest, first, likely);
    }
}
