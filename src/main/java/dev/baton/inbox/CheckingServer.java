package dev.baton.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The one mail server whose word about senders counts, and which of the headers of a mail are its word. */
sealed interface CheckingServer {

    /** The server that the settings name; nothing if they name none. */
    static Optional<CheckingServer> of(TrustProperties properties) {
        return Optional.ofNullable(properties.authservId())
                .map(id -> id.strip().toLowerCase(Locale.ROOT))
                .filter(id -> !id.isEmpty())
                .map(id -> id.equals(SenderProofs.MICROSOFT_365) ? new Microsoft365() : new Named(id));
    }

    /** What it says of this mail, as far as nobody before it can have written it. */
    List<AuthenticationResult> found(MailHeaders headers);

    /**
     * A server that writes its name (RFC 8601 §2.5). Of its uppermost header everything counts, of others of its name beside
     * that one only what speaks against the mail, since a sender may have written them.
     */
    record Named(String id) implements CheckingServer {

        /** Our provider's own servers hand a mail on at most so often before the one that checked it. */
        private static final int MOST_SERVERS = 3;

        @Override
        public List<AuthenticationResult> found(MailHeaders headers) {
            Findings findings = new Findings(id);
            int passed = 0;
            for (MailHeaders.Header header : headers.all()) {
                passed += isReceived(header) ? 1 : 0;
                if (passed > MOST_SERVERS || (findings.begun && isReceived(header))) {
                    break;
                }
                findings.read(header);
            }
            return findings.all;
        }
    }

    /**
     * Microsoft 365, which leaves its name out. Its servers put what they found, and then the lines of each server that
     * handed the mail on, above the line with which {@code *.mail.protection.outlook.com} took the mail in from outside;
     * whatever a sender wrote stands below that line. Without such a line nothing counts: mail from within was not checked.
     */
    record Microsoft365() implements CheckingServer {

        private static final String BORDER = ".mail.protection.outlook.com";
        private static final List<String> WITHIN = List.of(".outlook.com", ".outlook.office365.com");

        @Override
        public List<AuthenticationResult> found(MailHeaders headers) {
            Findings findings = new Findings("");
            for (MailHeaders.Header header : headers.all()) {
                if (isReceived(header)) {
                    List<String> takers = takers(header.value());
                    if (takers.stream().anyMatch(host -> host.endsWith(BORDER))) {
                        return findings.all;
                    }
                    if (takers.isEmpty() || !takers.stream().allMatch(Microsoft365::isWithin)) {
                        return List.of();
                    }
                }
                findings.read(header);
            }
            return List.of();
        }

        private static boolean isWithin(String host) {
            return WITHIN.stream().anyMatch(host::endsWith);
        }

        /** The hosts that say they took the mail; more than one only if a sender gave itself such a name. */
        private static List<String> takers(String received) {
            String[] words = received.toLowerCase(Locale.ROOT).split("\\s+", 40);
            List<String> takers = new ArrayList<>();
            for (int i = 1; i < words.length; i++) {
                if (words[i - 1].equals("by")) {
                    takers.add(words[i]);
                }
            }
            return takers;
        }
    }

    private static boolean isReceived(MailHeaders.Header header) {
        return header.name().equalsIgnoreCase("Received");
    }

    /** The results under one name: all of the first header, and what speaks against the mail of the others. */
    final class Findings {

        private final String server;
        private final List<AuthenticationResult> all = new ArrayList<>();
        private boolean begun;

        private Findings(String server) {
            this.server = server;
        }

        private void read(MailHeaders.Header header) {
            if (!header.name().equalsIgnoreCase(AuthenticationResults.HEADER)) {
                return;
            }
            AuthenticationResults read = AuthenticationResults.read(header.value());
            if (read.server().equals(server)) {
                boolean first = !begun;
                begun = true;
                read.results().stream()
                        .filter(result -> first || !result.passed())
                        .forEach(all::add);
            }
        }
    }
}
