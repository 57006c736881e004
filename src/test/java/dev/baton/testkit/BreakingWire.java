package dev.baton.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A way to a server on this machine that can break, and that counts what the server says. */
public final class BreakingWire implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(BreakingWire.class);

    private final ServerSocket entrance;
    private final int server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicLong said = new AtomicLong();
    private volatile boolean broke;
    private final AtomicLong breaksAt = new AtomicLong(Long.MAX_VALUE);

    private BreakingWire(ServerSocket entrance, int server) {
        this.entrance = entrance;
        this.server = server;
    }

    /** A way to this port, at {@link #port()}. */
    public static BreakingWire to(int server) {
        try {
            BreakingWire wire = new BreakingWire(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), server);
            wire.inBackground(wire::connect);
            return wire;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** How many bytes the server has said. */
    public long said() {
        return said.get();
    }

    /** Every connection ends now; new ones may be made. */
    public void breaks() {
        open.forEach(BreakingWire::close);
        open.clear();
    }

    /** Whether it broke where it was {@linkplain #breaksAfter told} to. */
    public boolean brokeAsTold() {
        return broke;
    }

    /** The same once the server has said so many more bytes. */
    public void breaksAfter(long bytes) {
        breaksAt.set(said.get() + bytes);
    }

    private void connect() throws IOException {
        while (true) {
            Socket program = entrance.accept();
            Socket served = new Socket(InetAddress.getLoopbackAddress(), server);
            open.addAll(List.of(program, served));
            inBackground(() -> pass(program, served, false));
            inBackground(() -> pass(served, program, true));
        }
    }

    private void pass(Socket from, Socket to, boolean counted) throws IOException {
        byte[] some = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                out.write(some, 0, read);
                if (counted && said.addAndGet(read) >= breaksAt.get()) {
                    breaksAt.set(Long.MAX_VALUE);
                    broke = true;
                    breaks();
                }
            }
        }
    }

    private interface Work {
        void done() throws IOException;
    }

    private void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.done();
            } catch (IOException broken) {
                log.debug("The wire broke", broken);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        breaks();
    }
}
