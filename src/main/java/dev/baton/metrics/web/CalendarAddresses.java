package dev.baton.metrics.web;

import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Retried;
import dev.baton.shared.Rows;
import dev.baton.shared.Signatures;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The signed addresses of calendars. Each belongs to one person, whose name it does not tell; all of a person's end when
 * the person makes new ones (docs/decisions/0096).
 */
@Component
class CalendarAddresses {

    private static final String PURPOSE = "calendar";
    private static final int BYTES_OF_A_CODE = 18;

    private final JdbcClient jdbc;
    private final Signatures signatures;
    private final BatonProperties baton;
    private final Retried retried;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CalendarAddresses(JdbcClient jdbc, Signatures signatures, BatonProperties baton, Retried retried, Clock clock) {
        this.jdbc = jdbc;
        this.signatures = signatures;
        this.baton = baton;
        this.retried = retried;
        this.clock = clock;
    }

    /** What an address of ours says. */
    record Read(String code, CalendarOf what) {}

    /** Makes new addresses for the person, and ends all earlier ones. */
    void renew(EmailAddress person) {
        byte[] bytes = new byte[BYTES_OF_A_CODE];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        retried.run(() -> write(person, code));
    }

    private boolean write(EmailAddress person, String code) {
        return jdbc.sql("update calendar_code set code = ?, made_at = ? where person = ?")
                                .params(Rows.values(code, clock.instant(), person.value()))
                                .update()
                        == 1
                || jdbc.sql("insert into calendar_code (code, made_at, person) values (?, ?, ?)")
                                .params(Rows.values(code, clock.instant(), person.value()))
                                .update()
                        == 1;
    }

    /** Where a program reads this calendar of the person's; nothing before the person made addresses. */
    Optional<URI> of(EmailAddress person, CalendarOf what) {
        return jdbc.sql("select code from calendar_code where person = ?")
                .param(person.value())
                .query(String.class)
                .optional()
                .map(code -> baton.link("/calendar/" + signatures.token(PURPOSE, code + "~" + what)));
    }

    /** What a token says; nothing if we never signed it. */
    Optional<Read> read(String token) {
        return signatures.content(PURPOSE, token).flatMap(content -> {
            int end = content.indexOf('~');
            return CalendarOf.parse(content.substring(end + 1)).map(what -> new Read(content.substring(0, end), what));
        });
    }

    /** Whose it is; nothing once there are newer ones. */
    Optional<EmailAddress> holder(Read address) {
        return jdbc.sql("select person from calendar_code where code = ?")
                .param(address.code())
                .query(String.class)
                .optional()
                .map(EmailAddress::of);
    }
}
