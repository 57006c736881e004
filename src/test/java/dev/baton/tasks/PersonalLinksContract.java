package dev.baton.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.requests.IncomingMessage;
import dev.baton.requests.RequestLinks;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.OnPostgres;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A link with which somebody decides is shown to nobody else. */
abstract class PersonalLinksContract extends TasksTest {

    private static final Pattern PERSONAL = Pattern.compile("/t/[A-Za-z0-9_-]+\\.|\\+t\\.");

    @Autowired
    RequestLinks requestLinks;

    @Test
    void theStatusPageShowsNoLinkOfTheRequestersOwnTask() {
        RequestRef ref = asked("Spring flyer", Map.of("signer", PETRA.value())).ref();
        String link = links.url(held(ref, PETRA));
        assertThat(mailsTo(PETRA, ref))
                .anySatisfy(mail -> assertThat(mail.text()).contains(link));

        String page = statusPage(ref);

        assertThat(page).contains(mailTo(PETRA, ref).subject());
        assertThat(page).doesNotContainPattern(PERSONAL);
    }

    @Test
    void theStatusPageShowsNoLinkThatAnAnswerQuotes() {
        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);

        requests.join(ref, quoting(TOM, toTom), Set.of());

        String page = statusPage(ref);
        assertThat(page).contains("I ask a colleague", "On Monday Baton wrote");
        assertThat(page).doesNotContainPattern(PERSONAL);
        assertThat(mailTo(NADIA, ref).text()).contains("I ask a colleague").doesNotContainPattern(PERSONAL);
    }

    @Test
    void theNextTaskShowsItsOwnLinksOnly() {
        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);
        conversation.add(ref, quoting(TOM, toTom));

        tasks.decide(
                toTom,
                new Answer(
                        "changes", "Larger.", Map.of(), TOM, toTom.inPlaceOf(), "by mail", java.util.List.of(), true));

        HandOver toInes = held(ref, INES);
        assertThat(mailTo(INES, ref).text())
                .contains("I ask a colleague", links.url(toInes))
                .doesNotContain(links.url(toTom), links.answerTo(toTom).value());
        assertThat(visitor().opens(links.url(toInes)).body())
                .contains("I ask a colleague")
                .doesNotContain(links.path(toTom), links.answerTo(toTom).value());
    }

    private IncomingMessage quoting(EmailAddress from, HandOver handOver) {
        String quoted = "On Monday Baton wrote <" + links.answerTo(handOver) + ">\n> Approve: " + links.url(handOver);
        return new IncomingMessage(
                from, "", "I ask a colleague: " + links.url(handOver), quoted, clock.instant(), null, null);
    }

    private String statusPage(RequestRef ref) {
        return visitor().opens(requestLinks.status(ref)).body();
    }
}

class PersonalLinksOnH2Test extends PersonalLinksContract {}

@OnPostgres
class PersonalLinksOnPostgresTest extends PersonalLinksContract {}
