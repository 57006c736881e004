package dev.baton.intake.doctor;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.baton.people.Moments;
import dev.baton.people.People;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The last examination for admins, and the button that begins another one. */
@Controller
@RequestMapping("/doctor")
class DoctorPages {

    private final Doctor doctor;
    private final Examinations examinations;
    private final Diagnosis diagnosis;
    private final ObjectProvider<SchedulerClient> jobs;
    private final Moments moments;
    private final People people;
    private final Clock clock;

    DoctorPages(
            Doctor doctor,
            Examinations examinations,
            Diagnosis diagnosis,
            ObjectProvider<SchedulerClient> jobs,
            Moments moments,
            People people,
            Clock clock) {
        this.doctor = doctor;
        this.examinations = examinations;
        this.diagnosis = diagnosis;
        this.jobs = jobs;
        this.moments = moments;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping
    String last(Model model) {
        Optional<Examination> last = examinations.latest();
        model.addAttribute("begun", last.isPresent());
        last.ifPresent(examination -> {
            model.addAttribute("findings", diagnosis.of(examination));
            model.addAttribute("waits", examination.waitsAt(clock.instant()));
            model.addAttribute(
                    "when",
                    moments.full(
                            examination.startedAt(), people.defaultCalendar().zone()));
        });
        return "intake/doctor";
    }

    @PostMapping
    @Transactional
    public String examine() {
        long id = doctor.begin();
        jobs.ifAvailable(client ->
                client.schedule(DoctorJobs.EXAMINE.instance(String.valueOf(id)).scheduledTo(clock.instant())));
        return "redirect:/doctor";
    }
}
