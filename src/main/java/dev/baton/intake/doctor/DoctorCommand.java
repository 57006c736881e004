package dev.baton.intake.doctor;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * {@code java -jar baton.jar --doctor}: examines mail, prints the report, and ends with 0, or with 1 if something is
 * wrong. It may run beside the nodes that are at work, on the same PostgreSQL.
 */
@Component
class DoctorCommand implements ApplicationRunner, ExitCodeGenerator {

    private static final Logger log = LoggerFactory.getLogger(DoctorCommand.class);
    private static final int LOOK_MILLIS = 500;

    private final Doctor doctor;
    private final Examinations examinations;
    private final Diagnosis diagnosis;
    private final MessageSource messages;
    private final Clock clock;
    private volatile boolean wrong;

    DoctorCommand(Doctor doctor, Examinations examinations, Diagnosis diagnosis, MessageSource messages, Clock clock) {
        this.doctor = doctor;
        this.examinations = examinations;
        this.diagnosis = diagnosis;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        if (arguments.containsOption("doctor")) {
            System.err.println(messages.getMessage("doctor.begins", null, Locale.ENGLISH));
            long id = doctor.begin();
            doctor.examine(id);
            Examination examination = settled(id);
            List<Finding> findings = diagnosis.of(examination);
            wrong = findings.stream().anyMatch(Finding::isWrong);
            System.out.println(report(findings));
        }
    }

    @Override
    public int getExitCode() {
        return wrong ? 1 : 0;
    }

    private Examination settled(long id) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Examination examination = examinations.find(id).orElseThrow();
        while (examination.waitsAt(clock.instant()) && !never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            log.debug("Examination {} waits for its mails", id);
            examination = examinations.find(id).orElseThrow();
        }
        return examination;
    }

    private String report(List<Finding> findings) {
        StringBuilder report = new StringBuilder();
        for (Finding finding : findings) {
            String level = messages.getMessage(finding.level().key(), null, Locale.ENGLISH);
            report.append(level)
                    .append(": ")
                    .append(finding.topic())
                    .append(". ")
                    .append(finding.says())
                    .append('\n');
            if (!finding.advice().isEmpty()) {
                report.append("    ").append(finding.advice()).append('\n');
            }
        }
        return report.toString();
    }
}
