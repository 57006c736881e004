package dev.baton.testkit;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/**
 * The SMTP server of a company, on loopback ports of its own, that delivers into the mailboxes of a {@link Dovecot} and
 * nowhere else. The world writes to one port; who belongs to the company signs in at the other, with STARTTLS, user and
 * password being the address, and is vouched for by mx.example.com. It can close and open again with what is in its queue.
 */
public final class Postfix implements AutoCloseable {

    private static final Path PROGRAMS = Path.of("/usr/lib/postfix/sbin");

    private final Path home;
    private final int world = BatonProcess.freePort();
    private final int submission = BatonProcess.freePort();
    private Process process;

    private Postfix(Path home) {
        this.home = home;
    }

    /** Why it cannot be had on this machine; nothing if it can. */
    public static Optional<String> missing() {
        if (!Files.isExecutable(PROGRAMS.resolve("master"))) {
            return Optional.of("Postfix is not installed: " + PROGRAMS);
        }
        return "root".equals(System.getProperty("user.name"))
                ? Optional.empty()
                : Optional.of("Postfix starts as root only");
    }

    /**
     * A new one, open.
     *
     * @param domains the company's and its customers', such as {@code example.com}
     */
    public static Postfix opened(Dovecot mailboxes, OwnCertificate certificate, String... domains) {
        try {
            Postfix postfix = new Postfix(Files.createTempDirectory(Path.of("/tmp"), "postfix"));
            postfix.configure(mailboxes, certificate, String.join(", ", domains));
            postfix.open();
            return postfix;
        } catch (IOException failed) {
            throw new UncheckedIOException("Postfix does not start", failed);
        }
    }

    private void configure(Dovecot mailboxes, OwnCertificate certificate, String domains) throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path settings = Files.createDirectories(home.resolve("conf"));
        Path data = Files.createDirectories(home.resolve("data"));
        Files.setOwner(
                data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postfix"));
        Files.createDirectories(home.resolve("spool"));
        Files.writeString(settings.resolve("main.cf"), """
                compatibility_level = 3.6
                queue_directory = %1$s/spool
                data_directory = %1$s/data
                command_directory = /usr/sbin
                daemon_directory = %2$s
                meta_directory = /etc/postfix
                shlib_directory = /usr/lib/postfix
                mail_owner = postfix
                setgid_group = postdrop
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                myhostname = localhost
                mydestination = %3$s
                mynetworks =
                local_recipient_maps =
                alias_maps =
                alias_database =
                default_transport = error:this mail server knows nobody else
                mailbox_transport = lmtp:inet:127.0.0.1:%4$d
                lmtp_destination_recipient_limit = 1
                recipient_delimiter = +
                smtpd_sasl_type = dovecot
                smtpd_sasl_path = %5$s
                smtpd_tls_security_level = may
                smtpd_tls_cert_file = %6$s
                smtpd_tls_key_file = %7$s
                maillog_file = %1$s/log
                maillog_file_prefixes = /tmp
                in_flow_delay = 0
                smtpd_error_sleep_time = 0
                vouched = check_sender_access static:{prepend Authentication-Results: mx.example.com; spf=pass smtp.mailfrom=example.com; dmarc=pass header.from=example.com}
                """.formatted(
                        home,
                        PROGRAMS,
                        domains,
                        mailboxes.deliveryPort(),
                        mailboxes.signInSocket(),
                        certificate.certificate(),
                        certificate.key()));
        Files.writeString(settings.resolve("master.cf"), """
                127.0.0.1:%d inet n - n - - smtpd
                127.0.0.1:%d inet n - n - - smtpd -o smtpd_tls_auth_only=yes -o smtpd_sasl_auth_enable=yes -o smtpd_recipient_restrictions=permit_sasl_authenticated,reject -o smtpd_sender_restrictions=$vouched
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                pickup unix n - n 60 1 pickup
                tlsmgr unix - - n 1000? 1 tlsmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                flush unix n - n 1000? 0 flush
                proxymap unix - - n - - proxymap
                error unix - - n - - error
                retry unix - - n - - error
                local unix - n n - - local
                lmtp unix - - n - - lmtp
                anvil unix - - n - 1 anvil
                postlog unix-dgram n - n - 1 postlogd
                """.formatted(world, submission));
    }

    /** Answers on the same ports as before. */
    public void open() {
        String settings = home.resolve("conf").toString();
        try {
            run("/usr/sbin/postfix", "-c", settings, "check");
            process = new ProcessBuilder(PROGRAMS.resolve("master").toString(), "-c", settings, "-d")
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("out").toFile())
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException("Postfix does not start", failed);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        Awaitility.await("Postfix, see " + home).atMost(Duration.ofSeconds(30)).until(this::answers);
    }

    private static void run(String... command) throws IOException {
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (run.onExit().join().exitValue() != 0) {
            throw new IOException(said);
        }
    }

    private boolean answers() {
        try (Transport transport = Session.getInstance(new Properties()).getTransport("smtp")) {
            transport.connect("127.0.0.1", world, null, null);
            return true;
        } catch (MessagingException notYet) {
            return false;
        }
    }

    /** Where the world writes to the company. */
    public int worldPort() {
        return world;
    }

    /** Where who belongs to the company signs in and sends. */
    public int submissionPort() {
        return submission;
    }

    /** What it logged so far. */
    public String log() {
        try {
            return Files.readString(home.resolve("log"));
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** Nobody answers any more; the queue stays. */
    public void pause() {
        process.destroy();
        process.onExit().join();
    }

    /** Ends it for good. */
    @Override
    public void close() {
        pause();
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException failed) {
            throw new UncheckedIOException("Not deleted: " + home, failed);
        }
    }
}
