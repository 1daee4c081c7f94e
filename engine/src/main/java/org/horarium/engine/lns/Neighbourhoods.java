package org.horarium.engine.lns;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.horarium.engine.cluster.Clusters;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.IntList;
import org.horarium.engine.state.State;
import org.jspecify.annotations.Nullable;

/** Chooses what to free: events that are likely to find better places only together. */
public final class Neighbourhoods {
    private static final int SAMPLES = 60;

    private final State state;
    private final CompiledProblem compiled;
    private final @Nullable Clusters clusters;
    private final Random random;
    private final boolean[] movable;

    /**
     * @param state the state to look at
     * @param clusters what belongs together; null when it is not known, then events are drawn at random instead
     * @param random of all decisions
     */
    public Neighbourhoods(State state, @Nullable Clusters clusters, Random random) {
        this.state = state;
        this.compiled = state.compiled();
        this.clusters = clusters;
        this.random = random;
        movable = new boolean[compiled.events.count()];
        for (int e = 0; e < movable.length; e++) {
            movable[e] = compiled.events.impossible()[e] == null
                    && (compiled.events.times()[e].length > 1 || compiled.events.rooms()[e].length > 1);
        }
    }

    /**
     * Events of a kind of neighbourhood.
     *
     * @param kind which kind
     * @param most largest number of events
     * @return events with a choice, each once; empty when there are none of this kind
     */
    public int[] choose(NeighbourhoodKind kind, int most) {
        int start = start(kind);
        if (start < 0) {
            return new int[0];
        }
        return switch (kind) {
            case CLUSTER -> filled(closest(start, most, true), start, most);
            case CONFLICT -> closest(start, most, false);
            case ROOM -> drawn(start, most, other -> state.room(other) == state.room(start));
            case DAY -> drawn(start, most, sameDay(start));
            case PERSON -> filled(ofPerson(start), start, most);
        };
    }

    /** A random event with a choice; for conflicts one that has no place, or the dearest of a sample. */
    private int start(NeighbourhoodKind kind) {
        int best = -1;
        long dearest = Long.MIN_VALUE;
        int samples = kind == NeighbourhoodKind.CONFLICT ? SAMPLES : 1;
        int offset = random.nextInt(Math.max(1, movable.length));
        if (kind == NeighbourhoodKind.CONFLICT) {
            for (int i = 0; i < movable.length; i++) {
                int event = (i + offset) % movable.length;
                if (movable[event] && !state.isPlaced(event)) {
                    return event;
                }
            }
        }
        for (int i = 0, found = 0; i < 4 * movable.length && found < samples; i++) {
            int event = random.nextInt(movable.length);
            if (!movable[event] || !state.isPlaced(event) || kind == NeighbourhoodKind.ROOM && state.room(event) < 0) {
                continue;
            }
            found++;
            long price = samples == 1 ? 0 : price(event);
            if (price > dearest) {
                dearest = price;
                best = event;
            }
        }
        return best;
    }

    /** What would be saved if an event were not there. */
    private long price(int event) {
        int time = state.time(event);
        int room = state.roomOption(event);
        long before = state.ledger().soft();
        state.unplace(event);
        long price = before - state.ledger().soft();
        state.place(event, time, room);
        return price;
    }

    private int[] closest(int start, int most, boolean within) {
        if (clusters == null) {
            return drawn(start, most, other -> true);
        }
        return Arrays.stream(clusters.around(start, 2 * most, within))
                .filter(event -> movable[event])
                .limit(most)
                .toArray();
    }

    /** The start and random others that fit it. */
    private int[] drawn(int start, int most, IntPredicate fits) {
        int[] others = IntStream.range(0, movable.length)
                .filter(other -> movable[other] && other != start && fits.test(other))
                .toArray();
        for (int i = others.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = others[i];
            others[i] = others[j];
            others[j] = swapped;
        }
        return IntStream.concat(IntStream.of(start), Arrays.stream(others))
                .limit(most)
                .toArray();
    }

    private IntPredicate sameDay(int start) {
        int days = compiled.patterns.days[state.pattern(start)];
        int day = Integer.highestOneBit(days);
        return other -> state.isPlaced(other) && (compiled.patterns.days[state.pattern(other)] & day) != 0;
    }

    /** Events of one of the people who give an event; the event alone where nobody does. */
    private int[] ofPerson(int start) {
        int[] seats = compiled.staff.seatsOfEvent()[start];
        IntList events = new IntList();
        events.add(start);
        if (seats.length > 0) {
            int person = state.person(seats[random.nextInt(seats.length)]);
            for (int seat = 0; seat < compiled.staff.seats() && person >= 0; seat++) {
                if (state.person(seat) == person) {
                    for (int event : compiled.staff.eventsOf()[compiled.staff.decisionOf()[seat]]) {
                        if (movable[event] && !events.contains(event)) {
                            events.add(event);
                        }
                    }
                }
            }
        }
        return events.toArray();
    }

    /** Adds what is close, up to a number of events. */
    private int[] filled(int[] events, int start, int most) {
        if (events.length >= most) {
            return Arrays.copyOf(events, most);
        }
        return IntStream.concat(Arrays.stream(events), Arrays.stream(closest(start, most, false)))
                .distinct()
                .limit(most)
                .toArray();
    }
}
