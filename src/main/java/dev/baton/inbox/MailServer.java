package dev.baton.inbox;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The IMAP server as the properties name it: opens the mailbox, and can hang up at once. */
final class MailServer {

    private static final Logger log = LoggerFactory.getLogger(MailServer.class);
    private static final int CONNECT_MILLIS = 20_000;

    private final InboxProperties properties;
    private final OpenSockets sockets = new OpenSockets();

    MailServer(InboxProperties properties) {
        this.properties = properties;
    }

    /** Signs in and opens the folder for reading and flagging. */
    OpenMailbox open() throws MessagingException {
        String protocol = properties.protocol();
        IMAPStore store = (IMAPStore) Session.getInstance(settings(protocol)).getStore(protocol);
        try {
            store.connect(
                    properties.host(),
                    properties.port() == 0 ? -1 : properties.port(),
                    properties.username(),
                    properties.password());
            IMAPFolder folder = (IMAPFolder) store.getFolder(properties.folder());
            folder.open(Folder.READ_WRITE);
            return new OpenMailbox(store, folder, properties.mailbox());
        } catch (MessagingException | RuntimeException failure) {
            hangUp();
            throw failure;
        }
    }

    /** Cuts the connection without a word, whatever it waits for. */
    void hangUp() {
        sockets.closeAll();
    }

    /** Certificates and host names are checked; a wait for an answer ends when the next look at the mailbox is due. */
    private Properties settings(String protocol) {
        Properties settings = new Properties();
        String prefix = "mail." + protocol + ".";
        settings.put(prefix + "connectiontimeout", String.valueOf(CONNECT_MILLIS));
        settings.put(prefix + "timeout", String.valueOf(properties.patience().toMillis()));
        settings.put(prefix + "writetimeout", String.valueOf(CONNECT_MILLIS));
        settings.put(prefix + "ssl.checkserveridentity", "true");
        settings.put(prefix + "starttls.enable", "true");
        settings.put(prefix + "socketFactory", sockets);
        return settings;
    }

    /** Hands out plain sockets, which the mail library wraps into TLS itself, and remembers them. */
    private static final class OpenSockets extends SocketFactory {

        private final Set<Socket> open = ConcurrentHashMap.newKeySet();

        void closeAll() {
            for (Socket socket : open) {
                try {
                    socket.close();
                } catch (IOException alreadyGone) {
                    log.debug("A connection to the mail server was gone already", alreadyGone);
                }
            }
            open.clear();
        }

        @Override
        public Socket createSocket() {
            open.removeIf(Socket::isClosed);
            Socket socket = new Socket();
            open.add(socket);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return connected(new Socket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return connected(new Socket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return connected(new Socket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return connected(new Socket(host, port, local, localPort));
        }

        private Socket connected(Socket socket) {
            open.add(socket);
            return socket;
        }
    }
}
