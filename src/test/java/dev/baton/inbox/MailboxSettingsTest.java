package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.shared.MailSecurity;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What the settings of mailboxes mean. */
class MailboxSettingsTest {

    private static final Instant FIRST_LOOK = Instant.parse("2026-11-23T12:00:00Z");

    private final Map<String, String> settings = new TreeMap<>(Map.of(
            "baton.inbox.host", "imap.example.com",
            "baton.inbox.username", "requests@example.com",
            "baton.inbox.password", "secret"));

    private InboxProperties bound() {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("baton.inbox", InboxProperties.class);
    }

    private Mailbox only() {
        assertThat(bound().allMailboxes()).hasSize(1);
        return bound().allMailboxes().get(0);
    }

    @Test
    void withoutAHostNothingIsFetched() {
        settings.clear();
        assertThat(bound().fetches()).isFalse();
    }

    @Test
    void aPasswordNeverGoesOverTheNetworkUnencryptedUnlessSomebodyWantsIt() {
        assertThat(only().security()).isEqualTo(MailSecurity.STARTTLS_REQUIRED);

        settings.put("baton.inbox.security", "none");
        assertThat(only().security()).isEqualTo(MailSecurity.NONE);

        settings.put("baton.inbox.protocol", "imaps");
        assertThat(only().security()).isEqualTo(MailSecurity.TLS);
    }

    @Test
    void onThisMachineEncryptionIsUsedWhereItIsOffered() {
        settings.put("baton.inbox.host", "127.0.0.1");
        assertThat(only().security()).isEqualTo(MailSecurity.STARTTLS_IF_OFFERED);
    }

    @Test
    void aFurtherMailboxHasWhatTheFirstHas() {
        settings.put("baton.inbox.port", "1143");
        settings.put("baton.inbox.mailboxes.design.username", "design@example.com");

        Mailbox design = bound().allMailboxes().get(1);

        assertThat(design.name()).isEqualTo("design");
        assertThat(design.inLedger()).isEqualTo("design@example.com@imap.example.com/INBOX");
        assertThat(design.port()).isEqualTo(1143);
        assertThat(design.password()).isEqualTo("secret");
    }

    @Test
    void aFurtherMailboxElsewhereHasThatServersPortAndEncryption() {
        settings.put("baton.inbox.port", "1143");
        settings.put("baton.inbox.security", "none");
        settings.put("baton.inbox.mailboxes.other.host", "imap.example.net");

        Mailbox other = bound().allMailboxes().get(1);

        assertThat(other.port()).isEqualTo(-1);
        assertThat(other.security()).isEqualTo(MailSecurity.STARTTLS_REQUIRED);
    }

    @Test
    void aHostAloneMayStandForAllTheOthers() {
        settings.remove("baton.inbox.username");
        settings.put("baton.inbox.mailboxes.design.username", "design@example.com");

        assertThat(only().username()).isEqualTo("design@example.com");
    }

    @Test
    void anUnknownProtocolIsRefusedByName() {
        settings.put("baton.inbox.protocol", "pop3");
        assertThatThrownBy(this::only).hasMessageContaining("imap or imaps, not pop3");
    }

    @Test
    void oldMailIsTakenAsTheSettingsSay() {
        assertThat(since(only())).isEqualTo("2026-11-22T12:00:00Z");
        settings.put("baton.inbox.take-old-mail", "false");
        assertThat(since(only())).isEqualTo(FIRST_LOOK);
        settings.put("baton.inbox.take-old-mail", "true");
        assertThat(since(only())).isEqualTo(Instant.EPOCH);
        settings.put("baton.inbox.take-old-mail", "2026-11-01");
        assertThat(since(only())).isEqualTo("2026-11-01T00:00:00Z");
        settings.put("baton.inbox.take-old-mail", "36h");
        assertThat(since(only())).isEqualTo("2026-11-22T00:00:00Z");
        settings.put("baton.inbox.take-old-mail", "some");
        assertThatThrownBy(this::only).hasMessageContaining("not some");
    }

    private static Instant since(Mailbox mailbox) {
        return mailbox.oldMail().since(FIRST_LOOK);
    }
}
