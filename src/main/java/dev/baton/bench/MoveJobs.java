package dev.baton.bench;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MoveJobs {

    static final TaskDescriptor<Void> MOVE = TaskDescriptor.of("bench-move");

    /** A move that somebody began; its number is the name of the instance. A node that stops leaves the rest to be done. */
    @Bean
    CustomTask<Void> benchMove(Moves moves, Clock clock) {
        return Tasks.custom(MOVE).execute((instance, context) -> {
            BooleanSupplier stops = context.getSchedulerState()::isShuttingDown;
            return moves.run(Long.parseLong(instance.getId()), stops)
                    ? new OnCompleteRemove<>()
                    : (done, later) -> later.reschedule(done, clock.instant());
        });
    }
}
