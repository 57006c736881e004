package dev.baton.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that answers by the address: what GreenMail cannot be made to say. */
final class PickyMailServer {

    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final Map<String, Runnable> meanwhile = new ConcurrentHashMap<>();

    PickyMailServer() {
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException("No free port", none);
        }
        Thread thread = new Thread(this::serve, "picky-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How often somebody called. */
    int connections() {
        return connections.get();
    }

    /** Whose mails it took. */
    List<String> taken() {
        return taken;
    }

    /** What happens while it takes the mail to this address. */
    void meanwhile(String address, Runnable act) {
        meanwhile.put(address, act);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                connections.incrementAndGet();
                talk(caller);
            } catch (IOException gone) {
                taken.add("connection lost: " + gone.getMessage());
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        say(caller, "220 picky");
        String to = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("RCPT")) {
                to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                say(caller, answerTo(to));
            } else if (command.equals("DATA")) {
                say(caller, "354 go on");
                while (!".".equals(in.readLine())) {
                    continue;
                }
                if (to.startsWith("hangs-up")) {
                    return;
                }
                meanwhile.getOrDefault(to, () -> {}).run();
                taken.add(to);
                say(caller, to.startsWith("renamed") ? "250 Ok 0107018f2a3b4c5d-6e7f8a9b-000000" : "250 taken");
            } else if (command.equals("QUIT")) {
                say(caller, "221 bye");
                return;
            } else {
                say(caller, "250 ok");
            }
        }
    }

    private static String answerTo(String address) {
        return switch (address.substring(0, address.indexOf('@'))) {
            case "nobody" -> "550 5.1.1 No such user here";
            case "full" -> "452 4.2.2 Mailbox full";
            case "busy" -> "421 4.3.2 Come back later";
            case "locked" -> "530 5.7.0 Sign in first";
            default -> "250 ok";
        };
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        caller.getOutputStream().flush();
    }
}
