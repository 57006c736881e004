package dev.baton.benchmark;

import dev.baton.testkit.Dovecot;
import dev.baton.testkit.PostOffice;
import dev.baton.testkit.TestMail;
import dev.baton.testkit.Visitor;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Mails of 10 KB are fetched from an IMAP mailbox into the ledger, in lots, beside a loop that only downloads as many. Baton
 * stands still (SIGSTOP) while a lot is put into the mailbox; the time runs from its next breath until the last mail is in
 * the ledger. Nobody works through the mails meanwhile. The first lot is not counted on either side.
 */
record FetchedMails(Settings settings) {

    private static final String INTAKE = "requests@example.com";
    private static final PostOffice OFFICE = PostOffice.opened();
    private static final String LINE = "We would like to see the new pictures before they go to the printer.\r\n";
    private static final int LINES = 140;

    void run(String kind) {
        List<String> bare = bare();
        double[] baton = baton(Store.empty(kind));
        for (int lot = 1; lot < Rates.LOTS; lot++) {
            double[] beside = Arrays.stream(bare.get(lot).split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            System.out.printf(
                    Locale.ROOT,
                    "fetching %-8s lot %d, %d mails: Baton %.1f/s; bare download %.1f/s (ratio %.2f; at least 0.50), message by message %.1f/s (%.2f), into files %.1f/s (%.2f)%n",
                    kind,
                    lot + 1,
                    settings.fetched(),
                    baton[lot],
                    beside[0],
                    baton[lot] / beside[0],
                    beside[1],
                    baton[lot] / beside[1],
                    beside[2],
                    baton[lot] / beside[2]);
        }
    }

    /** Each lot waits in a server of its own, since a server that handed a mail over once is quicker the next time. */
    private List<String> bare() {
        List<Dovecot> servers = IntStream.range(0, Rates.LOTS)
                .mapToObj(lot -> Dovecot.opened(INTAKE))
                .toList();
        try {
            for (int lot = 0; lot < Rates.LOTS; lot++) {
                write(servers.get(lot), lot);
            }
            String ports = servers.stream()
                    .map(server -> String.valueOf(server.port()))
                    .collect(Collectors.joining(","));
            return Forked.run(
                    BareFetch.class,
                    List.of(INTAKE, ports, Scratch.file("mails").toString()));
        } finally {
            servers.forEach(Dovecot::close);
        }
    }

    private double[] baton(Store store) {
        double[] rates = new double[Rates.LOTS];
        try (Dovecot dovecot = Dovecot.opened(INTAKE);
                Forked baton = Forked.application("dev.baton.BatonApplication", properties(store, dovecot))
                        .up()) {
            for (int lot = 0; lot < Rates.LOTS; lot++) {
                int number = lot;
                baton.pausedWhile(() -> write(dovecot, number));
                long start = System.nanoTime();
                awaitEntry(baton.visitor(), (lot + 1) * settings.fetched());
                rates[lot] = settings.fetched() / ((System.nanoTime() - start) / 1e9);
            }
        }
        return rates;
    }

    private static Map<String, String> properties(Store store, Dovecot dovecot) {
        Map<String, String> properties = new LinkedHashMap<>(store.properties());
        properties.put("spring.main.banner-mode", "off");
        properties.put("baton.inbox.host", "127.0.0.1");
        properties.put("baton.inbox.port", String.valueOf(dovecot.port()));
        properties.put("baton.inbox.username", INTAKE);
        properties.put("baton.inbox.password", INTAKE);
        properties.put("baton.inbox.workers", "0");
        properties.put("baton.models", "src/test/resources/models/flyer");
        properties.put("baton.api.tokens.bench", "bench");
        // Health is UP with a mail server only; nothing is sent to this one.
        properties.put("spring.mail.host", "127.0.0.1");
        properties.put("spring.mail.port", String.valueOf(OFFICE.smtpPort()));
        return properties;
    }

    private void write(Dovecot dovecot, int lot) {
        for (int mail = 0; mail < settings.fetched(); mail++) {
            dovecot.delivers(TestMail.from("person" + mail % 100 + "@customer.example")
                    .to(INTAKE)
                    .about("Mail " + mail + " of lot " + lot)
                    .saying("Mail " + mail + " of lot " + lot + "\r\n" + LINE.repeat(LINES))
                    .raw());
        }
    }

    private static void awaitEntry(Visitor visitor, int mails) {
        while (!visitor.calls("/api/inbound?size=1", "bench").body().contains("{\"id\":" + mails + ",")) {
            Pace.pause(Duration.ofMillis(50));
        }
    }
}
