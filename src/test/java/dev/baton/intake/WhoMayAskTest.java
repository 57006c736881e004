package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerState;
import dev.baton.requests.NewRequest;
import dev.baton.shared.EmailAddress;
import dev.baton.testkit.TestMail;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may ask for work, and how often; what is over it waits in quarantine. */
class WhoMayAskTest extends StrictIntakeTest {

    @Autowired
    dev.baton.models.Workflows workflows;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    dev.baton.people.People people;

    @Autowired
    dev.baton.inbox.SenderProofs proofs;

    @Autowired
    dev.baton.shared.BatonProperties baton;

    private static TestMail from(String sender) {
        return TestMail.from(sender).about("A poster").saying("We need one.");
    }

    @Test
    void firstMailsOfStrangersWaitUntilTheirSenderIsKnown() {
        LedgerEntry first = arrives(from("zoe@unknown.example"));
        EmailAddress zoe = EmailAddress.of("zoe@unknown.example");
        transaction.executeWithoutResult(
                status -> requests.open(NewRequest.of(workflows.defaultWorkflow(), "A poster", zoe, "Zoe")
                        .with(Map.of(), List.of())));

        assertThat(first.state()).isEqualTo(LedgerState.QUARANTINED);
        assertThat(first.reason()).contains("Nobody here knows zoe@unknown.example");
        assertThat(arrives(from("zoe@unknown.example")).state()).isEqualTo(LedgerState.OPENED);
        assertThat(arrives(from("tom@example.com")).state()).as("one of ours").isEqualTo(LedgerState.OPENED);
    }

    @Test
    void theFourthMailWithinTheHourWaits() {
        for (int mail = 1; mail <= 3; mail++) {
            assertThat(arrives(from("tom@example.com")).state()).isEqualTo(LedgerState.OPENED);
        }

        LedgerEntry fourth = arrives(from("tom@example.com"));

        assertThat(fourth.state()).isEqualTo(LedgerState.QUARANTINED);
        assertThat(fourth.reason()).contains("3");
        anHourLater();
        assertThat(arrives(from("tom@example.com")).state()).isEqualTo(LedgerState.OPENED);
    }

    @Test
    void domainsThatMayAskAreTheOnlyOnes() {
        IntakeProperties properties =
                new IntakeProperties(Set.of(" Customer.Example "), IntakeProperties.UnknownSenders.QUARANTINE, 0);

        assertThat(properties.welcomes(EmailAddress.of("petra@customer.example")))
                .isTrue();
        assertThat(properties.welcomes(EmailAddress.of("petra@sub.customer.example")))
                .isFalse();
        assertThat(properties.welcomes(EmailAddress.of("eve@notcustomer.example")))
                .isFalse();
        assertThat(properties.welcomesStrangers()).as("of these domains").isTrue();
    }

    private static TestMail forwardOf(String author) {
        return TestMail.from("Tom Weber <tom@example.com>")
                .about("Fwd: A poster")
                .saying("Please.\n\n---------- Forwarded message ---------\nFrom: " + author
                        + "\nDate: Mon, 2 Mar 2026\nSubject: A poster\nTo: Tom\n\nWe need one.");
    }

    @Test
    void aForwardMakesItsAuthorTheRequesterOnlyWhereItsSenderIsProven() {
        TestMail forward = forwardOf("Clara <clara@customer.example>");

        assertThat(opened(forward).requester()).isEqualTo(EmailAddress.of("tom@example.com"));
        assertThat(opened(forward.with(RESULTS, provenFor("example.com")).with("Message-ID", "<proven@example.com>"))
                        .requester())
                .isEqualTo(EmailAddress.of("clara@customer.example"));
    }

    @Test
    void aForwardOfSomebodyWhoMayNotAskStaysTheForwarders() {
        Forwarding forwarding = new Forwarding(
                people,
                new IntakeProperties(Set.of("customer.example"), IntakeProperties.UnknownSenders.ACCEPT, 0),
                proofs,
                baton);

        assertThat(forwarding.mayAsk(EmailAddress.of("clara@customer.example"))).isTrue();
        assertThat(forwarding.mayAsk(EmailAddress.of("ines@example.com"))).isTrue();
        assertThat(forwarding.mayAsk(EmailAddress.of("eve@elsewhere.example"))).isFalse();
        assertThat(forwarding.mayAsk(baton.address())).isFalse();
    }
}
