package org.horarium.engine.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All moves of a worker, and how often each is tried. */
final class Moves {
    /** Share of the work that may go into matchings of rooms; one takes as long as some hundred of the other moves. */
    private static final double MATCHING_SHARE = 0.1;

    private final MoveContext context;
    private final ShiftMove shift;
    private final SwapMove swap;
    private final KempeMove kempe;
    private final EjectionMove ejection;
    private final StaffMove staff;
    private final StudentMove students;
    private final ResectionMove resection;
    private final RoomMatchingMove roomMatching;
    private final boolean choosesRooms;
    private boolean matching = true;
    private long workBefore;
    private long matchingWork;
    private final Kind[] mix;
    private final Kind[] repairMix;
    private boolean onlyStudents;

    private enum Kind {
        TIME,
        ROOM,
        SWAP,
        KEMPE,
        EJECT,
        REPLACE,
        EXCHANGE,
        ENROL,
        RESECTION
    }

    Moves(MoveContext context) {
        this.context = context;
        shift = new ShiftMove(context);
        swap = new SwapMove(context);
        kempe = new KempeMove(context);
        ejection = new EjectionMove(context);
        staff = new StaffMove(context);
        students = new StudentMove(context);
        resection = new ResectionMove(context, students);
        roomMatching = new RoomMatchingMove(context);
        choosesRooms = choosesRooms();
        workBefore = context.state.work();
        boolean bound = areBoundInPairs();
        mix = mix(bound ? 14 : 28, bound ? 10 : 2);
        repairMix = mix(28, 10);
    }

    /**
     * Whether hard rules over pairs bind more than a quarter of the events. Such events have their own times and rooms and
     * their own partners: few can exchange places, and most moves need somebody else to go first.
     */
    private boolean areBoundInPairs() {
        int count = 0;
        for (int event : context.movable) {
            count += context.compiled.constraints.pairs.hardEnd[event] > context.compiled.constraints.pairs.at[event]
                    ? 1
                    : 0;
        }
        return 4 * count > context.movable.length;
    }

    private boolean choosesRooms() {
        for (int event : context.movable) {
            if (context.compiled.events.rooms()[event].length > 1) {
                return true;
            }
        }
        return false;
    }

    /** A table to draw kinds from; ejection frees what is stuck and costs much, so it has its share while repairing. */
    private Kind[] mix(int swaps, int ejections) {
        List<Kind> table = new ArrayList<>();
        if (context.movable.length > 0) {
            boolean chains = chainsAreCheap();
            table.addAll(Collections.nCopies(chains ? 34 : 44, Kind.TIME));
            table.addAll(Collections.nCopies(choosesRooms ? 12 : 0, Kind.ROOM));
            table.addAll(Collections.nCopies(swaps, Kind.SWAP));
            table.addAll(Collections.nCopies(chains ? 18 : 8, Kind.KEMPE));
            table.addAll(Collections.nCopies(ejections, Kind.EJECT));
        }
        if (staff.isPossible()) {
            table.addAll(Collections.nCopies(16, Kind.REPLACE));
            table.addAll(Collections.nCopies(10, Kind.EXCHANGE));
        }
        if (students.isPossible()) {
            table.addAll(Collections.nCopies(context.movable.length > 0 ? 7 : 0, Kind.RESECTION));
            table.addAll(Collections.nCopies(Math.max(10, table.size() * 2 / 3), Kind.ENROL));
        }
        return table.toArray(Kind[]::new);
    }

    /** Whether chains can be judged without trying them out: no events are bound by rules over pairs or by students. */
    private boolean chainsAreCheap() {
        return context.compiled.constraints.pairs.other.length == 0 && !students.isPossible();
    }

    /** Whether there is anything to choose at all. */
    boolean isEmpty() {
        return mix.length == 0;
    }

    /** Gives every student without classes some to begin with. */
    void enrolAll() {
        students.enrolAll();
    }

    /** Whether from now on only students change classes; no effect where none can. */
    void onlyStudents(boolean only) {
        onlyStudents = only && students.isPossible();
    }

    /** Whether rooms are matched now; while times still change all the time, it is of no use. */
    void matchRooms(boolean now) {
        if (now && !matching) {
            workBefore = context.state.work();
            matchingWork = 0;
        }
        matching = now;
    }

    /** Tries one random move; true if it was taken. */
    boolean attempt() {
        double threshold = context.acceptance.threshold();
        if (onlyStudents) {
            return students.attempt(threshold);
        }
        if (choosesRooms && matching && matchingWork < MATCHING_SHARE * (context.state.work() - workBefore)) {
            long before = context.state.work();
            boolean taken = roomMatching.match(context.randomEvent(), context.rng.oneIn(2), threshold);
            matchingWork += context.state.work() - before;
            return taken;
        }
        Kind[] kinds = context.acceptance.strict() ? mix : repairMix;
        switch (kinds[context.rng.below(kinds.length)]) {
            case TIME:
                return shift.time(context.randomEvent(), threshold);
            case ROOM:
                return shift.room(context.randomEvent(), threshold);
            case SWAP:
                return swap.swap(
                        context.randomEvent(), context.movable[context.rng.below(context.movable.length)], threshold);
            case KEMPE:
                return kempe.chain(context.randomEvent(), threshold);
            case EJECT:
                return ejection.eject(context.rng.oneIn(2) ? context.costlyEvent() : context.randomEvent(), threshold);
            case REPLACE:
                return staff.replace(threshold);
            case EXCHANGE:
                return staff.swap(threshold);
            case ENROL:
                return students.attempt(threshold);
            case RESECTION:
                return resection.shift(context.rng.oneIn(2) ? context.costlyEvent() : context.randomEvent(), threshold);
        }
        throw new IllegalStateException("no such move");
    }
}
