package dev.baton.metrics;

import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything a question's answer is made of: what had happened by its moment, in the workflows it is about.
 *
 * @param lastTold when the requester of an open request last got a mail about it
 * @param statusQuestions messages within the period in which a requester asks how a request stands
 * @param mails those about requests within the period
 * @param questionMails mails that asked a requester something, by request
 * @param holdups what holds open requests up
 * @param touches how often people did something with a request, by request
 */
record Facts(
        List<RequestFact> requests,
        List<TaskFact> tasks,
        Map<RequestRef, Instant> lastTold,
        List<StatusQuestion> statusQuestions,
        List<Mail> mails,
        Map<RequestRef, Long> questionMails,
        Map<RequestRef, List<OpenRequest.Holdup>> holdups,
        Map<RequestRef, Long> touches) {

    /** A requester asks how a request stands. */
    record StatusQuestion(RequestFact request, Instant at) {}

    /**
     * A mail to somebody about a request.
     *
     * @param to who got it; only to tell persons apart
     */
    record Mail(String to, Instant at) {}

    /** How many of the requests that were open in the period are example data. */
    long madeUpIn(Period period) {
        return requests.stream()
                .filter(request -> request.madeUp() && request.wasOpenIn(period))
                .count();
    }
}
