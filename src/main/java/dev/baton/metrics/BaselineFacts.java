package dev.baton.metrics;

import dev.baton.shared.RequestRef;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Imported event logs as a source: a case is a request, what was done in it are tasks. They tell nothing of mails. */
@Component
class BaselineFacts implements FactSource {

    private final BaselineCases cases;

    BaselineFacts(BaselineCases cases) {
        this.cases = cases;
    }

    @Override
    public void read(Question question, Consumer<Work> each) {
        long from = question.passed().from().toEpochMilli();
        long to = question.passed().to().toEpochMilli() + 1;
        long asOf = question.asOf().toEpochMilli();
        for (StoredRequest request :
                cases.of(Objects.requireNonNull(question.baseline()).id())) {
            if (request.matters(from, to, asOf)) {
                each.accept(request.work(asOf));
            }
        }
    }

    @Override
    public MailLoad mails(Question question) {
        return new MailLoad(0, 0);
    }

    @Override
    public Map<RequestRef, List<OpenRequest.Holdup>> holdups(Question question) {
        return Map.of();
    }
}
