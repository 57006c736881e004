package dev.baton.inbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;

/** Hears of missing mails, as intake does. */
class Alarms {

    final List<MailsMissing> heard = new CopyOnWriteArrayList<>();

    @EventListener
    void hear(MailsMissing missing) {
        heard.add(missing);
    }
}
