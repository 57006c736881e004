package dev.baton.inbox;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of an IMAP server while we are connected to it. Speaks in UIDs and in commands for many messages at once
 * (RFC 3501 §6.4.8); never marks anything by reading it.
 */
final class OpenMailbox implements AutoCloseable {

    /** Set on what is safe in the ledger, beside \Seen. People change \Seen; nobody changes this by accident. */
    static final String STORED = "$BatonStored";

    private static final Logger log = LoggerFactory.getLogger(OpenMailbox.class);

    private static final int PIECE = 1024 * 1024;
    private static final int PORTION = 5_000;
    private static final DateTimeFormatter IMAP_DAY = DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH);

    private final IMAPStore store;
    private final IMAPFolder folder;
    private final String name;

    /** What the server says of a message without its content. */
    record Overview(long uid, long size, boolean flagged) {}

    /** The bytes of a message, or of its headers. */
    record Content(long uid, byte[] bytes) {}

    OpenMailbox(IMAPStore store, IMAPFolder folder, String name) {
        this.store = store;
        this.folder = folder;
        this.name = name;
    }

    String name() {
        return name;
    }

    long uidValidity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /** The UID that the next message will have at least. */
    long nextUid() throws MessagingException {
        long next = folder.getUIDNext();
        List<Long> all = next > 0 ? List.of() : uidsFrom(1);
        return next > 0 ? next : all.isEmpty() ? 1 : all.get(all.size() - 1) + 1;
    }

    /** Every UID from this one on, ascending. */
    List<Long> uidsFrom(long uid) throws MessagingException {
        // "n:*" always includes the last message, however low its number (RFC 3501 §6.4.8)
        return search("UID " + uid + ":*").stream()
                .filter(found -> found >= uid)
                .toList();
    }

    /** The UIDs below this one of messages that the server got at this moment or later (INTERNALDATE). */
    List<Long> arrivedSince(Instant moment, long below) throws MessagingException {
        // Servers search by days of their own zone (RFC 3501 §6.4.4).
        LocalDate day = moment.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
        List<Long> found = search("UID 1:" + (below - 1) + " SINCE " + IMAP_DAY.format(day));
        List<Long> arrived = new ArrayList<>();
        for (int start = 0; start < found.size(); start += PORTION) {
            List<Long> some = found.subList(start, Math.min(start + PORTION, found.size()));
            arrived.addAll(fetch(some, "(UID INTERNALDATE)", response -> {
                INTERNALDATE date = response.getItem(INTERNALDATE.class);
                boolean late = date == null || !date.getDate().toInstant().isBefore(moment);
                return late ? uid(response) : null;
            }));
        }
        return arrived;
    }

    /** Those of these UIDs that do not bear our mark. */
    Set<Long> unflagged(long low, long high) throws MessagingException {
        String unmarked = keepsKeywords() ? "UNKEYWORD " + STORED : "UNSEEN";
        return new HashSet<>(search("UID " + low + ":" + high + " " + unmarked));
    }

    private List<Long> search(String criteria) throws MessagingException {
        List<Long> uids = new ArrayList<>();
        for (IMAPResponse found : command("UID SEARCH", arguments(criteria), OpenMailbox::search)) {
            for (String word = found.readAtomString(); word != null; word = found.readAtomString()) {
                uids.add(Long.parseLong(word));
            }
        }
        return uids.stream().sorted().toList();
    }

    List<Overview> overview(Collection<Long> uids) throws MessagingException {
        return fetch(uids, "(UID RFC822.SIZE FLAGS)", response -> {
            RFC822SIZE size = response.getItem(RFC822SIZE.class);
            FLAGS flags = response.getItem(FLAGS.class);
            return size == null ? null : new Overview(uid(response), size.size, flags != null && isFlagged(flags));
        });
    }

    List<Content> messages(Collection<Long> uids) throws MessagingException {
        return contents(uids, "(UID BODY.PEEK[])");
    }

    /**
     * A large message, read piece by piece, so that it is in memory once; nothing if it is gone, be it while it was read.
     * Where it ends the server says, for some give sizes that are wrong.
     */
    Optional<Content> large(Overview message) throws MessagingException {
        byte[] whole = new byte[(int) message.size()];
        int length = 0;
        boolean more = true;
        while (more) {
            List<Content> found = contents(List.of(message.uid()), "(UID BODY.PEEK[]<" + length + "." + PIECE + ">)");
            if (found.isEmpty() && length < message.size()) {
                return Optional.empty();
            }
            byte[] piece = found.isEmpty() ? new byte[0] : found.get(0).bytes();
            whole = length + piece.length <= whole.length ? whole : Arrays.copyOf(whole, length + piece.length);
            System.arraycopy(piece, 0, whole, length, piece.length);
            length += piece.length;
            more = piece.length == PIECE;
        }
        byte[] exact = length == whole.length ? whole : Arrays.copyOf(whole, length);
        return length == 0 ? Optional.empty() : Optional.of(new Content(message.uid(), exact));
    }

    List<Content> headers(Collection<Long> uids) throws MessagingException {
        return contents(uids, "(UID BODY.PEEK[HEADER])");
    }

    private List<Content> contents(Collection<Long> uids, String what) throws MessagingException {
        return fetch(uids, what, response -> {
            BODY body = response.getItem(BODY.class);
            ByteArray bytes = body == null ? null : body.getByteArray();
            return bytes == null ? null : new Content(uid(response), bytes.getNewBytes());
        });
    }

    /**
     * Marks messages as stored, in one command.
     *
     * @return why the server does not (a quota that is full, a mailbox that may only be read); nothing if it did
     */
    Optional<String> flag(Collection<Long> uids) throws MessagingException {
        if (!takesFlags()) {
            return Optional.of("READ-ONLY");
        }
        String flags = keepsKeywords() ? "(\\Seen " + STORED + ")" : "(\\Seen)";
        try {
            command("UID STORE", arguments(UidSet.of(uids) + " +FLAGS.SILENT " + flags), response -> Optional.empty());
            return Optional.empty();
        } catch (MessagingException failure) {
            if (failure.getCause() instanceof CommandFailedException refused) {
                return Optional.of(Readable.text(String.valueOf(refused.getMessage()), 200));
            }
            throw failure;
        }
    }

    /** Whether messages may be marked here at all. */
    boolean takesFlags() {
        return folder.getMode() == Folder.READ_WRITE;
    }

    private boolean keepsKeywords() {
        Flags permanent = folder.getPermanentFlags();
        return permanent == null || permanent.contains(Flags.Flag.USER) || permanent.contains(STORED);
    }

    private boolean isFlagged(Flags flags) {
        return keepsKeywords() ? flags.contains(STORED) : flags.contains(Flags.Flag.SEEN);
    }

    /** How many messages the folder has now. */
    int count() throws MessagingException {
        return folder.getMessageCount();
    }

    /** Whether the server can tell of news by itself. */
    boolean tellsNews() throws MessagingException {
        return Boolean.TRUE.equals(folder.doCommand(protocol -> protocol.hasCapability("IDLE")));
    }

    /**
     * Waits until the server tells of something (IDLE, RFC 2177) or the connection's time for an answer is up.
     *
     * @param looked how many messages the folder had at the last look; if there are more as the server begins to listen,
     *     there is nothing to wait for
     */
    void awaitNews(int looked) throws MessagingException {
        folder.doCommand(protocol -> {
            Idle.untilNews(protocol, looked);
            return null;
        });
    }

    private <T> List<T> fetch(Collection<Long> uids, String what, Function<FetchResponse, T> reading)
            throws MessagingException {
        return command("UID FETCH", arguments(UidSet.of(uids) + " " + what), response -> {
            boolean ours = response instanceof FetchResponse fetched && fetched.getItem(UID.class) != null;
            return ours ? Optional.ofNullable(reading.apply((FetchResponse) response)) : Optional.empty();
        });
    }

    private static long uid(FetchResponse response) {
        return response.getItem(UID.class).uid;
    }

    private static Optional<IMAPResponse> search(Response response) {
        return response instanceof IMAPResponse imap && imap.keyEquals("SEARCH") ? Optional.of(imap) : Optional.empty();
    }

    private static Argument arguments(String text) {
        Argument argument = new Argument();
        argument.writeAtom(text);
        return argument;
    }

    /** Sends a command and gives what {@code reading} makes of the answers; the others go the library's usual way. */
    private <T> List<T> command(String command, Argument arguments, Function<Response, Optional<T>> reading)
            throws MessagingException {
        List<T> results = new ArrayList<>();
        folder.doCommand(protocol -> {
            Response[] responses = protocol.command(command, arguments);
            for (int i = 0; i < responses.length - 1; i++) {
                Optional<T> result = reading.apply(responses[i]);
                if (result.isPresent()) {
                    results.add(result.get());
                    responses[i] = null;
                }
            }
            protocol.notifyResponseHandlers(responses);
            protocol.handleResult(responses[responses.length - 1]);
            return null;
        });
        return results;
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException gone) {
            log.debug("The mail server was gone before we could sign off", gone);
        }
    }
}
