package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every question that is asked about a mail to find out what it means, in this order; the first answer counts. */
@Component
class Questions {

    private final List<Question> inOrder;
    private final WhichWorkflow last;

    Questions(
            FromNobody fromNobody,
            ForgedSender forgedSender,
            TooMany tooMany,
            AnswersATask answersATask,
            AnswersARequest answersARequest,
            ContinuesAThread continuesAThread,
            NamesARequest namesARequest,
            WornAnswerAddress wornAnswerAddress,
            SaysNothing saysNothing,
            MayNotAsk mayNotAsk,
            WhichWorkflow whichWorkflow) {
        inOrder = List.of(
                fromNobody,
                forgedSender,
                tooMany,
                answersATask,
                answersARequest,
                continuesAThread,
                namesARequest,
                wornAnswerAddress,
                saysNothing,
                mayNotAsk);
        last = whichWorkflow;
    }

    Meaning meaningOf(ReceivedMail mail) {
        return inOrder.stream()
                .flatMap(question -> question.ask(mail).stream())
                .findFirst()
                .orElseGet(() -> last.meaningOf(mail));
    }
}
