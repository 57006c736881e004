package dev.baton.outbox;

import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.shared.EmailAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Puts together what is known of those who get mail from us. */
@Component
class Readers {

    private final People people;
    private final QuietRows rows;

    Readers(People people, QuietRows rows) {
        this.people = people;
        this.rows = rows;
    }

    /** The one address under which everything about a person stands. */
    EmailAddress main(EmailAddress address) {
        return people.personOrStranger(address).address();
    }

    Reader of(EmailAddress address) {
        EmailAddress main = main(address);
        return reader(main, rows.of(List.of(main)));
    }

    /** By main address, in its order. */
    Map<EmailAddress, Reader> of(Collection<EmailAddress> addresses) {
        Map<EmailAddress, QuietSettings> settings = rows.of(addresses);
        Map<EmailAddress, Reader> readers = new TreeMap<>(Comparator.comparing(EmailAddress::value));
        addresses.forEach(address -> readers.put(address, reader(address, settings)));
        return readers;
    }

    private Reader reader(EmailAddress main, Map<EmailAddress, QuietSettings> settings) {
        Person person = people.personOrStranger(main);
        return new Reader(person, people.calendarOf(main), settings.getOrDefault(main, QuietSettings.USUAL));
    }
}
