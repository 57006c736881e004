package dev.baton.bench;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MoveJobs {

    static final TaskDescriptor<Void> MOVE = TaskDescriptor.of("bench-move");

    /** A move that somebody began; its number is the name of the instance. */
    @Bean
    OneTimeTask<Void> benchMove(Moves moves) {
        return Tasks.oneTime(MOVE).execute((instance, context) -> moves.run(Long.parseLong(instance.getId())));
    }
}
