package dev.baton.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.OnPostgres;
import dev.baton.testkit.SettableClock;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;

/** Which mails wait for their readers, and what becomes of them. It is Monday 2 March 2026, 09:00 in Berlin. */
abstract class QuietContract extends OutboxTest {

    private static final Instant TUESDAY = Instant.parse("2026-03-03T08:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    Quiet quiet;

    @Autowired
    QuietLinks links;

    @Autowired
    DueDigests digests;

    @Autowired
    MailNumbers numbers;

    @Autowired
    RecurringTask<Void> outboxDigests;

    @Autowired
    OutboxHealthIndicator health;

    @BeforeEach
    void monday() {
        clock.set(SettableClock.START);
    }

    private QueuedMail said(String what) {
        return queue(news(what).about(LAUNCH_42));
    }

    private QueuedMail task(Instant due) {
        return queue(news("Approve")
                .about(LAUNCH_42)
                .answeredTo(EmailAddress.of("requests+t.abc@example.com"))
                .firstOfATask(due));
    }

    private QueuedMail queued(MailKind kind) {
        return queue(new OutgoingMail(
                NADIA, "no-such-template", Map.of(), LAUNCH_42, null, List.of(), List.of(), null, kind, null));
    }

    private MailState state(QueuedMail mail) {
        return now(mail).state();
    }

    private QueuedMail now(QueuedMail mail) {
        return outbox.find(mail.id()).orElseThrow();
    }

    private void choose(Pace pace) {
        quiet.choose(NADIA, new QuietSettings(pace, null));
    }

    private List<MimeMessage> delivered() {
        postman.deliverDue();
        return OFFICE.mailsTo(NADIA.value());
    }

    @Test
    void whatIsOverTheBudgetWaitsForTheNextWorkingDay() {
        quiet.choose(NADIA, new QuietSettings(Pace.AT_ONCE, 2));
        said("one");
        said("two");
        QueuedMail third = said("three");

        assertThat(delivered()).hasSize(2);
        assertThat(state(third)).isEqualTo(MailState.HELD);
        assertThat(now(third).dueAt()).isEqualTo(TUESDAY);
        clock.set(Instant.parse("2026-03-03T07:00:00Z"));
        said("a new day");
        assertThat(delivered()).hasSize(3);
    }

    @Test
    void whoeverChoseNothingHasTheUsualBudget() {
        for (int i = 0; i < 28; i++) {
            said("mail " + i);
        }

        assertThat(delivered()).hasSize(25);
        assertThat(outbox.list(MailState.HELD, null, 10).items()).hasSize(3);
    }

    @Test
    void whatSomebodyWaitsForThisMinuteNeverWaitsAndSpendsNothing() {
        quiet.choose(NADIA, new QuietSettings(Pace.DIGEST, 1));
        queued(MailKind.NOW);
        queued(MailKind.NOW);

        assertThat(delivered()).hasSize(2);
        quiet.choose(NADIA, new QuietSettings(Pace.AT_ONCE, 1));
        QueuedMail first = said("within");
        QueuedMail over = said("over");
        delivered();
        assertThat(state(first)).isEqualTo(MailState.SENT);
        assertThat(state(over)).isEqualTo(MailState.HELD);
    }

    @Test
    void aDigestIsOneMailOfTheDay() {
        quiet.choose(NADIA, new QuietSettings(Pace.AT_ONCE, 1));
        said("within");
        said("over");
        delivered();
        clock.set(TUESDAY);
        digests.make();
        QueuedMail third = said("after the digest");

        assertThat(delivered()).hasSize(2);
        assertThat(state(third)).isEqualTo(MailState.HELD);
    }

    @Test
    void whatBelongsToNoRequestNeverWaitsAndCounts() {
        quiet.choose(NADIA, new QuietSettings(Pace.AT_ONCE, 1));
        queue(news("about no request"));
        queue(news("nor this"));
        QueuedMail over = said("over");

        assertThat(delivered()).hasSize(2);
        assertThat(state(over)).isEqualTo(MailState.HELD);
    }

    @Test
    void theFirstMailOfATaskThatIsDueBeforeTheNextDigestNeverWaits() {
        choose(Pace.DIGEST);
        QueuedMail today = task(Instant.parse("2026-03-02T16:00:00Z"));
        QueuedMail passed = task(Instant.parse("2026-03-01T16:00:00Z"));
        QueuedMail justThen = task(TUESDAY);
        QueuedMail later = task(Instant.parse("2026-03-03T16:00:00Z"));
        QueuedMail undated = task(null);
        delivered();

        assertThat(List.of(state(today), state(passed), state(justThen))).containsOnly(MailState.SENT);
        assertThat(List.of(state(later), state(undated))).containsOnly(MailState.HELD);
    }

    @Test
    void mailWaitsForWorkingHoursWhereSomebodyWantsThatAndThenLeavesByItself() {
        choose(Pace.WORKING_HOURS);
        QueuedMail atWork = said("at work");
        assertThat(delivered()).hasSize(1);
        clock.set(Instant.parse("2026-03-06T19:00:00Z"));
        QueuedMail friday = said("on Friday evening");
        QueuedMail urgent = task(Instant.parse("2026-03-08T12:00:00Z"));

        assertThat(delivered()).hasSize(2);
        assertThat(state(atWork)).isEqualTo(MailState.SENT);
        assertThat(state(urgent)).isEqualTo(MailState.SENT);
        assertThat(state(friday)).isEqualTo(MailState.QUEUED);
        assertThat(now(friday).dueAt()).isEqualTo(Instant.parse("2026-03-09T08:00:00Z"));
        clock.set(Instant.parse("2026-03-09T08:00:00Z"));
        assertThat(delivered()).hasSize(3);
    }

    /** Ines is away from 21 December to 1 January; the 2nd is a Saturday. */
    @Test
    void aHolidayIsNoWorkingTime() {
        EmailAddress ines = EmailAddress.of("ines@example.com");
        quiet.choose(ines, new QuietSettings(Pace.WORKING_HOURS, null));
        clock.set(Instant.parse("2026-12-22T10:00:00Z"));
        QueuedMail mail =
                queue(OutgoingMail.to(ines, "no-such-template", Map.of()).about(LAUNCH_42));
        postman.deliverDue();

        assertThat(now(mail).dueAt()).isEqualTo(Instant.parse("2027-01-04T08:00:00Z"));
        assertThat(quiet.nextDigest(ines)).isEqualTo(Instant.parse("2027-01-04T08:00:00Z"));
    }

    @Test
    void whoeverWantsOnlyWhatWaitsForThemGetsTasksAtOnceAndNothingElse() {
        quiet.choose(NADIA, new QuietSettings(Pace.ONLY_WAITING, 1));
        QueuedMail news = said("news");
        QueuedMail reminder = queued(MailKind.REMINDER);
        QueuedMail one = task(null);
        QueuedMail two = task(null);

        assertThat(delivered()).hasSize(2);
        assertThat(List.of(state(one), state(two))).containsOnly(MailState.SENT);
        assertThat(List.of(state(news), state(reminder))).containsOnly(MailState.DROPPED);
    }

    @Test
    void whatWaitedIsDecidedAnewWhenSomebodyChoosesAnew() {
        choose(Pace.DIGEST);
        QueuedMail news = said("news");
        QueuedMail task = task(null);
        assertThat(delivered()).isEmpty();

        quiet.unsubscribe(NADIA);
        assertThat(delivered()).hasSize(1);

        assertThat(state(task)).isEqualTo(MailState.SENT);
        assertThat(state(news)).isEqualTo(MailState.DROPPED);
    }

    @Test
    void anAliasIsTheSamePerson() {
        EmailAddress alias = EmailAddress.of("nadia.brandt@example.com");
        quiet.choose(alias, new QuietSettings(Pace.AT_ONCE, 1));
        said("to the one address");
        QueuedMail other =
                queue(OutgoingMail.to(alias, "no-such-template", Map.of()).about(LAUNCH_42));
        delivered();

        assertThat(state(other)).isEqualTo(MailState.HELD);
        assertThat(quiet.of(NADIA).budget()).isEqualTo(1);
        assertThat(links.of(links.path(alias).substring("/q/".length()))).contains(NADIA);
    }

    @Test
    void aMailThatWasLetThroughIsNotAskedAboutAgain() {
        quiet.choose(NADIA, new QuietSettings(Pace.AT_ONCE, 1));
        QueuedMail mail = said("tried twice");
        OFFICE.close();
        delivered();
        OFFICE.open();
        choose(Pace.DIGEST);
        clock.jump(Duration.ofMinutes(5));

        assertThat(delivered()).hasSize(1);
        assertThat(state(mail)).isEqualTo(MailState.SENT);
    }

    @Test
    void twoNodesSpendABudgetOnce() throws Exception {
        for (int i = 0; i < 40; i++) {
            said("mail " + i);
        }

        atOnce(() -> {
            postman.deliverDue();
            return null;
        });
        postman.deliverDue();

        assertThat(OFFICE.mails()).hasSize(25);
        assertThat(outbox.list(MailState.HELD, null, 50).items()).hasSize(15);
    }

    private static void atOnce(Callable<Void> node) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        for (Future<Void> done : nodes.invokeAll(List.of(node, node))) {
            done.get();
        }
        nodes.shutdown();
    }

    @Test
    void whatIsNotNeededAnyMoreIsNotSent() {
        choose(Pace.DIGEST);
        QueuedMail held = task(null);
        delivered();
        QueuedMail queued = task(TUESDAY);
        QueuedMail sending = task(TUESDAY);
        jdbc.sql("update outbox_mail set claimed_until = ? where id = ?")
                .params(clock.instant().plusSeconds(60).atOffset(java.time.ZoneOffset.UTC), sending.id())
                .update();
        QueuedMail other = said("something else");

        outbox.notNeeded(LAUNCH_42, List.of(held.replyTo()));

        assertThat(List.of(state(held), state(queued), state(sending))).containsOnly(MailState.DROPPED);
        assertThat(state(other)).isEqualTo(MailState.QUEUED);
    }

    @Test
    void anAdminCanSendWhatIsHeld() {
        choose(Pace.DIGEST);
        QueuedMail held = said("not that urgent");
        delivered();

        outbox.retry(held.id());

        assertThat(delivered()).hasSize(1);
    }

    @Test
    void aDigestTellsOnceWhatWasHeldAndCanBeUnsubscribed() throws Exception {
        choose(Pace.DIGEST);
        QueuedMail first = said("The copy is ready");
        QueuedMail second = queue(news("The page is live").about(RequestRef.of("PAGE-7")));
        delivered();
        digests.make();
        assertThat(delivered()).isEmpty();

        clock.set(TUESDAY);
        digests.make();
        digests.make();

        MimeMessage digest = delivered().get(0);
        assertThat(OFFICE.mails()).hasSize(1);
        assertThat(digest.getSubject()).isEqualTo("News of what you asked for or take part in");
        assertThat(digest.getHeader("List-Unsubscribe")).containsExactly("<" + links.unsubscribe(NADIA) + ">");
        assertThat(digest.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(List.of(state(first), state(second))).containsOnly(MailState.DIGESTED);
        QueuedMail mail = outbox.byMessageId(digest.getMessageID()).orElseThrow();
        assertThat(mail.problem()).isNull();
        assertThat(mail.text()).contains("The copy is ready", "The page is live", "LAUNCH-42", "PAGE-7");
        assertThat(links.isAnswerOf(NADIA, mail.replyTo().tag().orElseThrow())).isTrue();
        assertThat(links.isAnswerOf(
                        EmailAddress.of("tom@example.com"), mail.replyTo().tag().orElseThrow()))
                .isFalse();
    }

    @Test
    void otherMailsCannotBeUnsubscribed() throws Exception {
        said("news");

        assertThat(delivered().get(0).getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void twoNodesMakeOneDigest() throws Exception {
        choose(Pace.DIGEST);
        said("news");
        delivered();
        clock.set(TUESDAY);

        atOnce(() -> {
            digests.make();
            return null;
        });

        assertThat(delivered()).hasSize(1);
    }

    @Test
    void theJobMakesIt() {
        quiet.choose(NADIA, new QuietSettings(Pace.AT_ONCE, 1));
        said("one");
        said("two");
        delivered();
        clock.set(TUESDAY);
        scheduler.schedule(outboxDigests.instance(RecurringTask.INSTANCE), clock.instant());

        scheduler.runAnyDueExecutions();

        assertThat(delivered()).hasSize(2);
    }

    @Test
    void whereThereIsNothingToSayNoDigestGoes() {
        choose(Pace.DIGEST);
        clock.set(TUESDAY);

        digests.make();

        assertThat(delivered()).isEmpty();
    }

    @Test
    void aSecondDigestOfTheDayWaitsUntilTomorrow() {
        choose(Pace.DIGEST);
        said("on Monday");
        delivered();
        clock.set(TUESDAY);
        digests.make();
        QueuedMail late = said("on Tuesday");
        delivered();
        jdbc.sql("update outbox_mail set due_at = queued_at where id = ?")
                .param(late.id())
                .update();

        digests.make();

        assertThat(state(late)).isEqualTo(MailState.HELD);
        assertThat(now(late).dueAt()).isEqualTo(TUESDAY.plus(Duration.ofDays(1)));
    }

    @Test
    void theNumbersOfAWeekCountWhatReallyCame() {
        said("one");
        task(null);
        delivered();
        choose(Pace.DIGEST);
        said("held");
        said("held too");
        delivered();
        clock.set(TUESDAY);
        digests.make();
        delivered();
        queue(news("never sent").about(LAUNCH_42));

        LocalDate monday = numbers.thisWeek(BERLIN);
        assertThat(monday).isEqualTo(LocalDate.of(2026, 3, 2));
        PersonWeek nadias = new PersonWeek(Map.of(MailKind.NEWS, 1, MailKind.TASK, 1), 1, 2);
        assertThat(nadias.received()).isEqualTo(3);
        assertThat(numbers.of(NADIA, monday, BERLIN)).isEqualTo(nadias);
        assertThat(numbers.of(EmailAddress.of("nadia.brandt@example.com"), monday, BERLIN))
                .as("an alias is the same person")
                .isEqualTo(nadias);
        assertThat(numbers.of(EmailAddress.of("tom@example.com"), monday, BERLIN))
                .isEqualTo(PersonWeek.NONE);
        assertThat(numbers.ofAll(monday, BERLIN)).isEqualTo(new MailWeek(monday, 1, nadias, null));
        assertThat(numbers.ofAll(monday.minusWeeks(1), BERLIN).people()).isZero();
    }

    /** Monday 2 March begins in Auckland on Sunday at noon in Berlin. */
    @Test
    void aWeekBeginsWhereSomebodyIs() {
        clock.set(Instant.parse("2026-03-01T12:00:00Z"));
        said("on Sunday or Monday");
        delivered();

        LocalDate monday = LocalDate.of(2026, 3, 2);
        assertThat(numbers.ofAll(monday, ZoneId.of("Pacific/Auckland")).people())
                .isEqualTo(1);
        assertThat(numbers.ofAll(monday, BERLIN).people()).isZero();
        assertThat(numbers.ofAll(monday.minusWeeks(1), BERLIN).people()).isEqualTo(1);
    }

    @Test
    void theSpreadOverPeopleNamesNobody() {
        for (int person = 1; person <= 6; person++) {
            for (int mail = 0; mail < person * person; mail++) {
                queue(OutgoingMail.to(EmailAddress.of("p" + person + "@example.com"), "no-such-template", Map.of()));
            }
        }
        postman.deliverDue();

        MailWeek week = numbers.ofAll(numbers.thisWeek(BERLIN), BERLIN);

        assertThat(week.people()).isEqualTo(6);
        assertThat(week.all().received()).isEqualTo(1 + 4 + 9 + 16 + 25 + 36);
        assertThat(week.perPerson()).isEqualTo(new MailWeek.Spread(9, 36, 36));
    }

    @Test
    void aDigestThatCannotBeMadeIsTriedAgainAndHealthTells() {
        choose(Pace.DIGEST);
        QueuedMail mail = said("news");
        delivered();
        jdbc.sql("update outbox_mail set kind = 'odd' where id = ?")
                .param(mail.id())
                .update();
        clock.set(TUESDAY);
        digests.make();
        assertThat(health.health().getStatus().getCode()).isEqualTo("ALARM");
        assertThat(health.health().getDetails()).containsEntry("digestsFailed", 1);

        jdbc.sql("update outbox_mail set kind = 'news' where id = ?")
                .param(mail.id())
                .update();
        digests.make();
        assertThat(delivered()).as("not at once").isEmpty();
        clock.jump(Duration.ofHours(1));
        digests.make();

        assertThat(delivered()).hasSize(1);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aDigestThatWasMissedDoesNotComeOnADayOff() {
        choose(Pace.DIGEST);
        clock.set(Instant.parse("2026-03-05T12:00:00Z"));
        said("on Thursday");
        delivered();
        clock.set(Instant.parse("2026-03-07T10:00:00Z"));
        digests.make();
        assertThat(delivered()).as("on Saturday").isEmpty();

        clock.set(Instant.parse("2026-03-09T08:00:00Z"));
        digests.make();

        assertThat(delivered()).hasSize(1);
    }
}

class QuietOnH2Test extends QuietContract {}

@OnPostgres
class QuietOnPostgresTest extends QuietContract {}
