package dev.baton.outbox;

import dev.baton.people.Person;
import java.util.List;

/** Whoever knows what waits for people, and so can say in one mail what many would have said. */
public interface DigestWriter {

    /**
     * Writes a person's digest, in the transaction that queues it.
     *
     * @param held the mails it stands for, oldest first; may be empty
     */
    Digest write(Person reader, List<QueuedMail> held);
}
