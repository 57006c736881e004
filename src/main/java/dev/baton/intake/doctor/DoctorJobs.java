package dev.baton.intake.doctor;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DoctorJobs {

    static final TaskDescriptor<Void> EXAMINE = TaskDescriptor.of("doctor");

    /** An examination that somebody began; its number is the name of the instance. */
    @Bean
    OneTimeTask<Void> doctorsExamination(Doctor doctor) {
        return Tasks.oneTime(EXAMINE).execute((instance, context) -> doctor.examine(Long.parseLong(instance.getId())));
    }
}
