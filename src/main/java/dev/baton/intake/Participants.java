package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.requests.Request;
import dev.baton.shared.EmailAddress;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Tasks;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who takes part in a request: who asked for it, who answers for it, who has one of its tasks, and our own people. */
@Component
class Participants {

    private final People people;
    private final Tasks tasks;

    Participants(People people, Tasks tasks) {
        this.people = people;
        this.tasks = tasks;
    }

    boolean include(EmailAddress sender, Request request) {
        return people.find(sender).isPresent()
                || isRequester(sender, request)
                || doers(request).contains(main(sender));
    }

    /** Whoever has one of the request's open tasks in hand. */
    Set<EmailAddress> doers(Request request) {
        return tasks.open(request.ref()).stream()
                .flatMap(task -> tasks.holders(task.id()).stream())
                .map(HandOver::person)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether one of our people sent it. */
    boolean isFromOurPeople(ReceivedMail mail) {
        return mail.sender().flatMap(people::find).isPresent();
    }

    /** What a mail of this sender about the request means: the requester of an incomplete brief answers it. */
    Meaning meaningFor(ReceivedMail mail, Request request) {
        boolean answersBrief =
                mail.sender().filter(sender -> answersBrief(sender, request)).isPresent();
        return answersBrief ? new Meaning.CompletesBrief(request) : new Meaning.SpeaksAbout(request);
    }

    /** Whether this sender is asked for the rest of the request's brief. */
    boolean answersBrief(EmailAddress sender, Request request) {
        return request.waitsForBrief() && isRequester(sender, request);
    }

    private boolean isRequester(EmailAddress sender, Request request) {
        return isSame(sender, request.requester());
    }

    /** Whether both are addresses of one person. */
    boolean isSame(EmailAddress one, EmailAddress other) {
        return main(one).equals(main(other));
    }

    private EmailAddress main(EmailAddress address) {
        return people.find(address).map(Person::address).orElseGet(address::untagged);
    }
}
