package dev.baton.tasks;

import dev.baton.outbox.Pace;
import dev.baton.outbox.Quiet;
import dev.baton.people.Person;
import dev.baton.shared.BatonProperties;
import org.springframework.stereotype.Component;

/** What a digest says around its lists; the words are in {@code messages/tasks.properties}. */
@Component
class DigestWords {

    private final TaskWords words;
    private final Quiet quiet;
    private final BatonProperties baton;

    DigestWords(TaskWords words, Quiet quiet, BatonProperties baton) {
        this.words = words;
        this.quiet = quiet;
        this.baton = baton;
    }

    String title(int waiting, int news) {
        return waiting == 0
                ? words.text("tasks.digest.title.news", news)
                : words.text("tasks.digest.title.waiting", waiting);
    }

    /**
     * @param late how many of what waits were due before
     * @param today how many are due today
     */
    String sentence(int waiting, int late, int today, int news) {
        if (waiting == 0) {
            return words.text("tasks.digest.news", news);
        }
        if (waiting == 1 && late + today == 1) {
            return words.text(late == 1 ? "tasks.digest.waiting.one-late" : "tasks.digest.waiting.one-today");
        }
        return words.text("tasks.digest.waiting", waiting, today, late);
    }

    /** Why this came as one mail. */
    String why(Person reader) {
        return quiet.of(reader.address()).pace() == Pace.DIGEST
                ? words.text("tasks.digest.why.chosen")
                : words.text("tasks.digest.why.budget");
    }

    String workUrl() {
        return baton.link("/my").toString();
    }
}
