package dev.baton.benchmark;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * Only downloads what is in a mailbox, three times over: over one connection and a thousand messages for each command, as
 * Baton does, and keeps nothing; then message by message, as mail libraries do by themselves; then as at first, but with each
 * message in a file of its own that is on disk before the next (fsync). Prints for each mailbox how many messages a second
 * those were. The clock runs from when the mailbox is open.
 */
final class BareFetch {

    private static final int BATCH = 1_000;

    private BareFetch() {}

    /** What becomes of a message. */
    private interface Keeping {

        Keeping NONE = (uid, content) -> {};

        void keep(long uid, byte[] content) throws IOException;
    }

    /** @param arguments user and ports of IMAP servers on this machine, the password is the user; a folder for files */
    public static void main(String[] arguments) throws MessagingException, IOException {
        for (String port : arguments[1].split(",")) {
            Path folder = Files.createDirectories(Path.of(arguments[2], port));
            System.out.printf(
                    Locale.ROOT,
                    "%.1f %.1f %.1f%n",
                    rate(port, arguments[0], BATCH, Keeping.NONE),
                    rate(port, arguments[0], 1, Keeping.NONE),
                    rate(port, arguments[0], BATCH, (uid, content) -> write(folder.resolve(uid + ".eml"), content)));
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
    }

    private static double rate(String port, String user, int batch, Keeping keeping)
            throws MessagingException, IOException {
        Properties properties = new Properties();
        properties.put("mail.imap.port", port);
        try (IMAPStore store = (IMAPStore) Session.getInstance(properties).getStore("imap")) {
            store.connect("127.0.0.1", user, user);
            IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            long start = System.nanoTime();
            List<Long> uids = uids(inbox);
            for (int first = 0; first < uids.size(); first += batch) {
                int last = Math.min(first + batch, uids.size()) - 1;
                for (Message message : download(inbox, uids.get(first), uids.get(last))) {
                    keeping.keep(message.uid, message.content);
                }
            }
            return uids.size() / ((System.nanoTime() - start) / 1e9);
        }
    }

    private record Message(long uid, byte[] content) {}

    private static List<Long> uids(IMAPFolder inbox) throws MessagingException {
        List<Long> uids = new ArrayList<>();
        inbox.doCommand(protocol -> {
            for (Response response : protocol.command("UID SEARCH", arguments("UID 1:*"))) {
                if (response instanceof IMAPResponse found && found.keyEquals("SEARCH")) {
                    for (String uid = found.readAtomString(); uid != null; uid = found.readAtomString()) {
                        uids.add(Long.parseLong(uid));
                    }
                }
            }
            return null;
        });
        return uids;
    }

    @SuppressWarnings("unchecked")
    private static List<Message> download(IMAPFolder inbox, long first, long last) throws MessagingException {
        return (List<Message>) inbox.doCommand(protocol -> {
            List<Message> messages = new ArrayList<>();
            for (Response response :
                    protocol.command("UID FETCH", arguments(first + ":" + last + " (UID BODY.PEEK[])"))) {
                if (response instanceof FetchResponse fetched && fetched.getItem(BODY.class) != null) {
                    byte[] content = fetched.getItem(BODY.class).getByteArray().getNewBytes();
                    messages.add(new Message(fetched.getItem(UID.class).uid, content));
                }
            }
            return messages;
        });
    }

    private static Argument arguments(String text) {
        Argument argument = new Argument();
        argument.writeAtom(text);
        return argument;
    }
}
