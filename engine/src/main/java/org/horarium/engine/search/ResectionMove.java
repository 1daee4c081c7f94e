package org.horarium.engine.search;

import org.horarium.engine.state.Enrolments;
import org.horarium.engine.state.Ledger;
import org.horarium.engine.state.State;

/**
 * A class goes to another time, and those of its students who now miss something take other classes where they can; the
 * whole is taken or left. Moved alone, a class of many students is stuck early in an annealing: what its students would do
 * about it comes too late.
 */
final class ResectionMove {
    private final MoveContext context;
    private final StudentMove students;

    ResectionMove(MoveContext context, StudentMove students) {
        this.context = context;
        this.students = students;
    }

    boolean shift(int event, double threshold) {
        State state = context.state;
        Enrolments enrolments = state.enrolments();
        if (!state.isPlaced(event) || enrolments.size(event) == 0) {
            return false;
        }
        int time = context.randomTime(event);
        if (time == state.time(event)) {
            return false;
        }
        int room = context.roomFor(event, context.compiled.events.times()[event][time]);
        Ledger ledger = state.ledger();
        boolean strict = context.acceptance.strict();
        if (!state.evaluate(event, time, room, strict)) {
            return false;
        }
        // The best that could come: nobody misses anything of the class any more.
        long conflicts = enrolments.conflictsOf(event) + state.proposedConflicts();
        long atBest = ledger.proposedSoft() - conflicts * context.compiled.students.weight;
        if (!context.acceptance.accepts(ledger.proposedHard(), atBest, threshold)) {
            return false;
        }
        long hard = ledger.hard();
        long soft = ledger.soft();
        context.journal.unplace(event);
        context.journal.place(event, time, room);
        if (enrolments.conflictsOf(event) > 0) {
            students.resection(event);
        }
        if (context.acceptance.acceptsChangeSince(ledger, hard, soft, threshold)) {
            context.journal.commit();
            return true;
        }
        context.journal.rollback();
        return false;
    }
}
