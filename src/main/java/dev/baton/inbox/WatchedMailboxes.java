package dev.baton.inbox;

import dev.baton.shared.MailTokens;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** Every mailbox that this node fetches from, in the order of the settings. */
@Component
class WatchedMailboxes implements Iterable<WatchedMailbox> {

    private final InboxProperties properties;
    private final Ledger ledger;
    private final Arrivals arrivals;
    private final LargeMails large;
    private final Clock clock;
    private final MailTokens tokens;
    private final SslBundles bundles;
    private final List<WatchedMailbox> all;

    WatchedMailboxes(
            InboxProperties properties,
            Ledger ledger,
            Arrivals arrivals,
            LargeMails large,
            MailTokens tokens,
            SslBundles bundles,
            Clock clock) {
        this.properties = properties;
        this.ledger = ledger;
        this.arrivals = arrivals;
        this.large = large;
        this.clock = clock;
        this.tokens = tokens;
        this.bundles = bundles;
        this.all = properties.allMailboxes().stream()
                .map(mailbox -> new WatchedMailbox(mailbox, fetch(), new FetchStatus(clock)))
                .toList();
    }

    /** A fetch of its own, which knows of no trouble yet. */
    Fetch fetch() {
        return new Fetch(ledger, arrivals, large, properties, clock);
    }

    /** A connection of its own to the mailbox, made when it is opened. */
    MailServer server(Mailbox mailbox) {
        boolean byToken = mailbox.password().isEmpty() && tokens.configured();
        return new MailServer(mailbox, properties.patience(), byToken ? tokens : null, trusting(mailbox));
    }

    private @Nullable SSLSocketFactory trusting(Mailbox mailbox) {
        String bundle = mailbox.sslBundle();
        return bundle == null || bundle.isBlank()
                ? null
                : bundles.getBundle(bundle).createSslContext().getSocketFactory();
    }

    @Override
    public Iterator<WatchedMailbox> iterator() {
        return all.iterator();
    }
}
