package org.horarium.engine.search;

import org.horarium.engine.compile.StaffTable;
import org.horarium.engine.state.Ledger;
import org.horarium.engine.state.State;

/** Somebody else takes a seat, or two people exchange seats. */
final class StaffMove {
    private final MoveContext context;
    private final StaffTable staff;
    private final int[] seats; // seats with a choice

    StaffMove(MoveContext context) {
        this.context = context;
        this.staff = context.compiled.staff;
        seats = java.util.stream.IntStream.range(0, staff.seats())
                .filter(seat -> staff.pinned()[seat] < 0
                        && staff.free()[staff.decisionOf()[seat]] > staff.seatsOf()[staff.decisionOf()[seat]].length)
                .toArray();
    }

    /** Whether anybody can be replaced at all. */
    boolean isPossible() {
        return seats.length > 0;
    }

    boolean replace(double threshold) {
        State state = context.state;
        int seat = seats[context.rng.below(seats.length)];
        int decision = staff.decisionOf()[seat];
        int candidate = context.rng.below(staff.free()[decision]);
        int person = staff.candidates()[decision][candidate];
        if (candidate == state.candidate(seat) || gives(decision, person, -1)) {
            return false;
        }
        if (context.acceptance.strict() && !isFree(decision, person)) {
            return false;
        }
        Ledger ledger = state.ledger();
        long hard = ledger.hard();
        long soft = ledger.soft();
        context.journal.seat(seat, candidate);
        return finish(ledger, hard, soft, threshold);
    }

    boolean swap(double threshold) {
        State state = context.state;
        int seat = seats[context.rng.below(seats.length)];
        int decision = staff.decisionOf()[seat];
        int newCandidate = context.rng.below(staff.free()[decision]);
        int newPerson = staff.candidates()[decision][newCandidate];
        int oldPerson = state.person(seat);
        if (oldPerson < 0 || oldPerson == newPerson) {
            return false;
        }
        int[] otherSeats = context.conflicts.seatsOfPerson(newPerson);
        int other = otherSeats[context.rng.below(otherSeats.length)];
        int otherDecision = staff.decisionOf()[other];
        if (state.person(other) != newPerson || staff.pinned()[other] >= 0 || otherDecision == decision) {
            return false;
        }
        int otherCandidate = candidateOf(otherDecision, oldPerson);
        if (otherCandidate < 0 || gives(decision, newPerson, other) || gives(otherDecision, oldPerson, seat)) {
            return false;
        }
        Ledger ledger = state.ledger();
        long hard = ledger.hard();
        long soft = ledger.soft();
        context.journal.seat(seat, -1);
        context.journal.seat(other, -1);
        context.journal.seat(seat, newCandidate);
        context.journal.seat(other, otherCandidate);
        return finish(ledger, hard, soft, threshold);
    }

    private boolean finish(Ledger ledger, long hard, long soft, double threshold) {
        if (context.acceptance.acceptsChangeSince(ledger, hard, soft, threshold)) {
            context.journal.commit();
            return true;
        }
        context.journal.rollback();
        return false;
    }

    private int candidateOf(int decision, int person) {
        for (int c = 0; c < staff.free()[decision]; c++) {
            if (staff.candidates()[decision][c] == person) {
                return c;
            }
        }
        return -1;
    }

    /** Whether a person gives any event of a decision already, in a seat other than {@code butSeat}. */
    private boolean gives(int decision, int person, int butSeat) {
        for (int event : staff.eventsOf()[decision]) {
            for (int seat : staff.seatsOfEvent()[event]) {
                if (seat != butSeat && context.state.person(seat) == person) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isFree(int decision, int person) {
        for (int event : staff.eventsOf()[decision]) {
            if (!context.state.isPersonFree(person, context.state.pattern(event), context.compiled.patterns.none)) {
                return false;
            }
        }
        return true;
    }
}
