package dev.baton.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.Processes;
import dev.baton.engine.StuckSteps;
import dev.baton.engine.Timers;
import dev.baton.models.Models;
import dev.baton.outbox.Postman;
import dev.baton.outbox.QueuedMail;
import dev.baton.requests.NewRequest;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.Dropped;
import dev.baton.testkit.OnPostgres;
import dev.baton.testkit.Visitor;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A step that runs by itself fails for the last time: its owner hears of it and has a way on. */
abstract class StuckRequestsContract extends TasksTest {

    private static final int TRIES = 5;

    @Autowired
    Postman postman;

    @Autowired
    Models models;

    @Autowired
    Processes processes;

    @Autowired
    StuckSteps stuckSteps;

    @Autowired
    Timers timers;

    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void deployed() throws IOException {
        Dropped.into(models, "stuck.bpmn", Files.readAllBytes(Path.of("src/test/resources/models/stuck.bpmn")));
    }

    private RequestRef run(String printer) {
        return requests.open(NewRequest.of(workflows.byKey("stuck").orElseThrow(), "Spring flyer", PETRA, "Petra Klein")
                        .with(Map.of("printer", printer), List.of()))
                .ref();
    }

    /** A request whose step was tried for the last time, as the engine's own threads would. */
    private RequestRef stuck() {
        RequestRef ref = run("nobody");
        String timer = timers.of(ref).get(0).id();
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            assertThat(stuckSteps.of(ref)).isEmpty();
            assertThatThrownBy(() -> engine.getManagementService().executeJob(timer))
                    .hasMessageContaining("neither a person nor a team");
        }
        return ref;
    }

    private List<QueuedMail> told(RequestRef ref) {
        return mailsTo(NADIA, ref).stream()
                .filter(mail -> mail.template().equals("stuck"))
                .toList();
    }

    @Test
    void theOwnerIsToldOfAStepThatWasTriedForTheLastTime() {
        RequestRef ref = stuck();

        assertThat(told(ref)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("[" + ref + "] Stands still: Spring flyer");
            assertThat(mail.text())
                    .contains("cannot get past “Tell the printer”", "neither a person nor a team", "/requests/" + ref)
                    .contains("Try again");
        });
    }

    @Test
    void itsMailsShowWhereItIsInThePictureAndInWords() throws Exception {
        RequestRef ref = stuck();
        String acknowledged = mailTo(PETRA, ref).text();
        assertThat(acknowledged)
                .contains("Where it is", "Part of the diagram of “Print run”", "The work is at: The ink is dry.");

        OFFICE.empty();
        postman.deliverDue();

        for (EmailAddress reader : List.of(PETRA, NADIA)) {
            MimeMessage mail = OFFICE.mailsTo(reader.value()).stream()
                    .filter(each -> subject(each).contains("[" + ref + "]"))
                    .findFirst()
                    .orElseThrow();
            MimeMultipart words = (MimeMultipart) mail.getContent();
            MimeMultipart shown = (MimeMultipart) words.getBodyPart(1).getContent();
            MimeBodyPart picture = (MimeBodyPart) shown.getBodyPart(1);
            assertThat(words.getContentType()).startsWith("multipart/alternative");
            assertThat(shown.getContentType()).startsWith("multipart/related");
            assertThat(String.valueOf(shown.getBodyPart(0).getContent()))
                    .contains("cid:" + picture.getContentID().replaceAll("[<>]", ""), "The work is at: The ink is dry.")
                    .doesNotContain("data:image/svg");
            assertThat(ImageIO.read(picture.getInputStream()).getWidth()).isEqualTo(960);
            assertThat(mail.getSize()).isLessThan(150_000);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void aPressTriesAgainAndSaysThatItStillFails() {
        RequestRef ref = stuck();
        Visitor nadia = signedIn(NADIA);
        Visitor.Answer page = nadia.opens("/requests/" + ref);
        assertThat(page.page().text()).contains("stands still at “Tell the printer”", "neither a person nor a team");

        Visitor.Answer after = nadia.presses("Try again", page);

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.page().select("[role=alert]").text()).contains("failed again");
        assertThat(told(ref)).hasSize(1);
        assertThat(requests.get(ref).isOpen()).isTrue();
    }

    @Test
    void aPressAfterItWasMendedLetsTheWorkGoOn() {
        RequestRef ref = stuck();
        Visitor nadia = signedIn(NADIA);
        Visitor.Answer page = nadia.opens("/requests/" + ref);
        processes.set(ref, "printer", "design");

        Visitor.Answer after = nadia.presses("Try again", page);

        assertThat(after.page().select("[role=status]").text()).contains("The work goes on");
        assertThat(after.page().text()).doesNotContain("The work stands still");
        assertThat(openTask(ref).name()).isEqualTo("Print the flyer");
        assertThat(mailsTo(INES, ref)).isNotEmpty();
        Visitor.Answer twice = nadia.presses("Try again", page);
        assertThat(twice.status()).isEqualTo(200);
        assertThat(tasks.open(ref)).hasSize(1);
    }

    @Test
    void twoPressesAtOnceDoTheStepOnce() throws Exception {
        RequestRef ref = stuck();
        Visitor nadia = signedIn(NADIA);
        Visitor.Answer page = nadia.opens("/requests/" + ref);
        processes.set(ref, "printer", "design");

        List<Visitor.Answer> answers =
                atOnce(() -> nadia.presses("Try again", page), () -> nadia.presses("Try again", page));

        assertThat(answers).extracting(Visitor.Answer::status).containsOnly(200);
        assertThat(tasks.open(ref)).hasSize(1);
        assertThat(outbox.of(ref))
                .filteredOn(mail -> mail.template().equals("delivered"))
                .isNotEmpty()
                .extracting(QueuedMail::to)
                .doesNotHaveDuplicates();
    }

    @Test
    void whoDoesNotAnswerForItSeesThatItStandsAndCannotPress() {
        RequestRef ref = stuck();

        String seen = visitor()
                .opens(mailTo(PETRA, ref).text().replaceAll("(?s).*?(http://\\S*/s/\\S*).*", "$1"))
                .body();

        assertThat(seen).contains("The work stands still at", "Nadia Brandt was told");
        assertThat(seen).doesNotContain("Try again", "neither a person nor a team");
        assertThat(signedIn(INES).opens("/requests/" + ref).body()).doesNotContain("Try again");
    }

    @Test
    void lookingTriesNothing() {
        RequestRef ref = stuck();
        processes.set(ref, "printer", "design");
        Visitor nadia = signedIn(NADIA);

        nadia.opens("/requests/" + ref + "?tried=1");
        assertThat(nadia.opens("/requests/" + ref + "/try-again").status()).isIn(404, 405);

        assertThat(stuckSteps.of(ref)).hasSize(1);
    }
}

class StuckRequestsOnH2Test extends StuckRequestsContract {}

@OnPostgres
class StuckRequestsOnPostgresTest extends StuckRequestsContract {}
