package dev.baton.intake;

import dev.baton.inbox.Disposition;
import dev.baton.inbox.ReceivedMail;
import dev.baton.models.Workflow;
import dev.baton.requests.Request;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.HandOver;
import org.jspecify.annotations.Nullable;

/** What a mail wants; each meaning knows what follows from it. */
sealed interface Meaning {

    /** Does what the mail wants and says what became of it. */
    Disposition follow(ReceivedMail mail, Consequences consequences);

    /**
     * Somebody asks for work.
     *
     * @param reason why it follows this workflow, for the ledger; null where the address says so
     * @param note the same for the sender, where it may surprise
     */
    record AsksForWork(
            Workflow workflow,
            @Nullable String reason,
            @Nullable String note) implements Meaning {
        @Override
        public Disposition follow(ReceivedMail mail, Consequences consequences) {
            return consequences.opening().open(mail, this);
        }
    }

    /** Somebody says something about a request. */
    record SpeaksAbout(Request request) implements Meaning {
        @Override
        public Disposition follow(ReceivedMail mail, Consequences consequences) {
            return consequences.joining().join(mail, request);
        }
    }

    /** The requester answers what the brief lacks. */
    record CompletesBrief(Request request) implements Meaning {
        @Override
        public Disposition follow(ReceivedMail mail, Consequences consequences) {
            return consequences.joining().complete(mail, request);
        }
    }

    /**
     * Somebody answers a task.
     *
     * @param toItsAddress whether it was sent to the task's secret address
     */
    record AnswersTask(HandOver handOver, boolean toItsAddress) implements Meaning {
        @Override
        public Disposition follow(ReceivedMail mail, Consequences consequences) {
            return consequences.answering().answer(mail, this);
        }
    }

    /** Somebody answers a mail about several things. */
    record AnswersDigest() implements Meaning {
        @Override
        public Disposition follow(ReceivedMail mail, Consequences consequences) {
            return consequences.asking().whichTask(mail);
        }
    }

    /** Somebody answers what one of us wrote by hand. */
    record AnswersByHand(HandAnswers.HandAnswer answer) implements Meaning {
        @Override
        public Disposition follow(ReceivedMail mail, Consequences consequences) {
            return consequences.handWritten().goesOn(mail, answer);
        }
    }

    /** It names a request that there is none of. */
    record NamesNothing(RequestRef ref) implements Meaning {
        @Override
        public Disposition follow(ReceivedMail mail, Consequences consequences) {
            return consequences.asking().whichRequest(mail, ref);
        }
    }

    /** Nothing is to be done. */
    record WantsNothing(String reason) implements Meaning {
        @Override
        public Disposition follow(ReceivedMail mail, Consequences consequences) {
            return new Disposition.Ignored(reason);
        }
    }

    /** Only a person can tell. */
    record NeedsAPerson(String reason) implements Meaning {
        @Override
        public Disposition follow(ReceivedMail mail, Consequences consequences) {
            return new Disposition.Quarantined(reason);
        }
    }
}
