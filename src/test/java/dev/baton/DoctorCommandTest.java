package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.testkit.BatonProcess;
import dev.baton.testkit.BesideOthers;
import dev.baton.testkit.Dovecot;
import dev.baton.testkit.OwnCertificate;
import dev.baton.testkit.Postfix;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar baton.jar --doctor} among mail servers as companies have them. */
@BesideOthers
class DoctorCommandTest {

    private static final String INTAKE = "requests@example.com";

    @TempDir
    Path folder;

    @Test
    void theDoctorPrintsWhatItFoundAndEnds() {
        Dovecot.missing().or(Postfix::missing).ifPresent(why -> assumeTrue(false, "Skipped: " + why));
        assumeTrue(Dovecot.takesDeliveries(), "Skipped: dovecot-lmtpd is not installed");
        OwnCertificate own = OwnCertificate.madeIn(folder.resolve("certificate"));
        try (Dovecot dovecot = Dovecot.secured(INTAKE, own);
                Postfix postfix = Postfix.opened(dovecot, own, "example.com")) {
            Map<String, String> settings = settings(own, dovecot, postfix);

            BatonProcess well = BatonProcess.doctor(settings);

            assertThat(well.log())
                    .contains("Fine: Sending. The mail server took the mail and said: 250 2.0.0 Ok")
                    .contains("Fine: Encryption of sending. Encrypted; the certificate is good until")
                    .contains("Fine: Delivery. Arrived after")
                    .contains("Fine: Plus-addresses.")
                    .contains("Fine: Message-ID. Kept.")
                    .contains("Fine: Clocks.")
                    .contains("Fine: New mail at once.")
                    .contains("set baton.inbox.authserv-id=mx.example.com.");
            assertThat(well.exitCode()).as(well.log()).isZero();

            settings.put("spring.mail.password", "wrong");
            BatonProcess ill = BatonProcess.doctor(settings);
            assertThat(ill.log())
                    .contains("Wrong: Sending.", "did not let us sign in", "authentication failed")
                    .contains("Delivery. Not looked at, since no mail could be sent");
            assertThat(ill.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void besideABatonOnTheSameFileItSaysSoAndEnds() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("baton");
        try (Connection running = DriverManager.getConnection(url, "sa", "")) {
            BatonProcess doctor = BatonProcess.doctor(Map.of("spring.datasource.url", url));

            assertThat(running.isValid(1)).isTrue();
            assertThat(doctor.log())
                    .contains("The file of the database is in use by another process", "Stop the other one first")
                    .doesNotContain("\tat ");
            assertThat(doctor.exitCode()).isEqualTo(1);
        }
    }

    private Map<String, String> settings(OwnCertificate own, Dovecot dovecot, Postfix postfix) {
        Map<String, String> settings = new TreeMap<>(own.asBundle("own"));
        settings.put("spring.datasource.url", "jdbc:h2:file:" + folder.resolve("baton"));
        settings.put("baton.address", INTAKE);
        settings.put("baton.inbox.host", "localhost");
        settings.put("baton.inbox.port", String.valueOf(dovecot.port()));
        settings.put("baton.inbox.username", INTAKE);
        settings.put("baton.inbox.password", INTAKE);
        settings.put("baton.inbox.ssl-bundle", "own");
        settings.put("spring.mail.host", "localhost");
        settings.put("spring.mail.port", String.valueOf(postfix.submissionPort()));
        settings.put("spring.mail.username", INTAKE);
        settings.put("spring.mail.password", INTAKE);
        settings.put("baton.outbox.security", "starttls-required");
        settings.put("baton.outbox.ssl-bundle", "own");
        return settings;
    }
}
