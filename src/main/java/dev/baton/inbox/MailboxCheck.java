package dev.baton.inbox;

import dev.baton.shared.MailSecurity;
import jakarta.mail.MessagingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens every mailbox once, as the fetchers do, and says how it was found. */
@Component
public class MailboxCheck {

    private final WatchedMailboxes mailboxes;
    private final FirstLooks looks;
    private final Gaps gaps;
    private final Reasons reasons;
    private final TrustProperties trust;

    MailboxCheck(WatchedMailboxes mailboxes, FirstLooks looks, Gaps gaps, Reasons reasons, TrustProperties trust) {
        this.mailboxes = mailboxes;
        this.looks = looks;
        this.gaps = gaps;
        this.reasons = reasons;
        this.trust = trust;
    }

    /** The mailboxes in the order of the settings; takes as long as their servers need to answer. */
    public List<MailboxFinding> findings() {
        List<MailboxFinding> findings = new ArrayList<>();
        for (WatchedMailbox watched : mailboxes) {
            findings.add(finding(watched.mailbox()));
        }
        return findings;
    }

    /** The mail server whose Authentication-Results count ({@code baton.inbox.authserv-id}). */
    public Optional<String> trustedServer() {
        return Optional.ofNullable(trust.authservId()).map(String::strip).filter(id -> !id.isEmpty());
    }

    /** How many mails of the ledger have waited too long to be worked through. */
    public int stuck() {
        return gaps.stuck();
    }

    private MailboxFinding finding(Mailbox mailbox) {
        MailServer server = mailboxes.server(mailbox);
        try (OpenMailbox open = server.open()) {
            return found(mailbox, open, server.certificate());
        } catch (MessagingException | RuntimeException failure) {
            return MailboxFinding.unreadable(mailbox, reasons.of(FetchTrouble.of(failure), mailbox));
        } finally {
            server.hangUp();
        }
    }

    private MailboxFinding found(Mailbox mailbox, OpenMailbox open, Optional<X509Certificate> certificate)
            throws MessagingException {
        return new MailboxFinding(
                mailbox.name(),
                mailbox.inLedger(),
                null,
                certificate.isPresent(),
                MailSecurity.isLoopback(mailbox.host()),
                certificate.map(shown -> shown.getNotAfter().toInstant()).orElse(null),
                open.tellsNews(),
                open.takesFlags(),
                open.count(),
                looks.reach(mailbox, open).left(),
                gaps.missing(mailbox.inLedger()));
    }
}
