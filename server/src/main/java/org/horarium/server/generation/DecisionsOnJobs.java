package org.horarium.server.generation;

import java.util.UUID;
import org.horarium.server.approval.WorkflowAction;
import org.horarium.server.approval.WorkflowStepTaken;
import org.horarium.server.generation.store.JobStore;
import org.horarium.server.generation.store.LiveProgress;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** A job shows what was decided about its timetable, wherever somebody decided it. */
@Component
class DecisionsOnJobs {
    private final JobStore jobs;
    private final LiveProgress live;

    DecisionsOnJobs(JobStore jobs, LiveProgress live) {
        this.jobs = jobs;
        this.live = live;
    }

    /** In the transaction of the decision: both are saved, or none. */
    @EventListener
    void note(WorkflowStepTaken taken) {
        UUID job = taken.revision().job();
        WorkflowAction action = taken.step().action();
        if (job != null && (action == WorkflowAction.APPROVE || action == WorkflowAction.REJECT)) {
            jobs.decide(
                    job,
                    action == WorkflowAction.APPROVE ? JobStatus.APPROVED : JobStatus.REJECTED,
                    taken.step().actor(),
                    taken.step().reason());
        }
    }

    /** After it, so that nobody keeps the result as it was before. */
    @TransactionalEventListener
    void forget(WorkflowStepTaken taken) {
        if (taken.revision().job() != null) {
            live.forgetResult(taken.revision().job());
        }
    }
}
