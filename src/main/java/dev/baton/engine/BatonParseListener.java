package dev.baton.engine;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.model.CallableElement;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Wires every model to us while the engine reads it, so that process owners never wire anything. */
final class BatonParseListener extends AbstractBpmnParseListener {

    private final TaskEvents tasks;
    private final EndOfProcess end;

    BatonParseListener(TaskEvents tasks, EndOfProcess end) {
        this.tasks = tasks;
        this.end = end;
    }

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, end);
    }

    /** Each arrow counts, so that a drawing that leads round in a circle ends (docs/decisions/0040). */
    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl arrow) {
        arrow.addBuiltInListener(ExecutionListener.EVENTNAME_TAKE, new StepLimit());
    }

    @Override
    public void parseMultiInstanceLoopCharacteristics(Element element, Element loop, ActivityImpl body) {
        FewAtOnce.limit(body);
    }

    /** A request is asked for by somebody; a timer would begin work that belongs to nobody. */
    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl start) {
        if (scope instanceof ProcessDefinitionEntity && element.element("timerEventDefinition") != null) {
            throw new WorkflowFailed(
                    "Work begins when somebody asks for it, not by a timer (line " + element.getLine() + ")");
        }
    }

    /** The due date is taken out of the engine's hands, which would read {@code P2D} as 48 hours. */
    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, tasks.created(task.getDueDateExpression()));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, tasks::completed);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, tasks::deleted);
        task.setDueDateExpression(null);
    }

    /** A called process belongs to the same request. */
    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        CallableElement called =
                ((CallableElementActivityBehavior) activity.getActivityBehavior()).getCallableElement();
        called.setBusinessKeyValueProvider(new SameRequest());
    }
}
