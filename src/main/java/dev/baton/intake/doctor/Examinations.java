package dev.baton.intake.doctor;

import dev.baton.inbox.DoctorsCode.Way;
import dev.baton.inbox.DoctorsMail;
import dev.baton.inbox.MailboxFinding;
import dev.baton.outbox.SentCheck;
import dev.baton.shared.Rows;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps examinations where every node finds them: one may send, another fetch, and a third show the page. */
@Component
class Examinations {

    /** What an examination is the sum of. The first time something is found out counts. */
    record Circumstances(boolean sends, String trusted, int stuck) {}

    private static final Logger log = LoggerFactory.getLogger(Examinations.class);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Examinations(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long begin(Instant now) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into doctor_examination (started_at) values (?)")
                .params(Rows.values(now))
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }

    void sent(long id, Way way, SentCheck check) {
        note(id, "sent-" + way.word(), check);
    }

    void arrived(DoctorsMail mail) {
        if (find(mail.code().examination()).isPresent()) {
            note(mail.code().examination(), "arrived-" + mail.code().way().word(), mail);
        }
    }

    void opened(long id, List<MailboxFinding> mailboxes, Circumstances circumstances) {
        note(id, "circumstances", circumstances);
        note(id, "mailboxes", mailboxes.toArray(MailboxFinding[]::new));
    }

    Optional<Examination> latest() {
        return jdbc.sql("select max(id) from doctor_examination")
                .query(Long.class)
                .optional()
                .flatMap(this::find);
    }

    Optional<Examination> find(long id) {
        return jdbc.sql("select started_at from doctor_examination where id = ?")
                .param(id)
                .query((row, number) -> Rows.instant(row, "started_at"))
                .optional()
                .map(startedAt -> examination(id, startedAt));
    }

    private Examination examination(long id, Instant startedAt) {
        Map<String, String> facts = new HashMap<>();
        jdbc.sql("select name, found from doctor_fact where examination = ?")
                .param(id)
                .query(row -> {
                    facts.put(row.getString("name"), row.getString("found"));
                });
        Optional<Circumstances> circumstances = read(facts, "circumstances", Circumstances.class);
        return new Examination(
                id,
                startedAt,
                read(facts, "sent-address", SentCheck.class),
                read(facts, "sent-plus", SentCheck.class),
                read(facts, "arrived-address", DoctorsMail.class),
                read(facts, "arrived-plus", DoctorsMail.class),
                read(facts, "mailboxes", MailboxFinding[].class).map(Arrays::asList),
                circumstances.map(Circumstances::sends).orElse(true),
                circumstances.map(Circumstances::trusted).filter(server -> !server.isEmpty()),
                circumstances.map(Circumstances::stuck).orElse(0));
    }

    private <T> Optional<T> read(Map<String, String> facts, String name, Class<T> type) {
        return Optional.ofNullable(facts.get(name)).map(found -> json.readValue(found, type));
    }

    private void note(long id, String name, Object found) {
        int known = jdbc.sql("select count(*) from doctor_fact where examination = ? and name = ?")
                .params(id, name)
                .query(Integer.class)
                .single();
        if (known == 0) {
            insert(id, name, json.writeValueAsString(found));
        }
    }

    private void insert(long id, String name, String found) {
        try {
            jdbc.sql("insert into doctor_fact (examination, name, found) values (?, ?, ?)")
                    .params(id, name, found)
                    .update();
        } catch (DuplicateKeyException anotherNodeWasFaster) {
            log.debug("{} of examination {} was noted already", name, id);
        }
    }
}
