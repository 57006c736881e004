package dev.baton.inbox;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Did a Baton, this one or another, send it? Every mail of ours says so in {@code X-Baton}, and by the shape of its
 * Message-ID where a relay took that off.
 */
class OwnMail implements MachineReader {

    private static final Pattern SHAPE = Pattern.compile("<baton\\.([a-z][a-z0-9]*-[0-9]+\\.)?[0-9a-f]{32}@[^<>\\s]+>");

    @Override
    public Optional<OtherMachine> read(ReceivedMail mail) {
        String id = mail.messageId();
        boolean shaped = id != null && SHAPE.matcher(id).matches();
        return shaped || mail.headers().has("X-Baton")
                ? Optional.of(
                        new OtherMachine(OtherMachine.Kind.BATON, "X-Baton", id == null ? List.of() : List.of(id)))
                : Optional.empty();
    }

    /** Whether this mail answers one that a Baton sent. */
    static boolean isAnsweredBy(ReceivedMail mail) {
        return mail.references().stream().anyMatch(id -> SHAPE.matcher(id).matches());
    }
}
