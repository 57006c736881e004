package dev.baton.web;

import dev.baton.outbox.Outbox;
import dev.baton.outbox.OutgoingMail;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Rows;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.web.authentication.ott.GenerateOneTimeTokenRequestResolver;
import org.springframework.security.web.authentication.ott.OneTimeTokenGenerationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Mails a link that signs in once. Whoever is not among the people, or has unused links enough already, gets none and
 * reads the same answer, so that nobody learns who works here and nobody's mailbox is filled by others.
 */
@Component
class SignInLinks implements GenerateOneTimeTokenRequestResolver, OneTimeTokenGenerationSuccessHandler {

    static final Duration GOOD_FOR = Duration.ofMinutes(15);
    static final int LINKS_AT_ONCE = 3;
    static final String SENT = "/sign-in/sent";

    /**
     * What the mail says.
     *
     * @param url the link
     * @param validFor how long it works, such as "15 minutes"
     */
    record SignInMail(String url, String validFor) {}

    private final People people;
    private final Outbox outbox;
    private final BatonProperties baton;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final MessageSource messages;
    private final Clock clock;

    SignInLinks(
            People people,
            Outbox outbox,
            BatonProperties baton,
            JdbcClient jdbc,
            TransactionOperations transaction,
            MessageSource messages,
            Clock clock) {
        this.people = people;
        this.outbox = outbox;
        this.baton = baton;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.messages = messages;
        this.clock = clock;
    }

    /** What to make a link for; null, and so no link, for strangers and for those who have enough. */
    @Override
    public @Nullable GenerateOneTimeTokenRequest resolve(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("address"))
                .flatMap(EmailAddress::parse)
                .flatMap(people::find)
                .filter(person -> person.has(Role.PARTICIPANT))
                .map(Person::address)
                .filter(this::mayHaveAnother)
                .map(address -> new GenerateOneTimeTokenRequest(address.value(), GOOD_FOR))
                .orElse(null);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, OneTimeToken token)
            throws IOException {
        EmailAddress address = EmailAddress.of(token.getUsername());
        String url = baton.link("/sign-in/link?token=" + token.getTokenValue()).toString();
        String validFor = messages.getMessage("web.sign-in.valid", new Object[] {GOOD_FOR.toMinutes()}, Locale.ENGLISH);
        transaction.executeWithoutResult(
                status -> outbox.enqueue(OutgoingMail.to(address, "sign-in", new SignInMail(url, validFor))));
        response.sendRedirect(request.getContextPath() + SENT);
    }

    private boolean mayHaveAnother(EmailAddress address) {
        int unused = jdbc.sql("select count(*) from one_time_tokens where username = ? and expires_at > ?")
                .param(address.value())
                .param(Rows.at(clock.instant()))
                .query(Integer.class)
                .single();
        return unused < LINKS_AT_ONCE;
    }
}
