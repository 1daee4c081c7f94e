package org.horarium.engine.search;

import org.horarium.engine.compile.IntList;

/** All moves of a worker, and how often each is tried. */
final class Moves {
    private final MoveContext context;
    private final ShiftMove shift;
    private final SwapMove swap;
    private final KempeMove kempe;
    private final EjectionMove ejection;
    private final StaffMove staff;
    private final Kind[] mix;

    private enum Kind {
        TIME,
        ROOM,
        SWAP,
        KEMPE,
        EJECT,
        REPLACE,
        EXCHANGE
    }

    Moves(MoveContext context) {
        this.context = context;
        shift = new ShiftMove(context);
        swap = new SwapMove(context);
        kempe = new KempeMove(context);
        ejection = new EjectionMove(context);
        staff = new StaffMove(context);
        IntList table = new IntList();
        if (context.movable.length > 0) {
            boolean rooms = false;
            for (int event : context.movable) {
                rooms |= context.compiled.events.rooms()[event].length > 1;
            }
            add(table, Kind.TIME, 40);
            add(table, Kind.ROOM, rooms ? 10 : 0);
            add(table, Kind.SWAP, 25);
            add(table, Kind.KEMPE, 15);
            add(table, Kind.EJECT, 5);
        }
        if (staff.isPossible()) {
            add(table, Kind.REPLACE, 10);
            add(table, Kind.EXCHANGE, 5);
        }
        mix = new Kind[table.size()];
        for (int i = 0; i < mix.length; i++) {
            mix[i] = Kind.values()[table.get(i)];
        }
    }

    private static void add(IntList table, Kind kind, int share) {
        for (int i = 0; i < share; i++) {
            table.add(kind.ordinal());
        }
    }

    /** Whether there is anything to choose at all. */
    boolean isEmpty() {
        return mix.length == 0;
    }

    /** Tries one random move; true if it was taken. */
    boolean attempt() {
        double threshold = context.acceptance.threshold();
        switch (mix[context.rng.below(mix.length)]) {
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
                return ejection.eject(context.randomEvent(), threshold);
            case REPLACE:
                return staff.replace(threshold);
            case EXCHANGE:
                return staff.swap(threshold);
        }
        throw new IllegalStateException("no such move");
    }
}
