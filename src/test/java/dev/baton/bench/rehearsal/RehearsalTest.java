package dev.baton.bench.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.baton.inbox.Ledger;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Signatures;
import dev.baton.testkit.BatonTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSender;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

/** Workflows are played through as they are deployed, and as they would be after a change. */
@BatonTest
class RehearsalTest {

    private static final String CAMPAIGN = "campaign-launch";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Autowired
    Rehearsals rehearsals;

    @Autowired
    Pieces pieces;

    @Autowired
    Environment environment;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Signatures signatures;

    @Test
    void pressingLeadsOnAsTheRealPartsDo() {
        List<Scene> scenes = played(pieces.deployed(CAMPAIGN), "checkBrief.accept,draftLook.done,wait");

        assertThat(scenes).hasSize(4).allMatch(scene -> scene.stumble() == null);
        assertThat(scenes.get(0).turns()).extracting(Turn::task).containsExactly("checkBrief");
        assertThat(scenes.get(0).mails())
                .extracting(SentMail::name, SentMail::template)
                .contains(tuple("Nadia Brandt", "task"), tuple("Robin Sample", "acknowledgement"));
        assertThat(scenes.get(1).turns())
                .extracting(Turn::task)
                .containsExactly("draftLook", "writeCopy", "buildAudience");
        assertThat(scenes.get(1).at())
                .as("pressing takes no time that anybody would see")
                .isAfter(scenes.get(0).at())
                .isBefore(scenes.get(0).at().plusSeconds(1));
        assertThat(scenes.get(2).mails()).isEmpty();
        assertThat(scenes.get(3).at()).isAfter(scenes.get(2).at());
        assertThat(scenes.get(3).mails())
                .isNotEmpty()
                .allMatch(mail -> mail.template().equals("reminder"));
    }

    @Test
    void nothingIsBuiltWhileBatonStops() {
        Piece piece = pieces.deployed(CAMPAIGN);
        Rehearsals stopped = new Rehearsals(environment, clock);

        stopped.destroy();

        assertThatIllegalStateException()
                .isThrownBy(() -> stopped.playNow(piece, Rehearsal::emptyBrief))
                .withMessageContaining("about to stop");
        assertThat(stopped.house()).isEmpty();
    }

    @Test
    void theSamePressesShowTheSameAgain() {
        Piece piece = pieces.deployed(CAMPAIGN);
        String pressed = "checkBrief.ask,answerQuestions.done,checkBrief.decline";

        Scene first = last(played(piece, pressed));
        Scene again = last(played(piece, pressed));

        assertThat(first.closedBecause()).isEqualTo("declined at the brief check");
        assertThat(again.closedBecause()).isEqualTo(first.closedBecause());
        assertThat(again.mails()).extracting(SentMail::template).containsExactly("closed");
    }

    @Test
    void afterARehearsalThereIsNothingOfIt() {
        long requests = count(jdbc, "request");
        long mails = count(jdbc, "outbox_mail");
        played(pieces.deployed(CAMPAIGN), "checkBrief.accept");

        assertThat(count(jdbc, "request")).isEqualTo(requests);
        assertThat(count(jdbc, "outbox_mail")).isEqualTo(mails);
        JdbcClient inTheHouse = house().getBean(JdbcClient.class);
        for (String table :
                List.of("request", "task", "hand_over", "outbox_mail", "act_ru_execution", "act_hi_procinst")) {
            assertThat(count(inTheHouse, table)).as(table).isZero();
        }
    }

    @Test
    void nothingGetsOutOfTheHouse() throws Exception {
        String address = last(played(pieces.deployed(CAMPAIGN), "")).mails().stream()
                .map(SentMail::html)
                .filter(html -> html.contains("/t/"))
                .findFirst()
                .orElseThrow()
                .replaceAll("(?s).*?/t/([A-Za-z0-9_.-]+).*", "$1");
        ConfigurableListableBeanFactory house = house();

        assertThat(house.getBeansOfType(MailSender.class)).isEmpty();
        assertThat(house.getBeansOfType(Scheduler.class)).isEmpty();
        assertThat(house.getBeansOfType(Ledger.class)).isEmpty();
        assertThat(house.getBeansOfType(ScheduledAnnotationBeanPostProcessor.class))
                .isEmpty();
        assertThat(house.getBean(SpringProcessEngineConfiguration.class)
                        .getJobExecutor()
                        .isActive())
                .isFalse();
        assertThat(house.getBean(ProcessEngine.class).getName()).isNotEqualTo("baton");
        try (var connection = house.getBean(DataSource.class).getConnection()) {
            assertThat(connection.getMetaData().getURL()).startsWith("jdbc:h2:mem:");
        }
        Environment settings = house.getBean(Environment.class);
        assertThat(settings.getProperty("spring.mail.host")).isNull();
        assertThat(settings.getProperty("java.version"))
                .as("nothing of the machine")
                .isNull();
        assertThat(signatures.content("action", address))
                .as("a link of a rehearsal")
                .isEmpty();
        assertThat(house.getParentBeanFactory()).isNull();
    }

    @Test
    void aPreviewFindsEveryTaskAndMail() {
        Preview preview = preview(pieces.deployed(CAMPAIGN));

        assertThat(preview.complete()).isTrue();
        assertThat(preview.unreached()).isEmpty();
        assertThat(preview.stumbles()).isEmpty();
        assertThat(preview.tasks())
                .extracting(FoundTask::task)
                .containsExactlyInAnyOrder(
                        "checkBrief",
                        "answerQuestions",
                        "writeCopy",
                        "draftLook",
                        "buildAudience",
                        "finishDesign",
                        "look",
                        "makeChanges",
                        "launchCheck",
                        "mend",
                        "launch");
        assertThat(preview.mails())
                .extracting(found -> found.mail().template())
                .contains("acknowledgement", "task", "delivered", "closed")
                .doesNotContain("reminder", "escalation");
        assertThat(preview.late()).extracting(found -> found.mail().template()).containsOnly("reminder", "escalation");
    }

    @Test
    void theThreeWaysSayHowManyMailsEachPersonGets() {
        List<Journey> journeys = preview(pieces.deployed("content-production")).journeys();

        assertThat(journeys)
                .extracting(Journey::kind)
                .containsExactly(Journey.Kind.SHORTEST, Journey.Kind.USUAL, Journey.Kind.LONGEST);
        assertThat(journeys).extracting(Journey::ending).containsOnly("delivered");
        assertThat(journeys.get(1).answers())
                .hasToString("outline.done,approveOutline.approve,illustrate.done,write.done,look.approve,"
                        + "look.approve,publish.done");
        assertThat(journeys.get(1).mailsTo("Tom Keller")).isEqualTo(3);
        assertThat(journeys.get(2).mailsTo("Tom Keller"))
                .isGreaterThan(journeys.get(1).mailsTo("Tom Keller"));
        assertThat(journeys.get(2).allMails()).isGreaterThan(journeys.get(1).allMails());
    }

    @Test
    void theLongestWayComesBackAfterAVote() throws Exception {
        List<Journey> journeys = preview(voting("P1D")).journeys();

        assertThat(journeys.get(0).mailsTo("Maria Holt")).isEqualTo(1);
        assertThat(journeys.get(2).mailsTo("Maria Holt"))
                .as("each of the two may want changes once")
                .isEqualTo(3);
        assertThat(journeys.get(2).answers().toString()).contains("approve.changes,write.done");
    }

    @Test
    void onlyTheLatestRoundOfVotesCounts() throws Exception {
        String again = "write.done,approve.changes,write.done,approve.approve";

        Scene oneAgrees = last(played(voting("P1D"), again));
        Scene bothAgree = last(played(voting("P1D"), again + ",approve.approve"));

        assertThat(oneAgrees.turns()).extracting(Turn::task).containsExactly("approve");
        assertThat(bothAgree.stumble()).isNull();
        assertThat(bothAgree.turns()).isEmpty();
        assertThat(bothAgree.awaitsReply()).isTrue();
    }

    @Test
    void onlyTheLatestRoundOfVotesCountsInAPreviewThatHasNoTimeLeftForThem() throws Exception {
        List<Journey> journeys = preview(voting("2020-01-01")).journeys();

        assertThat(journeys).extracting(Journey::ending).containsOnly("delivered");
        assertThat(journeys.get(2).answers().toString())
                .contains("approve.changes,write.done,approve.approve,approve.approve");
    }

    /** @param due when each vote is due */
    private Piece voting(String due) throws Exception {
        String model = Files.readString(Path.of("docs/guide/press-release.bpmn"));
        return pieces.with(
                "press-release",
                List.of(
                        model.replaceAll("dueDate=\"P[12]D\"", "dueDate=\"" + due + "\"")
                                .getBytes(StandardCharsets.UTF_8),
                        Files.readAllBytes(Path.of("docs/guide/press-desk.dmn"))));
    }

    @Test
    void aPreviewThatRunsOutOfTimeSaysWhatWasLeftOut() {
        Limit short_ = new Limit(Duration.ofNanos(10), new AtomicLong()::incrementAndGet);

        Preview preview = preview(pieces.deployed("content-production"), short_);

        assertThat(preview.complete()).isFalse();
        assertThat(preview.untried()).isNotEmpty();
        assertThat(preview.journeys()).isEmpty();
        assertThat(preview.uncounted()).containsExactly(Journey.Kind.values());
        assertThat(preview.tasks()).isNotEmpty();
        assertThat(preview.unreached())
                .as("what was come by on the way that was broken off")
                .doesNotContainAnyElementsOf(
                        preview.tasks().stream().map(FoundTask::name).toList());
    }

    @Test
    void aWayThatThereIsNoTimeToGoIsNotCounted() {
        Piece triage = pieces.deployed("request-triage");
        AtomicLong asked = new AtomicLong();
        Preview patient = preview(triage, new Limit(PATIENCE, () -> asked.incrementAndGet() * 0));
        int walked = patient.journeys().stream()
                .map(Journey::answers)
                .distinct()
                .mapToInt(Answers::size)
                .sum();
        long trying = asked.get() - walked;
        asked.set(0);

        Preview hurried =
                preview(triage, new Limit(PATIENCE, () -> asked.incrementAndGet() > trying ? Long.MAX_VALUE / 2 : 0));

        assertThat(patient.uncounted()).isEmpty();
        assertThat(hurried.complete()).isTrue();
        assertThat(hurried.tried()).isEqualTo(patient.tried());
        assertThat(hurried.journeys()).isEmpty();
        assertThat(hurried.uncounted()).containsExactly(Journey.Kind.values());
    }

    @Test
    void theRequestHasTheSameNumberAfterEachPress() {
        Piece piece = pieces.deployed(CAMPAIGN);

        String first = played(piece, "").get(0).mails().get(0).subject();
        Scene again = played(piece, "checkBrief.accept").get(0);

        assertThat(first).startsWith("[LAUNCH-1] ");
        assertThat(again.mails()).extracting(SentMail::subject).allMatch(subject -> subject.startsWith("[LAUNCH-1] "));
        assertThat(preview(piece).mails())
                .extracting(found -> found.mail().subject())
                .allMatch(subject -> subject.startsWith("[LAUNCH-1] "));
    }

    @Test
    void aMailThatSaysNullIsFound() {
        assertThat(mail("Ready for print: null").saysNothing()).isTrue();
        assertThat(mail("Ready for print: nullification").saysNothing()).isFalse();
    }

    private static SentMail mail(String subject) {
        return new SentMail(
                "ready", null, EmailAddress.of("tom@example.com"), "Tom", subject, "", "Hello", Instant.EPOCH, null);
    }

    @Test
    void theUsualWayIsWhatPeopleMostlyDidUntilNow() {
        Piece deployed = pieces.deployed("request-triage");
        Piece known = Piece.of("request-triage", deployed.files(), Map.of("work", "ask"));

        assertThat(preview(known).journeys().get(1).answers())
                .hasToString("readRequest.give,work.ask,answerQuestion.done,work.done");
    }

    @Test
    void aModelThatCannotGoOnIsReportedAtItsElement() throws Exception {
        Piece misspelt = changed(CAMPAIGN, "${briefCheck == 'ask'}", "${breifCheck == 'ask'}");

        Stumble stumble = last(played(misspelt, "checkBrief.accept")).stumble();

        assertThat(stumble).isNotNull();
        assertThat(stumble.element()).isEqualTo("briefGoodToAnswerQuestions");
        assertThat(stumble.words()).isEqualTo("It reads “breifCheck”, which nothing has set by then.");
        Preview preview = preview(misspelt);
        assertThat(preview.stumbles()).extracting(Stumble::words).containsExactly(stumble.words());
        assertThat(preview.unreached()).contains("Write the copy", "Launch");
    }

    @Test
    void aTimerOfTheModelGoesOffWhenNobodyDoesAnything() throws Exception {
        Piece piece =
                pieces.with("waiting", List.of(Files.readAllBytes(Path.of("src/test/resources/models/waiting.bpmn"))));

        List<Scene> scenes = played(piece, "timer,reply");

        assertThat(scenes.get(0).turns()).extracting(Turn::task).containsExactly("decide");
        assertThat(scenes.get(1).at()).isEqualTo(scenes.get(0).at().plus(Duration.ofHours(72)));
        assertThat(scenes.get(1).turns()).isEmpty();
        assertThat(scenes.get(1).awaitsReply()).isTrue();
        assertThat(scenes.get(2).stumble()).isNull();
        assertThat(scenes.get(2).ended()).isTrue();
        Preview preview = preview(piece);
        assertThat(preview.unreached()).isEmpty();
        assertThat(preview.complete()).isTrue();
    }

    @Test
    void anAnswerThatFitsNowhereIsSaidSo() {
        Stumble stumble = last(played(pieces.deployed(CAMPAIGN), "launch.done")).stumble();

        assertThat(stumble).isNotNull();
        assertThat(stumble.words()).contains("cannot be pressed here");
    }

    @Test
    void aWalkIsItsAddress() {
        String address = "check-1.accept,look:2.changes(note=a%2Cb+%28c%29&x=1),wait,timer,reply";

        assertThat(Answers.read(address))
                .hasValueSatisfying(read -> assertThat(read).hasToString(address));
        assertThat(Answers.read("")).contains(Answers.NONE);
        assertThat(Answers.read("check")).isEmpty();
        assertThat(Answers.read("check.accept,,")).isEmpty();
        assertThat(Answers.read("wait,".repeat(Answers.MOST) + "wait")).isEmpty();
    }

    private List<Scene> played(Piece piece, String answers) {
        return rehearsals.playNow(
                piece,
                rehearsal -> rehearsal.play(Map.of(), Answers.read(answers).orElseThrow()));
    }

    private Preview preview(Piece piece) {
        return preview(piece, Limit.of(PATIENCE));
    }

    private Preview preview(Piece piece, Limit limit) {
        return rehearsals.playNow(piece, rehearsal -> new Explorer(rehearsal, limit).preview());
    }

    private Piece changed(String workflow, String from, String to) throws Exception {
        String file = Files.readString(Path.of("bpmn", workflow + ".bpmn"));
        assertThat(file).contains(from);
        return pieces.with(workflow, List.of(file.replace(from, to).getBytes(StandardCharsets.UTF_8)));
    }

    private ConfigurableListableBeanFactory house() {
        return rehearsals.house().orElseThrow().beans();
    }

    private static Scene last(List<Scene> scenes) {
        return scenes.get(scenes.size() - 1);
    }

    private static long count(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
