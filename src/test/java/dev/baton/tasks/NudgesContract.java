package dev.baton.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import dev.baton.outbox.MailState;
import dev.baton.outbox.QueuedMail;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.OnPostgres;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reminders and escalations, with the clock in hand. Tom's flyer is due on Wednesday 4 March at 17:00 in Berlin. */
abstract class NudgesContract extends TasksTest {

    @Autowired
    Nudges nudges;

    @Autowired
    NotNow notNow;

    @Autowired
    ManualScheduler scheduler;

    @Autowired
    RecurringTask<Void> taskNudges;

    @AfterEach
    void leaveNothingOpen() {
        tasks.open(TaskFilter.ALL, null, 200).items().stream()
                .map(Task::request)
                .distinct()
                .forEach(ref -> requests.close(ref, NADIA, "The test is over."));
    }

    @Test
    void theJobRemindsAWorkingDayBeforeAndOnTheDay() {
        RequestRef ref = asked("Spring flyer").ref();

        at("2026-03-03T07:59:00Z");
        assertThat(reminders(ref)).isEmpty();
        at("2026-03-03T08:00:00Z");
        assertThat(reminders(ref)).hasSize(1);
        at("2026-03-03T12:00:00Z");
        assertThat(reminders(ref)).hasSize(1);
        at("2026-03-04T08:00:00Z");

        assertThat(reminders(ref)).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.subject()).isEqualTo("[" + ref + "] Due Wed 4 March: Sign off the flyer: Spring flyer");
            assertThat(mail.text()).contains("is due on Wednesday 4 March, 17:00 (Berlin), and Nadia waits");
            assertThat(mail.problem()).isNull();
        });
    }

    @Test
    void aScheduledJobDoesIt() {
        RequestRef ref = asked("Spring flyer").ref();
        clock.set(Instant.parse("2026-03-03T08:00:00Z"));
        scheduler.schedule(taskNudges.instance(RecurringTask.INSTANCE), clock.instant());

        scheduler.runAnyDueExecutions();

        assertThat(reminders(ref)).hasSize(1);
    }

    @Test
    void aWorkingDayAfterItTheOwnerIsToldAndCanAct() {
        RequestRef ref = asked("Spring flyer").ref();
        at("2026-03-04T16:00:00Z");
        at("2026-03-05T16:30:00Z");
        assertThat(escalations(ref)).isEmpty();
        at("2026-03-06T08:00:00Z");

        QueuedMail mail = escalations(ref).get(0);
        assertThat(mail.text()).contains("was due on Wed 4 March and is still with Tom Keller", "since Monday 2 March");
        assertThat(mail.problem()).isNull();
        HandOver toNadia = held(ref, NADIA);
        assertThat(mail.text()).contains(links.url(toNadia));
        assertThat(tasks.holders(toNadia.taskId())).extracting(HandOver::person).containsExactly(TOM);
        assertThat(press(toNadia, "approve", "").decided()).isTrue();
        assertThat(decisions.of(ref).get(0).forWhom()).isEqualTo(TOM);
    }

    @Test
    void theOwnerIsToldThreeTimesAndNotOnceMore() {
        RequestRef ref = asked("Spring flyer").ref();

        LocalDate day = LocalDate.of(2026, 3, 3);
        for (int i = 0; i < 30; i++) {
            at(day.plusDays(i) + "T11:00:00Z");
        }

        assertThat(escalations(ref))
                .extracting(mail -> mail.queuedAt().toString())
                .containsExactly("2026-03-06T11:00:00Z", "2026-03-10T11:00:00Z", "2026-03-12T11:00:00Z");
        assertThat(reminders(ref)).hasSize(2);
    }

    @Test
    void nobodyIsRemindedOutsideWorkingTime() {
        RequestRef ref = asked("Spring flyer").ref();

        at("2026-03-03T20:00:00Z");
        assertThat(reminders(ref)).isEmpty();
        at("2026-03-04T08:00:00Z");

        assertThat(reminders(ref)).hasSize(1);
    }

    @Test
    void theModelMaySayWhenToRemind() {
        RequestRef ref = asked("Spring flyer").ref();
        press(held(ref, TOM), "changes", "The price is wrong.");

        for (String moment : List.of("12:00", "15:00")) {
            at("2026-03-03T" + moment + ":00Z");
        }

        assertThat(mailsTo(INES, ref))
                .filteredOn(mail -> mail.template().equals("reminder"))
                .extracting(mail -> mail.queuedAt().toString())
                .containsExactly("2026-03-03T12:00:00Z", "2026-03-03T15:00:00Z");
    }

    @Test
    void aDecidedTaskIsNotRemindedOf() {
        RequestRef ref = asked("Spring flyer").ref();
        press(held(ref, TOM), "reject", "We have one.");

        at("2026-03-04T08:00:00Z");

        assertThat(reminders(ref)).isEmpty();
    }

    /** Maria is away this week and Ben stands in; who is there again answers their own mail, and Ben is left in peace. */
    @Test
    void aTaskDecidedByTheSubstituteIsNotRemindedOf() {
        RequestRef ref =
                asked("Contract", Map.of("signer", "maria@example.com")).ref();
        EmailAddress ben = EmailAddress.of("ben@example.com");
        press(held(ref, ben), "reject", "Not like this.");

        at("2026-03-04T09:00:00Z");

        assertThat(mailsTo(ben, ref)).extracting(QueuedMail::template).containsExactly("substitute");
        assertThat(mailsTo(EmailAddress.of("maria@example.com"), ref)).isEmpty();
    }

    @Test
    void aTaskThatOneOfTheTeamDidIsNobodysToBeRemindedOf() {
        RequestRef ref = asked("Spring flyer").ref();
        press(held(ref, TOM), "approve", "");
        tasks.decide(
                held(ref, LEA),
                new Answer("done", "", Map.of("copies", "100"), LEA, null, "pressed", List.of(), false));

        at("2026-03-03T09:00:00Z");
        at("2026-03-06T09:00:00Z");

        assertThat(mailsTo(INES, ref)).extracting(QueuedMail::template).containsExactly("task");
        assertThat(mailsTo(LEA, ref)).extracting(QueuedMail::template).containsExactly("task");
        assertThat(escalations(ref)).isEmpty();
    }

    @Test
    void aVoteThatIsNotNeededAnyMoreIsNotRemindedOf() {
        RequestRef ref = votedOn("Summer flyer");
        press(vote(ref, INES), "reject", "Too loud.");

        at("2026-03-03T08:00:00Z");
        at("2026-03-04T08:00:00Z");

        assertThat(mailsTo(LEA, ref)).extracting(QueuedMail::template).containsExactly("vote-please");
        assertThat(mailsTo(LEA, ref)).extracting(QueuedMail::state).containsExactly(MailState.DROPPED);
    }

    @Test
    void aClosedRequestRemindsNobody() {
        RequestRef ref = asked("Spring flyer").ref();
        requests.close(ref, NADIA, "Not this year.");

        at("2026-03-04T08:00:00Z");

        assertThat(reminders(ref)).isEmpty();
    }

    @Test
    void aReminderThatWaitsForItsTurnIsTakenBackWhenSomebodyActs() {
        RequestRef ref = asked("Spring flyer").ref();
        at("2026-03-03T08:00:00Z");
        assertThat(reminders(ref)).extracting(QueuedMail::state).containsExactly(MailState.QUEUED);

        press(held(ref, TOM), "approve", "");

        assertThat(mailsTo(TOM, ref)).extracting(QueuedMail::state).containsOnly(MailState.DROPPED);
    }

    @Test
    void aMovedPromiseMovesItsReminders() {
        RequestRef ref = asked("Spring flyer").ref();
        notNow.needUntil(held(ref, TOM), LocalDate.of(2026, 3, 12), null, "The price is not settled.");

        at("2026-03-04T08:00:00Z");
        assertThat(reminders(ref)).isEmpty();
        at("2026-03-11T08:00:00Z");

        assertThat(reminders(ref)).hasSize(1);
    }

    @Test
    void afterAHandOverTheNewPersonIsReminded() {
        RequestRef ref = asked("Spring flyer").ref();
        notNow.handOver(held(ref, TOM), "ines@example.com", "");

        at("2026-03-03T08:00:00Z");

        assertThat(reminders(ref)).isEmpty();
        assertThat(mailTo(INES, ref).template()).isEqualTo("reminder");
    }

    @Test
    void twoNodesRemindOnce() throws Exception {
        List<RequestRef> refs =
                List.of(asked("One").ref(), asked("Two").ref(), asked("Three").ref());
        clock.set(Instant.parse("2026-03-03T08:00:00Z"));
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        Callable<Integer> node = () -> {
            List<String> due = nudges.due();
            due.forEach(nudges::tell);
            return due.size();
        };
        for (var done : nodes.invokeAll(List.of(node, node))) {
            done.get();
        }
        nodes.shutdown();

        assertThat(refs).allSatisfy(ref -> assertThat(reminders(ref)).hasSize(1));
    }

    private void at(String moment) {
        clock.set(Instant.parse(moment));
        nudges.due().forEach(nudges::tell);
    }

    private List<QueuedMail> reminders(RequestRef ref) {
        return mailsTo(TOM, ref).stream()
                .filter(mail -> mail.template().equals("reminder"))
                .toList();
    }

    private List<QueuedMail> escalations(RequestRef ref) {
        return mailsTo(NADIA, ref).stream()
                .filter(mail -> mail.template().equals("escalation"))
                .toList();
    }
}

class NudgesOnH2Test extends NudgesContract {}

@OnPostgres
class NudgesOnPostgresTest extends NudgesContract {}
