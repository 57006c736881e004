package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Every question that is asked about a mail to find out what it means, in this order; the first answer counts. What a mail
 * is about is told by four keys, the surest first: our signed answer address, the Message-IDs it answers, the reference in
 * its subject, and the status link in what it quotes.
 */
@Component
class Questions {

    private final List<Question> inOrder;
    private final WhichWorkflow last;

    Questions(
            FromNobody fromNobody,
            ForgedSender forgedSender,
            TooMany tooMany,
            AnswersATask answersATask,
            AnswersADigest answersADigest,
            AnswersARequest answersARequest,
            AnswersATaskMail answersATaskMail,
            ContinuesAThread continuesAThread,
            NamesARequest namesARequest,
            QuotesARequest quotesARequest,
            AnswersByHand answersByHand,
            WornAnswerAddress wornAnswerAddress,
            SaysNothing saysNothing,
            MayNotAsk mayNotAsk,
            GoesInCircles goesInCircles,
            WhichWorkflow whichWorkflow) {
        inOrder = List.of(
                fromNobody,
                forgedSender,
                tooMany,
                answersATask,
                answersADigest,
                answersARequest,
                answersATaskMail,
                continuesAThread,
                namesARequest,
                quotesARequest,
                answersByHand,
                wornAnswerAddress,
                saysNothing,
                mayNotAsk,
                goesInCircles);
        last = whichWorkflow;
    }

    /**
     * What a mail means, and by what sign that was known.
     *
     * @param sign of the question that counted
     */
    record Found(String sign, Meaning meaning) {}

    Found meaningOf(ReceivedMail mail) {
        return inOrder.stream()
                .flatMap(question -> question.ask(mail).map(meaning -> new Found(question.sign(), meaning)).stream())
                .findFirst()
                .orElseGet(() -> new Found(last.sign(mail), last.meaningOf(mail)));
    }
}
