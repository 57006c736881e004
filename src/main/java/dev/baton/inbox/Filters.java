package dev.baton.inbox;

import dev.baton.shared.BatonProperties;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Every question that is asked about a mail before anybody is told of it, in this order; the first answer counts. */
@Component
class Filters {

    private final List<Filter> inOrder;

    Filters(BatonProperties baton) {
        inOrder = List.of(
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
