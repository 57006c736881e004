package dev.baton.tasks;

import dev.baton.people.Person;
import dev.baton.requests.Request;
import dev.baton.requests.RequestReaders;
import org.springframework.stereotype.Component;

/** What a mail about one request calls another one. */
@Component
class NamedRequests {

    private final RequestReaders readers;
    private final TaskWords words;

    NamedRequests(RequestReaders readers, TaskWords words) {
        this.readers = readers;
        this.words = words;
    }

    /** The reference, and for whoever may read it the title too. */
    String named(Request other, Person reader) {
        return mayRead(other, reader)
                ? words.text("tasks.other-request", other.ref().toString(), other.title())
                : other.ref().toString();
    }

    boolean mayRead(Request other, Person reader) {
        return readers.mayRead(other, reader);
    }
}
