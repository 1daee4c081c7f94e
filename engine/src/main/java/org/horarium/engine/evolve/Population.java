package org.horarium.engine.evolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.search.Assignment;

/**
 * A few plans, spread by distance: a new one that is very like another takes its place if it is better, else it takes the
 * place of the worst if it is better than that one (crowding).
 */
public final class Population {
    private final CompiledProblem compiled;
    private final int capacity;
    private final double nearest;
    private final List<Assignment> members = new ArrayList<>();

    /**
     * @param compiled the problem
     * @param capacity largest number of plans, at least 2
     * @param nearest share of events in which any two members must differ, 0 to 1
     */
    public Population(CompiledProblem compiled, int capacity, double nearest) {
        if (capacity < 2) {
            throw new IllegalArgumentException("The capacity (%d) must be at least 2.".formatted(capacity));
        }
        this.compiled = compiled;
        this.capacity = capacity;
        this.nearest = nearest;
    }

    /** The plans, in no order. */
    public List<Assignment> members() {
        return List.copyOf(members);
    }

    /** Number of plans. */
    public int size() {
        return members.size();
    }

    /** Whether there is room for another plan. */
    public boolean hasRoom() {
        return members.size() < capacity;
    }

    /** Share of events that two plans have at different times or in different rooms. */
    public static double distance(Assignment one, Assignment other) {
        int events = one.time.length;
        int apart = 0;
        for (int e = 0; e < events; e++) {
            if (one.time[e] != other.time[e] || one.roomOption[e] != other.roomOption[e]) {
                apart++;
            }
        }
        return events == 0 ? 0 : (double) apart / events;
    }

    /** Takes in a copy of a plan, if it belongs here; tells whether it did. */
    public boolean add(Assignment plan) {
        int like = -1;
        int worst = -1;
        for (int i = 0; i < members.size(); i++) {
            Assignment member = members.get(i);
            if (distance(member, plan) < nearest && (like < 0 || isBetter(member, members.get(like)))) {
                like = i;
            }
            if (worst < 0 || isBetter(members.get(worst), member)) {
                worst = i;
            }
        }
        if (like >= 0) {
            return replace(like, plan);
        }
        if (hasRoom()) {
            members.add(copy(plan));
            return true;
        }
        return replace(worst, plan);
    }

    private boolean replace(int index, Assignment plan) {
        if (!isBetter(plan, members.get(index))) {
            return false;
        }
        members.set(index, copy(plan));
        return true;
    }

    private Assignment copy(Assignment plan) {
        Assignment copy = new Assignment(compiled);
        copy.copyFrom(plan);
        return copy;
    }

    private static boolean isBetter(Assignment one, Assignment other) {
        return other.isWorseThan(one.hard(), one.soft());
    }

    /** The better of two random members. */
    public Assignment parent(Random random) {
        Assignment one = members.get(random.nextInt(members.size()));
        Assignment other = members.get(random.nextInt(members.size()));
        return isBetter(other, one) ? other : one;
    }

    /** The best member. */
    public Assignment best() {
        Assignment best = members.get(0);
        for (Assignment member : members) {
            best = isBetter(member, best) ? member : best;
        }
        return best;
    }
}
