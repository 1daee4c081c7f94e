package org.horarium.engine.pipeline;

import org.horarium.engine.lns.NeighbourhoodKind;
import org.jspecify.annotations.Nullable;

/** A way to search for a while. */
enum Action {
    /** Annealing from a low temperature. */
    ANNEAL_LOW(0.15, null),
    /** Annealing from a medium temperature. */
    REHEAT(0.4, null),
    /** Students change classes, nothing else. */
    STUDENTS(0.2, null),
    /** A cluster of events is freed and solved exactly. */
    FREE_CLUSTER(0, NeighbourhoodKind.CLUSTER),
    /** What is in a room. */
    FREE_ROOM(0, NeighbourhoodKind.ROOM),
    /** What is on a day. */
    FREE_DAY(0, NeighbourhoodKind.DAY),
    /** What a person gives. */
    FREE_PERSON(0, NeighbourhoodKind.PERSON),
    /** What is around an expensive event. */
    FREE_CONFLICT(0, NeighbourhoodKind.CONFLICT),
    /** A plan with blocks of another. */
    CROSSOVER(0.25, null);

    /** Where annealing begins. */
    final double heat;

    /** What is freed; null where nothing is. */
    final @Nullable NeighbourhoodKind neighbourhood;

    Action(double heat, @Nullable NeighbourhoodKind neighbourhood) {
        this.heat = heat;
        this.neighbourhood = neighbourhood;
    }
}
