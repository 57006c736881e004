package dev.baton.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.outbox.DueDigests;
import dev.baton.outbox.MailState;
import dev.baton.outbox.Pace;
import dev.baton.outbox.Postman;
import dev.baton.outbox.QueuedMail;
import dev.baton.outbox.Quiet;
import dev.baton.outbox.QuietSettings;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.Request;
import dev.baton.requests.RequestLinks;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import dev.baton.testkit.OnPostgres;
import dev.baton.testkit.Visitor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tom reads one mail a day. His flyers, asked for on Monday, are due on Wednesday 4 March at 17:00 in Berlin. */
@ExtendWith(OutputCaptureExtension.class)
abstract class DigestContract extends TasksTest {

    private static final Instant TUESDAY = Instant.parse("2026-03-03T08:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-03-04T08:00:00Z");
    private static final Instant THURSDAY = Instant.parse("2026-03-05T08:00:00Z");

    @Autowired
    Quiet quiet;

    @Autowired
    DueDigests digests;

    @Autowired
    Postman postman;

    @Autowired
    Nudges nudges;

    @Autowired
    NotNow notNow;

    @Autowired
    RequestLinks requestLinks;

    @Autowired
    @Qualifier("outboxHealthIndicator")
    HealthIndicator health;

    @Autowired
    JdbcClient jdbc;

    /** What other tests left is nobody's work and nobody's mail. */
    @BeforeEach
    void tomReadsOneMailADay() {
        closeAll();
        jdbc.sql("update outbox_mail set state = 'sent', sent_at = queued_at where state <> 'sent'")
                .update();
        for (String table : List.of(
                "outbox_digest_trouble", "outbox_digest_about", "outbox_digest", "outbox_day", "outbox_quiet")) {
            jdbc.sql("delete from " + table).update();
        }
        clock.set(Instant.parse("2026-03-02T08:00:00Z"));
        quiet.choose(TOM, new QuietSettings(Pace.DIGEST, null));
    }

    @AfterEach
    void leaveNothingOpen() {
        closeAll();
        jdbc.sql("delete from outbox_quiet").update();
    }

    private void closeAll() {
        tasks.open(TaskFilter.ALL, null, 200).items().stream()
                .map(Task::request)
                .distinct()
                .forEach(ref -> requests.close(ref, NADIA, "The test is over."));
    }

    private Optional<QueuedMail> digestAt(Instant moment) {
        return digestAt(moment, TOM);
    }

    /** The postman comes by, then it is that moment. */
    private Optional<QueuedMail> digestAt(Instant moment, EmailAddress person) {
        postman.deliverDue();
        clock.set(moment);
        digests.make();
        return outbox.list(MailState.QUEUED, null, 50).items().stream()
                .filter(mail -> mail.template().equals("digest") && mail.to().equals(person))
                .findFirst();
    }

    @Test
    void severalApprovalsAreDecidedFromOneMailEachWithItsOwnLink() {
        Request spring = asked("Spring flyer");
        Request summer = asked("Summer flyer");

        QueuedMail digest = digestAt(TUESDAY).orElseThrow();

        assertThat(digest.problem()).isNull();
        assertThat(digest.subject()).isEqualTo("2 things wait for you");
        assertThat(digest.text())
                .startsWith(
                        "2 things wait for you.\n\nFor you to decide\n\n"
                                + "Sign off the flyer: Spring flyer, by Wed 4 March\n\nNadia asks you to sign off the flyer for")
                .doesNotContain("Due today", "News");
        HandOver first = held(spring.ref(), TOM);
        HandOver second = held(summer.ref(), TOM);
        assertThat(Jsoup.parse(digest.html()).select(".press a").eachAttr("href"))
                .containsExactly(
                        links.url(first, "approve"),
                        links.url(first, "changes"),
                        links.url(first, "reject"),
                        links.url(second, "approve"),
                        links.url(second, "changes"),
                        links.url(second, "reject"));
        assertThat(mailTo(TOM, spring.ref()).state()).isEqualTo(MailState.DIGESTED);
        Visitor tom = visitor();
        for (HandOver each : List.of(first, second)) {
            tom.presses("Approve", tom.opens(links.url(each, "approve")));
        }
        assertThat(decisions.of(spring.ref())).hasSize(1);
        assertThat(decisions.of(summer.ref())).hasSize(1);
    }

    @Test
    void whatSomebodyElseDecidedIsNotInIt() {
        RequestRef ref = asked("Spring flyer").ref();
        RequestRef other = asked("Summer flyer").ref();
        postman.deliverDue();
        HandOver toTom = held(ref, TOM);
        press(toTom, "approve", "");

        QueuedMail digest = digestAt(TUESDAY).orElseThrow();

        assertThat(mailsTo(TOM, ref)).extracting(QueuedMail::state).containsExactly(MailState.DROPPED);
        assertThat(digest.text()).contains("Summer flyer").doesNotContain("Spring flyer");
        assertThat(mailsTo(TOM, other)).extracting(QueuedMail::state).containsExactly(MailState.DIGESTED);
        assertThat(visitor().opens(requestLinks.status(ref)).body())
                .as("the conversation holds no mail that nobody got")
                .doesNotContain(mailTo(TOM, ref).subject());
    }

    @Test
    void whatIsWithdrawnIsNotNeededAndAnEmptyDigestIsNotSent() {
        RequestRef ref = asked("Spring flyer").ref();
        postman.deliverDue();
        requests.close(ref, NADIA, "Not this year.");

        assertThat(digestAt(TUESDAY)).isEmpty();
        assertThat(mailsTo(TOM, ref)).extracting(QueuedMail::state).containsExactly(MailState.DROPPED);
    }

    @Test
    void whatIsHandedOverIsInTheOthersMail() {
        RequestRef ref = asked("Spring flyer").ref();
        quiet.choose(INES, new QuietSettings(Pace.DIGEST, null));
        postman.deliverDue();
        notNow.handOver(held(ref, TOM), INES.value(), "");

        QueuedMail toInes = digestAt(TUESDAY, INES).orElseThrow();

        assertThat(toInes.text()).contains("Spring flyer", links.url(held(ref, INES)));
        assertThat(outbox.list(MailState.QUEUED, null, 50).items()).containsExactly(toInes);
    }

    @Test
    void whatWasWrittenToThemWithATaskIsInTheDigestWordForWord() {
        String words = "You know the paper.\n\n" + "Please look at each of the pictures, too. ".repeat(20) + "\n\nTom";
        RequestRef ref = asked("Spring flyer").ref();
        quiet.choose(INES, new QuietSettings(Pace.DIGEST, null));
        notNow.handOver(held(ref, TOM), INES.value(), words);

        QueuedMail toInes = digestAt(TUESDAY, INES).orElseThrow();

        assertThat(Jsoup.parse(toInes.html()).select("main .said").eachText()).hasSize(1);
        assertThat(Jsoup.parse(toInes.html()).selectFirst("main .said").wholeText())
                .isEqualTo(words);
        assertThat(toInes.text()).contains("Tom Keller wrote:", "> You know the paper.", "> Tom");
        assertThat(visitor().opens(links.url(held(ref, INES))).body())
                .contains("Tom Keller gave this to you and wrote", "You know the paper.");
    }

    @Test
    void aTaskThatCannotBeShownKeepsNothingElseBack() {
        RequestRef broken = asked("Odd flyer").ref();
        asked("Spring flyer");
        digestAt(TUESDAY);
        breaks(broken);
        asked("Summer flyer");

        QueuedMail digest = digestAt(WEDNESDAY).orElseThrow();

        assertThat(digest.problem()).isNull();
        assertThat(digest.text())
                .startsWith("3 things wait for you")
                .contains("Spring flyer", "Summer flyer", "One more task could not be shown here. Open your list: http")
                .doesNotContain("Odd flyer");
        assertThat(health.health().getDetails()).containsEntry("digestsIncomplete", 1);
        mended(broken);
        assertThat(digestAt(THURSDAY).orElseThrow().text()).contains("Odd flyer");
        assertThat(health.health().getDetails()).doesNotContainKey("digestsIncomplete");
    }

    @Test
    void whoCannotBeReadKeepsNobodyElsesBack(CapturedOutput log) {
        asked("Spring flyer");
        quiet.choose(INES, new QuietSettings(Pace.DIGEST, null));
        jdbc.sql("update outbox_quiet set budget = -1, next_digest_at = ? where address = ?")
                .params(Rows.at(clock.instant()), INES.value())
                .update();

        assertThat(digestAt(TUESDAY).orElseThrow().text()).contains("Spring flyer");

        assertThat(health.health().getDetails()).containsEntry("digestsFailed", 1);
        assertThat(log).contains("A digest could not be made").doesNotContain("A budget is 1 to");
    }

    @Test
    void aTaskThatCannotBeShownIsToldByTheMailThatWasHeld() {
        RequestRef broken = asked("Odd flyer").ref();
        postman.deliverDue();
        String link = links.url(held(broken, TOM), "approve");
        breaks(broken);

        QueuedMail digest = digestAt(TUESDAY).orElseThrow();

        assertThat(digest.text())
                .startsWith("One thing waits for you")
                .contains("asks you to sign off the flyer for “Odd flyer”", link)
                .doesNotContain("could not be shown");
        assertThat(mailTo(TOM, broken).state()).isEqualTo(MailState.DIGESTED);
        mended(broken);
    }

    /** Its workflow's version is not to be found, as after a database was put together by hand. */
    private void breaks(RequestRef ref) {
        jdbc.sql("update task set definition_id = 'x' || definition_id where ref = ?")
                .param(ref.toString())
                .update();
    }

    private void mended(RequestRef ref) {
        jdbc.sql("update task set definition_id = substring(definition_id from 2) where ref = ?")
                .param(ref.toString())
                .update();
    }

    @Test
    void whatIsDueTodayIsSaidInTheMorningAndARemindersDayHasNothingToAdd() {
        RequestRef ref = asked("Spring flyer").ref();
        digestAt(TUESDAY);
        nudges.due().forEach(nudges::tell);

        QueuedMail digest = digestAt(WEDNESDAY).orElseThrow();

        assertThat(digest.text())
                .startsWith("One thing waits for you, and it has to be done today.")
                .contains("Due today\n\n- Sign off the flyer: Spring flyer: " + links.url(held(ref, TOM)));
        nudges.due().forEach(nudges::tell);
        assertThat(digestAt(THURSDAY).orElseThrow().text())
                .startsWith("One thing waits for you, and it was due already.")
                .contains("Spring flyer, was due Wed 4 March\n", "was due on Wednesday 4 March, 17:00 (Berlin)");
        assertThat(mailsTo(TOM, ref)).extracting(QueuedMail::state).containsOnly(MailState.DIGESTED);
        assertThat(digestAt(THURSDAY.plusSeconds(86_400)))
                .as("nothing new, nothing due")
                .isEmpty();
    }

    @Test
    void newsAreLinesWithWhatWasSaid() {
        quiet.choose(PETRA, new QuietSettings(Pace.DIGEST, null));
        RequestRef ref = asked("Spring flyer").ref();
        requests.join(
                ref,
                new IncomingMessage(
                        TOM, "Tom Keller", "Which paper?\n\nMatt or gloss?", "", clock.instant(), null, "<p@x>"),
                Set.of(PETRA));
        press(held(ref, TOM), "reject", "We have one.");

        QueuedMail digest = digestAt(TUESDAY, PETRA).orElseThrow();

        assertThat(digest.text())
                .contains("- Tom Keller wrote about “Spring flyer”", "> Which paper?", "> Matt or gloss?")
                .contains("“Spring flyer” is closed", "Open " + ref + ": http")
                .contains("you do not have to do anything");
    }

    @Test
    void whatStandsStillWithOthersIsInTheOwnersMail() {
        quiet.choose(NADIA, new QuietSettings(Pace.DIGEST, null));
        RequestRef ref = asked("Spring flyer").ref();
        clock.set(Instant.parse("2026-03-06T08:00:00Z"));
        nudges.due().forEach(nudges::tell);

        QueuedMail digest =
                digestAt(Instant.parse("2026-03-09T08:00:00Z"), NADIA).orElseThrow();

        assertThat(digest.text())
                .contains("Stands still with others", "It is with Tom Keller, and was due on Wednesday 4 March, 17:00")
                .contains("Hand over or give more time: " + links.url(held(ref, NADIA)));
    }

    @Test
    void aTaskForTodayComesAtOnce() {
        clock.set(Instant.parse("2026-03-02T09:00:00Z"));
        RequestRef ref = asked("Spring flyer").ref();
        notNow.needUntil(held(ref, TOM), LocalDate.of(2026, 3, 2), null, "It is wanted today.");
        notNow.handOver(held(ref, TOM), INES.value(), "");
        quiet.choose(INES, new QuietSettings(Pace.DIGEST, null));

        postman.deliverDue();

        assertThat(mailTo(INES, ref).state()).isEqualTo(MailState.SENT);
    }
}

class DigestOnH2Test extends DigestContract {}

@OnPostgres
class DigestOnPostgresTest extends DigestContract {}
