package org.horarium.engine.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.LoadBalance;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.Weights;
import org.junit.jupiter.api.Test;

/** Figures of a tiny problem, each worked out by hand. */
class KpisTest {
    private static final TimePattern CLOSED = slots(0, 3, 1);

    private final List<Event> events = new ArrayList<>();
    private final List<Placement> placements = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final Map<String, List<String>> enrolments = new HashMap<>();

    private static TimePattern slots(int day, int start, int length) {
        return new TimePattern(1, 1 << day, start, length);
    }

    /** Two rooms of 40 and 20 seats, groups of 15 and 10 (the latter closed on Monday slot 3), Ann and Bob. */
    private Problem problem() {
        return new Problem(
                "tiny",
                new Grid(1, 2, 8),
                List.of(
                        new Room("large", "Large", 40, null, List.of(), Map.of()),
                        new Room("small", "Small", 20, null, List.of(), Map.of())),
                List.of(new Person("ann", "Ann", List.of()), new Person("bob", "Bob", List.of())),
                List.of(new Group("a", "A", 15, List.of()), new Group("b", "B", 10, List.of(CLOSED))),
                events,
                List.of(),
                List.of(),
                constraints,
                Weights.ONE,
                List.of());
    }

    private void event(
            String id, TimePattern time, String room, int annsPenalty, int bobsPenalty, String by, String... groups) {
        List<TimeOption> times = new ArrayList<>();
        for (int day = 0; day < 2; day++) {
            for (int start = 0; start + time.length() <= 8; start++) {
                times.add(new TimeOption(slots(day, start, time.length()), 0));
            }
        }
        events.add(new Event(
                id,
                id,
                times,
                List.of(new RoomOption("large", 2), new RoomOption("small", 0)),
                true,
                List.of(new StaffNeed(
                        "lecturer",
                        1,
                        List.of(new PersonOption("ann", annsPenalty), new PersonOption("bob", bobsPenalty)))),
                List.of(groups)));
        placements.add(new Placement(id, time, room, List.of(new StaffAssignment("lecturer", by))));
    }

    private Kpis kpis() {
        return Kpis.of(problem(), new Plan(placements, enrolments), null);
    }

    @Test
    void gapsCountStudentsAndNotClosedSlots() {
        event("e1", slots(0, 0, 1), "large", 0, 0, "ann", "a", "b");
        event("e2", slots(0, 5, 1), "large", 0, 0, "ann", "a", "b");
        // slots 1–4 are idle: for A 4 × 15; for B slot 3 is closed: 3 × 10
        assertThat(kpis().studentGaps()).isEqualTo(4 * 15 + 3 * 10);
        assertThat(kpis().score().feasible()).isTrue();
    }

    @Test
    void individualStudentsHaveGapsToo() {
        event("e1", slots(0, 0, 2), "large", 0, 0, "ann");
        event("e2", slots(0, 4, 1), "small", 0, 0, "bob");
        enrolments.put("s1", List.of("e1", "e2"));
        enrolments.put("s2", List.of("e2"));
        assertThat(kpis().studentGaps()).isEqualTo(2);
    }

    @Test
    void lateIsTheLastQuarterOfTheTeachingDay() {
        // the day has 8 slots, so slots 6 and 7 are late
        event("e1", slots(0, 5, 2), "large", 0, 0, "ann", "a");
        event("e2", slots(1, 6, 2), "large", 0, 0, "ann", "b");
        assertThat(kpis().lateSlots()).isEqualTo(15 + 2 * 10);
    }

    @Test
    void choicesRankThePenaltiesOfAPerson() {
        event("e1", slots(0, 0, 1), "large", 0, 30, "ann", "a"); // Ann's 1st
        event("e2", slots(0, 1, 1), "large", 10, 30, "ann", "a"); // her 2nd
        event("e3", slots(0, 2, 1), "large", 20, 30, "ann", "a"); // her 3rd
        event("e4", slots(0, 3, 1), "large", 30, 30, "ann", "a"); // her 4th
        event("e5", slots(0, 4, 1), "large", 60, 30, "bob", "a"); // Bob has no preferences
        Kpis kpis = kpis();
        assertThat(kpis.choices()).containsExactly(1, 1, 1, 1);
        assertThat(kpis.sessions()).isEqualTo(4);
        assertThat(kpis.worstOff()).isEqualTo("ann");
        assertThat(kpis.worstOffBy()).isEqualTo((0 + 10 + 20 + 30) / 4.0);
    }

    @Test
    void envyIsToWantWhatTheOtherHas() {
        event("e1", slots(0, 0, 1), "large", 0, 10, "bob", "a");
        event("e2", slots(0, 1, 1), "large", 10, 10, "ann", "a");
        event("e3", slots(0, 2, 1), "large", 10, 0, "bob", "a");
        // Ann has 10 and would have (0 + 10)/2 = 5 with Bob's; Bob has (10 + 0)/2 = 5 and would have 10 with hers
        assertThat(kpis().envyPairs()).isEqualTo(1);
    }

    @Test
    void nobodyIsWorstOffWithoutPreferences() {
        event("e1", slots(0, 0, 1), "large", 5, 5, "bob", "a");
        assertThat(kpis().worstOff()).isNull();
        assertThat(kpis().worstOffBy()).isZero();
        assertThat(kpis().choices()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void loadSpreadIsMeasuredFromTargets() {
        event("e1", slots(0, 0, 3), "large", 0, 0, "ann", "a");
        event("e2", slots(1, 0, 1), "large", 0, 0, "bob", "a");
        assertThat(kpis().loadSpread()).isEqualTo(2);
        constraints.add(new LoadBalance(
                "load",
                List.of(new LoadBalance.Target("ann", 2), new LoadBalance.Target("bob", 4)),
                1,
                Strength.soft(1)));
        // Ann 3 − 2 = 1, Bob 1 − 4 = −3
        assertThat(kpis().loadSpread()).isEqualTo(4);
    }

    @Test
    void seatFillIsWeightedBySlots() {
        event("e1", slots(0, 0, 1), "large", 0, 0, "ann", "a", "b");
        event("e2", slots(0, 1, 2), "small", 0, 0, "ann", "a");
        // (25 · 1 + 15 · 2) of (40 · 1 + 20 · 2) seats: 55 of 80
        assertThat(kpis().seatFill()).isEqualTo(69);
        assertThat(kpis().rooms()).isEqualTo(2);
        assertThat(kpis().score().total()).isEqualTo(2);
    }

    @Test
    void movedIsAnotherTimeOrRoom() {
        event("e1", slots(0, 0, 1), "large", 0, 0, "ann", "a");
        event("e2", slots(0, 1, 1), "large", 0, 0, "ann", "a");
        event("e3", slots(0, 2, 1), "large", 0, 0, "ann", "a");
        event("e4", slots(0, 3, 1), "large", 0, 0, "ann", "a");
        Plan before = new Plan(placements, Map.of());
        List<Placement> after = new ArrayList<>(placements);
        after.set(
                0,
                new Placement("e1", slots(1, 0, 1), "large", placements.get(0).staff()));
        after.set(
                1,
                new Placement("e2", slots(0, 1, 1), "small", placements.get(1).staff()));
        after.set(2, new Placement("e3", slots(0, 2, 1), "large", List.of(new StaffAssignment("lecturer", "bob"))));
        after.remove(3);
        Difference difference = Difference.between(problem(), before, new Plan(after, Map.of()));
        assertThat(difference.moved()).containsExactly("e1", "e2", "e4");
        assertThat(difference.restaffed()).containsExactly("e3");
        assertThat(difference.share()).isEqualTo(0.75);
        assertThat(Kpis.of(problem(), new Plan(after, Map.of()), before).moved())
                .isEqualTo(3);
    }

    @Test
    void unknownVariantNamesTheKnown() {
        assertThat(Variant.of("student-compact")).isEqualTo(Variant.STUDENT_COMPACT);
        assertThatThrownBy(() -> Variant.of("cheap"))
                .hasMessageContaining("(cheap)")
                .hasMessageContaining("balanced, personnel, student-compact, room-efficient, least-change");
    }
}
