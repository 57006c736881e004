package dev.baton.metrics;

import dev.baton.shared.RequestRef;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the answer to a question is counted from: live work, the engine's history, or a log of somebody else's. */
interface FactSource {

    /** Tells of each request that can matter to the question, one after the other: there may be very many. */
    void read(Question question, Consumer<Work> each);

    /** Tells of those only that were open at the question's moment. */
    default void readOpen(Question question, Consumer<Work> each) {
        read(question, work -> {
            if (work.request().isOpen()) {
                each.accept(work);
            }
        });
    }

    /** Tells of all requests of a campaign that were opened by the question's moment, whenever that was. */
    default void readCampaign(Question question, String campaign, Consumer<Work> each) {
        read(question, work -> {
            if (campaign.equals(work.request().campaign())) {
                each.accept(work);
            }
        });
    }

    /** In which hours the requests' teams worked; null where that is not known. */
    default WorkingDays.@Nullable TeamHours hours() {
        return null;
    }

    /** What people got by mail in the part of the period that has passed. */
    MailLoad mails(Question question);

    /** What holds open requests up. */
    Map<RequestRef, List<OpenRequest.Holdup>> holdups(Question question);

    /**
     * How many mails people got.
     *
     * @param mails a digest is one, however many requests it tells of
     * @param personWeeks weeks of persons who got any; weeks begin on Monday in the question's zone
     */
    record MailLoad(long mails, long personWeeks) {}
}
