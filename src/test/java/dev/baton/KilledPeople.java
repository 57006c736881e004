package dev.baton;

import dev.baton.testkit.Correspondent;
import dev.baton.testkit.Correspondent.Letter;
import dev.baton.testkit.PostOffice;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/** Petra asks for flyers and completes each brief when she is asked to; Nadia answers the first tasks she gets. */
final class KilledPeople {

    private final PostOffice office;
    private final String intake;
    private final int answeredTasks;
    private final Correspondent petra;
    private final Correspondent nadia;
    private final Set<String> written = new HashSet<>();
    private final Set<String> came = new HashSet<>();
    private final Queue<Letter> unanswered = new ArrayDeque<>();
    private final Set<String> decided = new HashSet<>();
    private int asked;
    private int completed;
    private int repeats;

    KilledPeople(PostOffice office, String intake, int answeredTasks) {
        this.office = office;
        this.intake = intake;
        this.answeredTasks = answeredTasks;
        petra = person("petra@customer.example");
        nadia = person("nadia@example.com");
    }

    private Correspondent person(String address) {
        office.server().setUser(address, address, address);
        return Correspondent.of(address, office.smtpPort(), office.imapPort());
    }

    /** Asks for something, without saying what it is about. */
    void ask() {
        asked++;
        written.add(petra.writes("requests+flyer@example.com", "Flyer " + asked, ""));
    }

    /** Answers one mail that came, if there is one; otherwise reads what came. */
    void answerOne() {
        if (unanswered.isEmpty()) {
            read(petra);
            read(nadia);
        } else {
            answer(unanswered.remove());
        }
    }

    private void answer(Letter letter) {
        if (letter.leadsTo("/brief/")) {
            completed++;
            written.add(petra.answers(letter, "What is it about?: Topic " + completed));
        } else if (letter.leadsTo("/t/") && decided.size() < answeredTasks && decided.add(letter.answerTo())) {
            written.add(nadia.answers(letter, "Done"));
        }
    }

    /** A mail may be sent again after a crash; its Message-ID then tells. */
    private void read(Correspondent person) {
        if (office.count(person.address()) > person.readSoFar()) {
            for (Letter letter : person.readsOn()) {
                if (came.add(letter.messageId())) {
                    unanswered.add(letter);
                } else {
                    repeats++;
                }
            }
        }
    }

    /** What can be seen from outside of Baton's work: mails that it marked on the server, and mails from it. */
    int signs() {
        return office.read(intake) + office.count(petra.address()) + office.count(nadia.address()) - repeats;
    }

    /**
     * How many signs are to come: every mail is marked; a request is acknowledged, a complete brief as well, and makes a
     * task; a decision is recorded, and the request delivered.
     */
    int signsToCome() {
        return written.size() + asked + 2 * completed + 2 * decided.size() - signs();
    }

    int asked() {
        return asked;
    }

    int repeats() {
        return repeats;
    }

    /** The Message-IDs of all that they wrote. */
    Set<String> written() {
        return written;
    }

    /** The Message-IDs of all that they read. */
    Set<String> came() {
        return came;
    }

    boolean haveReadAll() {
        return unanswered.isEmpty()
                && List.of(petra, nadia).stream()
                        .allMatch(person -> office.count(person.address()) == person.readSoFar());
    }
}
