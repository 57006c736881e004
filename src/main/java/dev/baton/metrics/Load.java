package dev.baton.metrics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;

/** What the numbers cost people: no measure is read without it. */
final class Load {

    private Load() {}

    /** Mails about requests, for each week and person that got any; weeks begin on Monday in the question's zone. */
    static Measure mailsPerPersonAndWeek(Facts facts, Question question) {
        long personWeeks = facts.mails().stream()
                .map(mail -> Map.entry(mail.to(), week(mail, question)))
                .distinct()
                .count();
        return Measure.perUnit(1, facts.mails().size(), personWeeks);
    }

    private static LocalDate week(Facts.Mail mail, Question question) {
        return LocalDate.ofInstant(mail.at(), question.zone()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Decisions, messages, blockers and moved dates, for each request that ended in the period. */
    static Measure touchesPerRequest(Facts facts, Question question) {
        List<RequestFact> ended = facts.requests().stream()
                .filter(request ->
                        request.endedAt() != null && question.passed().has(request.endedAt()))
                .toList();
        long touches = ended.stream()
                .mapToLong(request -> facts.touches().getOrDefault(request.ref(), 0L))
                .sum();
        return Measure.perUnit(1, touches, ended.size());
    }
}
