package org.horarium.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.model.CostComponent;

/** Moves a state about without any sense. */
final class RandomMoves {
    private final State state;
    private final CompiledProblem compiled;
    private final Random random;

    RandomMoves(State state, Random random) {
        this.state = state;
        this.compiled = state.compiled();
        this.random = random;
    }

    void move() {
        int event = placeableEvent();
        int kind = random.nextInt(10);
        if (kind == 0 && state.isPlaced(event)) {
            state.unplace(event);
        } else if (kind == 4) {
            enrol(random.nextInt(compiled.students.demands));
        } else if (kind < 4 && compiled.staff.seats() > 0) {
            seat(random.nextInt(compiled.staff.seats()));
        } else {
            state.move(event, time(event), room(event));
        }
        if (random.nextInt(50) == 0) {
            int rule = random.nextInt(compiled.rules.count);
            if (compiled.rules.hard[rule]) {
                state.ledger().setWeight(rule, 1 + random.nextInt(3));
            }
        }
    }

    /** Any class of each subpart, parents or not. */
    private void enrol(int demand) {
        int[][][] configs = compiled.students.classes[compiled.students.courseOf[demand]];
        int[][] config = configs[random.nextInt(configs.length)];
        int[] classes = new int[compiled.students.width];
        java.util.Arrays.fill(classes, -1);
        for (int k = 0; k < config.length; k++) {
            classes[k] = config[k][random.nextInt(config[k].length)];
        }
        long before = state.ledger().costs()[CostComponent.STUDENT.ordinal()];
        long change = state.enrolments().change(demand, classes) * compiled.students.weight;
        state.enrol(demand, classes);
        assertThat(state.ledger().costs()[CostComponent.STUDENT.ordinal()]).isEqualTo(before + change);
    }

    int placeableEvent() {
        int event;
        do {
            event = random.nextInt(compiled.events.count());
        } while (compiled.events.impossible()[event] != null);
        return event;
    }

    int time(int event) {
        return random.nextInt(compiled.events.times()[event].length);
    }

    int room(int event) {
        return compiled.events.needsRoom()[event]
                ? random.nextInt(compiled.events.rooms()[event].length)
                : -1;
    }

    /** Fills or empties a seat that is not pinned, keeping to different people in one event. */
    private void seat(int seat) {
        int decision = compiled.staff.decisionOf()[seat];
        if (compiled.staff.pinned()[seat] >= 0) {
            return;
        }
        int candidate = random.nextInt(compiled.staff.free()[decision] + 1) - 1;
        if (candidate >= 0 && isTaken(decision, compiled.staff.candidates()[decision][candidate])) {
            candidate = -1;
        }
        state.seat(seat, candidate);
    }

    private boolean isTaken(int decision, int person) {
        for (int event : compiled.staff.eventsOf()[decision]) {
            for (int other : compiled.staff.seatsOfEvent()[event]) {
                if (state.person(other) == person) {
                    return true;
                }
            }
        }
        return false;
    }
}
