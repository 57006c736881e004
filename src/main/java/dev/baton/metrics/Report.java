package dev.baton.metrics;

import org.jspecify.annotations.Nullable;

/**
 * The five measures and what they cost, for one question. Lengths are seconds.
 *
 * @param madeUp how many of the requests open in the period are example data that nobody asked for
 * @param reliability tasks done by their first promise, of those whose first promise fell due in the period
 * @param coverage tasks with a promise, of all that reached people in the period; the others are in no other number
 * @param withdrawn tasks taken away by their date, of all whose first promise fell due; they are not counted otherwise
 * @param slipRate tasks whose first promise was moved later, of those whose first promise fell due
 * @param reviewTime from the first time somebody was asked to approve to the last decision, all rounds
 * @param firstResponse from then to the first decision
 * @param reviewRounds rounds so far for each review that somebody has decided in
 * @param cycleTime from opening to the end, of requests opened in the period
 * @param intakeClarity requests whose requester was never asked for more, of those opened in the period
 * @param clarificationMails mails that asked for more, for each request opened
 * @param visibility open requests whose requester got a mail about it within seven days
 * @param statusQuestions messages that ask how a request stands, for every hundred promised requests; found by a short
 *     list of phrases
 * @param mailsPerPersonAndWeek mails about requests, for each week and person that got any
 * @param touchesPerRequest decisions, messages, blockers and moved dates, for each request that ended in the period
 * @param handOversPerRequest how often work came to somebody else than had it before, for each request that ended
 * @param workingTime the lengths once more, in the hours in which the request's team worked; null where the source does
 *     not tell of any
 */
public record Report(
        long madeUp,
        Measure reliability,
        Measure coverage,
        Measure withdrawn,
        LateRate lateRate,
        Measure slipRate,
        Lasting reviewTime,
        Lasting firstResponse,
        Measure reviewRounds,
        Lasting cycleTime,
        Measure intakeClarity,
        Measure clarificationMails,
        Measure visibility,
        Measure statusQuestions,
        Measure mailsPerPersonAndWeek,
        Measure touchesPerRequest,
        Measure handOversPerRequest,
        @Nullable WorkingTimes workingTime) {}
