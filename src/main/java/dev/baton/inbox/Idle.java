package dev.baton.inbox;

import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.iap.ResponseHandler;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** Listening to a server that tells of new mail by itself (IDLE, RFC 2177). */
final class Idle {

    private Idle() {}

    /** Returns when the server told of something, or the connection's time for an answer is up. */
    static void untilNews(IMAPProtocol protocol, int looked) throws ProtocolException {
        boolean ending = startedWithNews(protocol, looked);
        if (ending) {
            protocol.idleAbort();
        }
        for (Response response = protocol.readIdleResponse();
                response != null && !isEnd(protocol, response, ending);
                response = protocol.readIdleResponse()) {
            if (!ending) {
                protocol.idleAbort();
                ending = true;
            }
        }
    }

    /** Servers tell what came since the last command before they say that they listen; the library keeps that to itself. */
    private static boolean startedWithNews(IMAPProtocol protocol, int looked) throws ProtocolException {
        AtomicBoolean news = new AtomicBoolean();
        ResponseHandler noticing = response -> {
            if (response instanceof IMAPResponse told && told.keyEquals("EXISTS") && told.getNumber() > looked) {
                news.set(true);
            }
        };
        protocol.addResponseHandler(noticing);
        try {
            protocol.idleStart();
        } finally {
            protocol.removeResponseHandler(noticing);
        }
        return news.get();
    }

    /** Silence is what we wait for, once; the server must answer when we say that we are done. */
    private static boolean isEnd(IMAPProtocol protocol, Response response, boolean ending) throws ProtocolException {
        boolean silence = response.isBYE()
                && response.isSynthetic()
                && response.getException() instanceof SocketTimeoutException timeout
                && timeout.bytesTransferred == 0;
        return (!silence || ending) && !protocol.processIdleResponse(response);
    }
}
