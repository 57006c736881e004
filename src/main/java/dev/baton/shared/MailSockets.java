package dev.baton.shared;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sockets that a connection to a mail server goes over: remembers them, so that it can hang up at once. */
public final class MailSockets {

    private static final Logger log = LoggerFactory.getLogger(MailSockets.class);

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final SSLSocketFactory trusting;

    /**
     * @param trusting makes sockets that trust whom we trust; null for the certificate authorities of this Java
     */
    public MailSockets(@Nullable SSLSocketFactory trusting) {
        this.trusting = trusting == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : trusting;
    }

    /** For connections that begin without encryption. */
    public SocketFactory plain() {
        return new Plain();
    }

    /** For connections that are encrypted from the beginning, or from STARTTLS on. */
    public SSLSocketFactory encrypted() {
        return new Encrypted();
    }

    /** Cuts every connection without a word, whatever it waits for. */
    public void closeAll() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException alreadyGone) {
                log.debug("A connection to the mail server was gone already", alreadyGone);
            }
        }
        open.clear();
    }

    /** The certificate that the server showed on a connection that is open now; nothing if none is encrypted. */
    public Optional<X509Certificate> certificate() {
        return open.stream()
                .filter(SSLSocket.class::isInstance)
                .map(SSLSocket.class::cast)
                .filter(socket -> !socket.isClosed())
                .flatMap(socket -> certificate(socket).stream())
                .findFirst();
    }

    private static Optional<X509Certificate> certificate(SSLSocket socket) {
        try {
            return socket.getSession().getPeerCertificates()[0] instanceof X509Certificate shown
                    ? Optional.of(shown)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }

    private Socket remember(Socket socket) {
        open.removeIf(Socket::isClosed);
        open.add(socket);
        return socket;
    }

    private final class Plain extends SocketFactory {

        @Override
        public Socket createSocket() {
            return remember(new Socket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return remember(new Socket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return remember(new Socket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return remember(new Socket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return remember(new Socket(host, port, local, localPort));
        }
    }

    private final class Encrypted extends SSLSocketFactory {

        @Override
        public String[] getDefaultCipherSuites() {
            return trusting.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return trusting.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket() throws IOException {
            return remember(trusting.createSocket());
        }

        @Override
        public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
            return remember(trusting.createSocket(plain, host, port, autoClose));
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return remember(trusting.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return remember(trusting.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return remember(trusting.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return remember(trusting.createSocket(host, port, local, localPort));
        }
    }
}
