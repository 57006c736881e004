package dev.baton.testkit;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/**
 * The IMAP server that most companies run, on a loopback port of its own. Whoever signs in has a mailbox; user and
 * password are its address. Its first mailbox is the one that mails are put into here. It can close and open again with what is in the mailbox.
 */
public final class Dovecot implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final Path DELIVERY = Path.of("/usr/lib/dovecot/lmtp");

    /** How many names one file may have, on the file systems we know. */
    private static final int LINKS = 50_000;

    private final Path home;
    private final String address;
    private final int port = BatonProcess.freePort();
    private final int deliveryPort = BatonProcess.freePort();
    private final AtomicInteger delivered = new AtomicInteger();
    private final Optional<OwnCertificate> certificate;
    private final Optional<URI> tokenInfo;
    private Process process;

    private Dovecot(Path home, String address, Optional<OwnCertificate> certificate, Optional<URI> tokenInfo) {
        this.home = home;
        this.address = address;
        this.certificate = certificate;
        this.tokenInfo = tokenInfo;
    }

    /** Why it cannot be had on this machine; nothing if it can. */
    public static Optional<String> missing() {
        try {
            String version = output(PROGRAM.toString(), "--version");
            return version.startsWith("2.3.") ? Optional.empty() : Optional.of("Dovecot is 2.3 here, not " + version);
        } catch (IOException none) {
            return Optional.of("Dovecot is not installed: " + PROGRAM);
        }
    }

    private static String output(String... command) throws IOException {
        Process asked = new ProcessBuilder(command).start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** A new one, open, its mailbox empty. */
    public static Dovecot opened(String address) {
        return opened(address, Optional.empty(), Optional.empty());
    }

    /** The same with STARTTLS; without it, it lets only its own machine in. */
    public static Dovecot secured(String address, OwnCertificate certificate) {
        return opened(address, Optional.of(certificate), Optional.empty());
    }

    /**
     * The same, but one may also sign in with an access token (XOAUTH2).
     *
     * @param tokenInfo where it asks whose token that is: with the token at the end of the address; the answer's {@code
     *     email} is the user
     */
    public static Dovecot takingTokens(String address, OwnCertificate certificate, URI tokenInfo) {
        return opened(address, Optional.of(certificate), Optional.of(tokenInfo));
    }

    private static Dovecot opened(String address, Optional<OwnCertificate> certificate, Optional<URI> tokenInfo) {
        try {
            // Short, since its sockets are in there and the path of a socket has a hundred characters at most.
            Path home = Files.createTempDirectory(Path.of("/tmp"), "dovecot");
            Dovecot dovecot = new Dovecot(home, address, certificate, tokenInfo);
            dovecot.configure();
            dovecot.open();
            return dovecot;
        } catch (IOException failed) {
            throw new UncheckedIOException("Dovecot does not start", failed);
        }
    }

    private void configure() throws IOException {
        String me = output("id", "-un");
        boolean root = me.equals("root");
        Files.createDirectories(home.resolve("mail"));
        if (root) {
            // It reads no mail as root.
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setPosixFilePermissions(home.resolve("mail"), PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        Files.writeString(
                home.resolve("dovecot.conf"),
                """
                protocols = %5$s
                listen = 127.0.0.1
                base_dir = %1$s/base
                state_dir = %1$s/state
                log_path = %1$s/log
                default_internal_user = %2$s
                default_internal_group = %3$s
                default_login_user = %2$s
                first_valid_uid = 1
                mail_location = maildir:%1$s/mail/%%u
                recipient_delimiter = +
                passdb {
                  driver = static
                  args = password=%%u
                }
                userdb {
                  driver = static
                  args = uid=%2$s gid=%3$s home=%1$s/mail/%%u
                }
                service imap-login {
                  chroot =
                  inet_listener imap {
                    port = %4$d
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                service anvil {
                  chroot =
                  unix_listener anvil-auth-penalty {
                    mode = 0
                  }
                }
                auth_failure_delay = 0
                service stats {
                  unix_listener stats-writer {
                    mode = 0666
                  }
                }
                """.formatted(
                                        home,
                                        root ? "nobody" : me,
                                        root ? "nogroup" : output("id", "-gn"),
                                        port,
                                        takesDeliveries() ? "imap lmtp" : "imap")
                        + encryption()
                        + delivery()
                        + tokens());
    }

    private String encryption() {
        return certificate
                .map(own -> """
                        ssl = required
                        ssl_cert = <%s
                        ssl_key = <%s
                        """.formatted(own.certificate(), own.key()))
                .orElse("""
                        ssl = no
                        disable_plaintext_auth = no
                        """);
    }

    private String delivery() {
        return takesDeliveries() ? """
                        service lmtp {
                          inet_listener lmtp {
                            address = 127.0.0.1
                            port = %d
                          }
                        }
                        service auth {
                          unix_listener %s {
                            mode = 0666
                          }
                        }
                        """.formatted(deliveryPort, signInSocket()) : "";
    }

    private String tokens() throws IOException {
        if (tokenInfo.isEmpty()) {
            return "";
        }
        Path settings = home.resolve("tokens.conf");
        Files.writeString(settings, """
                tokeninfo_url = %s
                username_attribute = email
                """.formatted(tokenInfo.get()));
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-r--r--"));
        return """
                auth_mechanisms = plain xoauth2
                passdb {
                  driver = oauth2
                  mechanisms = xoauth2
                  args = %s
                }
                """.formatted(settings);
    }

    /** Answers on the same port as before; what was in the mailbox still is. */
    public void open() {
        try {
            process = new ProcessBuilder(
                            PROGRAM.toString(),
                            "-F",
                            "-c",
                            home.resolve("dovecot.conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("out").toFile())
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException("Dovecot does not start", failed);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        Awaitility.await("Dovecot, see " + home).atMost(Duration.ofSeconds(30)).until(this::letsIn);
    }

    private boolean letsIn() {
        Properties properties = properties();
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect("127.0.0.1", address, address);
            // Makes the mailbox, the first time.
            store.getFolder("INBOX").open(Folder.READ_ONLY);
            return true;
        } catch (MessagingException notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    /** Whether an SMTP server can deliver into its mailboxes. */
    public static boolean takesDeliveries() {
        return DELIVERY.toFile().exists();
    }

    /** Where an SMTP server delivers (LMTP, RFC 2033): a mailbox is made by its first mail. */
    int deliveryPort() {
        return deliveryPort;
    }

    /** Where an SMTP server asks whether somebody may sign in. */
    Path signInSocket() {
        return home.resolve("sign-in");
    }

    /** What a mail program needs to know to sign in on 127.0.0.1. */
    public Properties properties() {
        Properties properties = new Properties();
        properties.put("mail.imap.port", String.valueOf(port));
        certificate.ifPresent(own -> {
            properties.put("mail.imap.starttls.enable", "true");
            properties.put("mail.imap.ssl.socketFactory", own.trusting());
        });
        return properties;
    }

    /** Puts a mail into the mailbox as it is, byte for byte. */
    public void delivers(byte[] mail) {
        delivers(mail, Instant.now());
    }

    /** The same with a mail that it got at this moment. */
    public Path delivers(byte[] mail, Instant at) {
        Path file = mailbox().resolve("tmp/%010d.tests".formatted(delivered.incrementAndGet()));
        try {
            Files.write(file, mail);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            Files.setLastModifiedTime(file, FileTime.from(at));
            return Files.move(
                    file, mailbox().resolve("new").resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("No mailbox in " + home, failed);
        }
    }

    /** Puts as many messages into the mailbox, seen long ago, all of these bytes. */
    public void hasHeld(int messages, byte[] mail, Instant at) {
        try {
            Path first = mailbox();
            for (int message = 0; message < messages; message++) {
                if (message % LINKS == 0) {
                    first = delivers(mail, at);
                } else {
                    Files.createLink(mailbox().resolve("cur").resolve("%010d.old:2,S".formatted(message)), first);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("No mailbox in " + home, failed);
        }
    }

    /** From now on this mail is listed and cannot be handed over. */
    public void cannotRead(Path mail) {
        try {
            Files.setPosixFilePermissions(mail, PosixFilePermissions.fromString("---------"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Somebody takes this mail out of the mailbox, wherever the server has put it meanwhile. */
    public void loses(Path mail) {
        String name = mail.getFileName().toString();
        for (String place : List.of("new", "cur")) {
            try (Stream<Path> files = Files.list(mailbox().resolve(place))) {
                for (Path file : files.filter(
                                each -> each.getFileName().toString().startsWith(name))
                        .toList()) {
                    Files.delete(file);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private Path mailbox() {
        return home.resolve("mail").resolve(address);
    }

    /** Gives every message a new number, as after a repair or a move: another UIDVALIDITY. To be called while it is paused. */
    public void numbersAnew() {
        try (Stream<Path> files = Files.list(mailbox())) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("dovecot"))
                    .toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("No mailbox in " + home, failed);
        }
    }

    /** Nobody answers any more; the mailbox stays. */
    public void pause() {
        process.destroy();
        process.onExit().join();
    }

    /** Ends it for good, and its mailbox with it. */
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
