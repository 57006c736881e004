package dev.baton.outbox;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.Retried;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Decides, once a postman has claimed mails and before it calls the mail server, which of them go now and which wait for
 * their readers. A person's row in {@code outbox_day} is locked meanwhile, so two nodes cannot both spend the last mail of
 * a day; a mail that was let through is never asked about again, however often it has to be tried.
 */
@Component
class Gate {

    private final Readers readers;
    private final QuietRows quiet;
    private final HeldRows held;
    private final QuietProperties usual;
    private final Retried retried;
    private final Clock clock;

    Gate(Readers readers, QuietRows quiet, HeldRows held, QuietProperties usual, Retried retried, Clock clock) {
        this.readers = readers;
        this.quiet = quiet;
        this.held = held;
        this.usual = usual;
        this.retried = retried;
        this.clock = clock;
    }

    /** Those of the mails claimed until then that go now, in their order. */
    List<QueuedMail> passing(List<QueuedMail> claimed, Instant claim) {
        Map<EmailAddress, List<QueuedMail>> asking = claimed.stream()
                .filter(mail -> mail.admittedAt() == null)
                .collect(Collectors.groupingBy(mail -> readers.main(mail.to())));
        if (asking.isEmpty()) {
            return claimed;
        }
        List<Long> staying = retried.run(() -> staying(asking, claim));
        return claimed.stream().filter(mail -> !staying.contains(mail.id())).toList();
    }

    private List<Long> staying(Map<EmailAddress, List<QueuedMail>> asking, Instant claim) {
        Instant now = clock.instant();
        List<Long> going = new ArrayList<>();
        List<Long> staying = new ArrayList<>();
        readers.of(asking.keySet()).forEach((address, reader) -> {
            LocalDate day = reader.day(now);
            List<QueuedMail> mails = asking.getOrDefault(address, List.of());
            int before = quiet.spent(address, day);
            int spent = before;
            for (QueuedMail mail : mails) {
                Admission admission = Admission.of(mail, reader, spent, usual.budget(), now);
                if (admission.goes()) {
                    going.add(mail.id());
                    spent += mail.counts() ? 1 : 0;
                } else {
                    admission.settle(mail, claim, held);
                    staying.add(mail.id());
                }
            }
            if (spent > before) {
                quiet.spent(address, day, spent);
            }
        });
        held.admit(going, claim);
        return staying;
    }
}
