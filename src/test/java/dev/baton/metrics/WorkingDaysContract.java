package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.models.Workflows;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Request;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.OnPostgres;
import dev.baton.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

@BatonTest
@ContextConfiguration(classes = OnlyMetrics.class)
@TestPropertySource(properties = {"baton.models=src/test/resources/models/poster", "baton.people=people.yaml"})
abstract class WorkingDaysContract {

    private static final Instant TUESDAY = Instant.parse("2027-04-06T06:00:00Z");
    private static final LocalDate WEDNESDAY = LocalDate.parse("2027-04-07");

    @Autowired
    WorkingDays workingDays;

    @Autowired
    Requests requests;

    @Autowired
    Workflows workflows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Test
    void aDayIsWrittenDownOnceAndThenTheCalendarIsNotAskedAgain() {
        clock.set(TUESDAY);
        EmailAddress petra = EmailAddress.of("petra@customer.example");
        Request poster =
                requests.open(NewRequest.of(workflows.byKey("poster").orElseThrow(), "Poster", petra, "Petra Klein"));
        clock.jump(Duration.ofDays(1));
        requests.close(poster.ref(), petra, "Nothing is left open for other tests");
        double usual = worked();

        workingDays.record();
        assertThat(days()).isEqualTo(2);
        assertThat(worked()).isEqualTo(usual).isPositive();
        jdbc.sql("update fact_working_hours set starts_at = null, ends_at = null where work_day = ?")
                .param(WEDNESDAY)
                .update();
        workingDays.record();

        assertThat(days()).isEqualTo(2);
        assertThat(worked())
                .as("Wednesday was a day off as it was written down")
                .isZero();
    }

    private double worked() {
        return workingDays.hours().of(null).between(TUESDAY.plus(Duration.ofDays(1)), TUESDAY.plus(Duration.ofDays(2)));
    }

    /** Other tests may have worked earlier or later than this one. */
    private int days() {
        return jdbc.sql("select count(distinct work_day) from fact_working_hours where team = \'\'"
                        + " and work_day between ? and ?")
                .params(WEDNESDAY.minusDays(1), WEDNESDAY)
                .query(Integer.class)
                .single();
    }
}

class WorkingDaysOnH2Test extends WorkingDaysContract {}

@OnPostgres
class WorkingDaysOnPostgresTest extends WorkingDaysContract {}
