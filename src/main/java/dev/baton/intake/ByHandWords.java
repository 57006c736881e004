package dev.baton.intake;

import dev.baton.people.People;
import dev.baton.shared.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the ledger says what somebody made of a mail by hand, and why something cannot be made of it. */
@Component
class ByHandWords {

    private final People people;
    private final Words words;

    ByHandWords(People people, Words words) {
        this.people = people;
        this.words = words;
    }

    /** What somebody did, as the reason of the entry. */
    String sentence(String name, EmailAddress by, Object... details) {
        Object[] all = new Object[details.length + 1];
        all[0] = people.personOrStranger(by).name();
        System.arraycopy(details, 0, all, 1, details.length);
        return words.sentence("by-hand." + name, all);
    }

    Corrected.Refused refused(String name, @Nullable Object... details) {
        return new Corrected.Refused(words.sentence("refused." + name, details));
    }
}
