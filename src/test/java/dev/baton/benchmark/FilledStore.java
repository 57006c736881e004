package dev.baton.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills a database with requests that run, all of whose mails count as sent. */
final class FilledStore {

    private FilledStore() {}

    /** @param arguments number of requests, then the database's properties */
    public static void main(String[] arguments) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        try (ConfigurableApplicationContext baton =
                ManyRequests.baton(Arrays.copyOfRange(arguments, 1, arguments.length))) {
            new ManyRequests(baton).fill(1, Integer.parseInt(arguments[0]));
            baton.getBean(JdbcClient.class)
                    .sql("update outbox_mail set state = 'sent', sent_at = queued_at where state in ('queued', 'held')")
                    .update();
        }
        System.exit(0);
    }

    static Store with(int requests, String kind) {
        Store store = Store.empty(kind);
        List<String> arguments = new ArrayList<>(List.of(String.valueOf(requests)));
        store.properties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        Forked.run(FilledStore.class, arguments);
        return store;
    }
}
