package dev.baton.intake.web;

import dev.baton.inbox.LedgerLine;
import dev.baton.intake.Shortened;
import dev.baton.people.Moments;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of the ledger, ready to be read. */
@Component
class LedgerLines {

    private static final int LONGEST_REASON = 200;

    /** One row; subject and reason are cut where they are long. */
    record Line(
            LedgerLine mail,
            @Nullable String subject,
            @Nullable String reason,
            String received) {}

    private final Moments moments;

    LedgerLines(Moments moments) {
        this.moments = moments;
    }

    List<Line> of(List<LedgerLine> mails, ZoneId zone) {
        return mails.stream().map(mail -> line(mail, zone)).toList();
    }

    private Line line(LedgerLine mail, ZoneId zone) {
        String subject = mail.subject();
        String reason = mail.reason();
        return new Line(
                mail,
                subject == null || subject.isBlank() ? null : Shortened.text(subject, Shortened.LINE),
                reason == null ? null : Shortened.text(reason, LONGEST_REASON),
                moments.full(mail.receivedAt(), zone));
    }
}
