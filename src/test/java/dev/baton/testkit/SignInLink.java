package dev.baton.testkit;

import dev.baton.outbox.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The link with which somebody signs in, from where it waits for them. */
public final class SignInLink {

    private SignInLink() {}

    /** In the mail that was queued last. */
    public static String newestIn(Outbox outbox) {
        return outbox.list(null, null, 1)
                .items()
                .get(0)
                .text()
                .replaceAll("(?s).*?(http://\\S*/sign-in/link\\S*).*", "$1");
    }

    /** The newest that this person asked for and has not used. */
    public static String of(String address, JdbcClient jdbc) {
        return "/sign-in/link?token="
                + jdbc.sql("select token_value from one_time_tokens where username = ? order by expires_at desc")
                        .param(address)
                        .query(String.class)
                        .list()
                        .get(0);
    }
}
