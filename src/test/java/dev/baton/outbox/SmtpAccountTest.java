package dev.baton.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.outbox.Trouble.Kind;
import dev.baton.shared.MailSecurity;
import dev.baton.shared.Tokens;
import dev.baton.testkit.Dovecot;
import dev.baton.testkit.OwnCertificate;
import dev.baton.testkit.Postfix;
import dev.baton.testkit.SettableClock;
import dev.baton.testkit.TokenServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Signing in to the server that takes our mails. */
class SmtpAccountTest {

    private static final String INTAKE = "requests@example.com";

    @TempDir
    Path folder;

    private static JavaMailSenderImpl at(int port, String password) {
        JavaMailSenderImpl settings = new JavaMailSenderImpl();
        settings.setHost("127.0.0.1");
        settings.setPort(port);
        settings.setUsername(INTAKE);
        settings.setPassword(password);
        return settings;
    }

    private static Kind trouble(SmtpAccount account) {
        try (Transport connected = account.connected()) {
            throw new AssertionError("Let in: " + connected);
        } catch (MessagingException refused) {
            return Refusals.ofConnecting(refused).kind();
        }
    }

    @Test
    void noPasswordGoesToAServerWithoutEncryption() {
        PickyMailServer server = new PickyMailServer();

        SmtpAccount account =
                new SmtpAccount(at(server.port(), "secret"), MailSecurity.STARTTLS_REQUIRED, null, Tokens.none());

        assertThat(trouble(account)).isEqualTo(Kind.NOT_SAFE);
    }

    @Test
    void whoIsElsewhereIsAskedForEncryptionWhateverTheLibraryIsTold() {
        JavaMailSenderImpl settings = at(25, "secret");
        settings.setHost("smtp.example.invalid");
        settings.getJavaMailProperties().put("mail.smtp.starttls.required", "false");

        SmtpAccount account = new SmtpAccount(settings, null, null, Tokens.none());

        assertThat(account.session().getProperty("mail.smtp.starttls.required")).isEqualTo("true");
        assertThat(account.session().getProperty("mail.smtp.ssl.checkserveridentity"))
                .isEqualTo("true");
    }

    @Test
    void anAccessTokenSignsInAndARefusedOneIsReplaced() throws MessagingException {
        Dovecot.missing().or(Postfix::missing).ifPresent(why -> assumeTrue(false, "Skipped: " + why));
        assumeTrue(Dovecot.takesDeliveries(), "Skipped: dovecot-lmtpd is not installed");
        OwnCertificate own = OwnCertificate.madeIn(folder);
        try (TokenServer tokens = new TokenServer();
                Dovecot dovecot = Dovecot.takingTokens(INTAKE, own, tokens.whose());
                Postfix postfix = Postfix.opened(dovecot, own, "example.com")) {
            tokens.gives("withdrawn").gives("good").knows("good", INTAKE);
            SmtpAccount account = new SmtpAccount(
                    at(postfix.submissionPort(), ""),
                    MailSecurity.STARTTLS_REQUIRED,
                    own.trusting(),
                    Tokens.ofProgram(tokens.tokens(), null, new SettableClock()));

            try (Transport connected = account.connected()) {
                assertThat(connected.isConnected()).isTrue();
                assertThat(account.sockets().certificate()).isPresent();
            }
            assertThat(tokens.asked()).hasSize(2);
            assertThat(trouble(new SmtpAccount(
                            at(postfix.submissionPort(), "wrong"),
                            MailSecurity.STARTTLS_REQUIRED,
                            own.trusting(),
                            Tokens.none())))
                    .isEqualTo(Kind.SIGN_IN);
            assertThat(trouble(new SmtpAccount(
                            at(postfix.submissionPort(), INTAKE), MailSecurity.STARTTLS_REQUIRED, null, Tokens.none())))
                    .isEqualTo(Kind.NOT_SAFE);
        }
    }

    @Test
    void aTokenServerThatRefusesIsASignInThatFailed() {
        try (TokenServer tokens = new TokenServer()) {
            tokens.answers(400, "{'error':'invalid_grant'}");
            SmtpAccount account = new SmtpAccount(
                    at(1, ""), null, null, Tokens.ofProgram(tokens.tokens(), null, new SettableClock()));

            assertThat(trouble(account)).isEqualTo(Kind.SIGN_IN);
            assertThatThrownBy(account::connected).hasMessageContaining("invalid_grant");
        }
    }
}
