package dev.baton.intake.doctor;

import dev.baton.intake.doctor.Finding.Level;
import dev.baton.outbox.Trouble;
import dev.baton.people.Moments;
import dev.baton.people.People;
import java.time.Instant;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says findings in the sentences of {@code messages/doctor.properties}. */
@Component
class DoctorsWords {

    private final MessageSource messages;
    private final Moments moments;
    private final People people;

    DoctorsWords(MessageSource messages, Moments moments, People people) {
        this.messages = messages;
        this.moments = moments;
        this.people = people;
    }

    /** A finding that leaves nothing to do. */
    Finding fine(String topic, String name, Object... details) {
        return finding(Level.FINE, topic, name, details);
    }

    /** A finding whose sentence comes with an advice of the same name. */
    Finding watch(String topic, String name, Object... details) {
        return finding(Level.WATCH, topic, name, details);
    }

    Finding wrong(String topic, String name, Object... details) {
        return finding(Level.WRONG, topic, name, details);
    }

    Finding waiting(String topic, String name, Object... details) {
        return finding(Level.WAITING, topic, name, details);
    }

    /** The sentence {@code doctor.<name>}. */
    String sentence(String name, Object... details) {
        return messages.getMessage("doctor." + name, details, Locale.ENGLISH);
    }

    /** What stood in the way of a mail, as the outbox says it. */
    String trouble(Trouble trouble) {
        return messages.getMessage(trouble.kind().messageKey(), null, Locale.ENGLISH);
    }

    /** A day, in the organisation's zone. */
    String day(Instant moment) {
        return moments.day(moment, people.defaultCalendar().zone());
    }

    private Finding finding(Level level, String topic, String name, Object... details) {
        String key = "doctor." + topic + "." + name;
        boolean advises = level == Level.WATCH || level == Level.WRONG;
        String advice = advises ? messages.getMessage(key + ".advice", details, "", Locale.ENGLISH) : "";
        return new Finding(
                sentence("topic." + topic),
                level,
                messages.getMessage(key, details, Locale.ENGLISH),
                String.valueOf(advice));
    }
}
