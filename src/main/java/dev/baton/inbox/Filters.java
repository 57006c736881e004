package dev.baton.inbox;

import dev.baton.shared.BatonProperties;
import dev.baton.shared.Signatures;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Every question that is asked about a mail before anybody is told of it, in this order; the first answer counts. */
@Component
class Filters {

    private final List<Filter> inOrder;

    Filters(BatonProperties baton, Signatures signatures, ApplicationEventPublisher events) {
        inOrder = List.of(
                new FromTheDoctor(signatures, events),
                new OnlyHeadersKept(),
                new Unreadable(),
                new SecondCopy(),
                new OwnMail(),
                new ReadReceipts(),
                new SpamReports(),
                new DeliveryReports(),
                new Challenges(),
                new AutoReplies(baton.address()),
                new Lists(baton.address()),
                new OtherMachines(baton.address()),
                new SpoofedSender(baton.address()));
    }

    Optional<Verdict> judge(ReceivedMail mail) {
        return inOrder.stream().flatMap(filter -> filter.judge(mail).stream()).findFirst();
    }
}
