package dev.baton.bench.rehearsal;

import dev.baton.engine.Deployments;
import dev.baton.engine.Forms;
import dev.baton.engine.Processes;
import dev.baton.engine.Rulings;
import dev.baton.engine.Timers;
import dev.baton.engine.UserTasks;
import dev.baton.models.Diagram;
import dev.baton.models.Workflows;
import dev.baton.outbox.Outbox;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.requests.Decisions;
import dev.baton.requests.Requests;
import dev.baton.tasks.DueNudges;
import dev.baton.tasks.FormViews;
import dev.baton.tasks.Tasks;
import dev.baton.tasks.web.TaskPageModels;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.transaction.PlatformTransactionManager;

/** The real parts of a rehearsal house through which everything in a rehearsal happens. */
record Stage(
        Requests requests,
        Tasks tasks,
        Decisions decisions,
        DueNudges nudges,
        Outbox outbox,
        Workflows workflows,
        Diagram diagram,
        Deployments deployments,
        Processes processes,
        Timers timers,
        UserTasks engineTasks,
        Rulings rulings,
        Forms forms,
        FormViews formViews,
        TaskPageModels pages,
        People people,
        Moments moments,
        MessageSource messages,
        PlatformTransactionManager transactions,
        RehearsalClock clock) {

    static Stage of(ApplicationContext house) {
        return new Stage(
                house.getBean(Requests.class),
                house.getBean(Tasks.class),
                house.getBean(Decisions.class),
                house.getBean(DueNudges.class),
                house.getBean(Outbox.class),
                house.getBean(Workflows.class),
                house.getBean(Diagram.class),
                house.getBean(Deployments.class),
                house.getBean(Processes.class),
                house.getBean(Timers.class),
                house.getBean(UserTasks.class),
                house.getBean(Rulings.class),
                house.getBean(Forms.class),
                house.getBean(FormViews.class),
                house.getBean(TaskPageModels.class),
                house.getBean(People.class),
                house.getBean(Moments.class),
                house,
                house.getBean(PlatformTransactionManager.class),
                house.getBean(RehearsalClock.class));
    }
}
