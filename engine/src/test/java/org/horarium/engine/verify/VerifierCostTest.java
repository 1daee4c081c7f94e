package org.horarium.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.horarium.engine.verify.SmallProblem.MON;
import static org.horarium.engine.verify.SmallProblem.TUE;
import static org.horarium.engine.verify.SmallProblem.WED;
import static org.horarium.engine.verify.SmallProblem.at;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarConstraint.MemberKind;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.CostComponent;
import org.horarium.engine.model.Course;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.LeastChange;
import org.horarium.engine.model.LoadBalance;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.SameStaff;
import org.horarium.engine.model.StaffFairness;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.Student;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.Weights;
import org.horarium.engine.model.WorkingDays;
import org.junit.jupiter.api.Test;

/** Costs of small plans, worked out by hand. */
class VerifierCostTest {
    private final SmallProblem small = new SmallProblem();

    private void costs(CostComponent component, long expected) {
        Verdict verdict = small.verdict();
        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.score().costs().entrySet().stream().filter(cost -> cost.getValue() != 0))
                .containsExactly(Map.entry(component, expected));
        assertThat(verdict.score().total()).isEqualTo(expected);
    }

    @Test
    void aChosenTimeCostsItsPenaltyTimesTheWeight() {
        small.weights = new Weights(3, 1, 1, 1, 1);
        small.event("a", at(MON, 0, 2), at(TUE, 0, 2), at(WED, 0, 2));
        small.place("a", at(WED, 0, 2), null, null);

        costs(CostComponent.TIME, 2 * 3);
    }

    @Test
    void aChosenRoomCostsItsPenaltyTimesTheWeight() {
        small.weights = new Weights(1, 5, 1, 1, 1);
        small.room("x");
        small.room("y");
        small.event("a", List.of(at(MON, 0, 2)), List.of("x", "y"), List.of(), List.of());
        small.place("a", at(MON, 0, 2), "y", null);

        costs(CostComponent.ROOM, 5);
    }

    @Test
    void aChosenPersonCostsThePenaltyTimesTheWeight() {
        small.weights = new Weights(1, 1, 7, 1, 1);
        small.person("ann");
        small.person("bob");
        small.event("a", List.of(at(MON, 0, 2)), List.of(), List.of("ann", "bob"), List.of());
        small.place("a", at(MON, 0, 2), null, "bob");

        costs(CostComponent.STAFF, 7);
    }

    @Test
    void whatMovedAwayFromTheReferenceCostsItsUnits() {
        small.room("x");
        small.room("y");
        small.person("ann");
        small.person("bob");
        small.weights = new Weights(0, 0, 0, 1, 1);
        for (String id : List.of("time", "room", "person", "all", "none", "unknown before")) {
            TimePattern monday = at(MON, small.events.size(), small.events.size() + 1);
            TimePattern tuesday = at(TUE, small.events.size(), small.events.size() + 1);
            small.event(id, List.of(monday, tuesday), List.of("x", "y"), List.of("ann", "bob"), List.of());
        }
        List<Placement> before = new ArrayList<>(small.placements.values());
        before.remove(5);
        before.add(new Placement("gone", at(MON, 0, 1), "x", List.of()));
        small.constraints.add(new LeastChange("least change", before, 1, 10, 100));
        small.place("time", at(TUE, 0, 1), "x", "ann");
        small.place("room", at(MON, 1, 2), "y", "ann");
        small.place("person", at(MON, 2, 3), "x", "bob");
        small.place("all", at(TUE, 3, 4), "y", "bob");
        small.place("unknown before", at(TUE, 5, 6), "y", "bob");

        costs(CostComponent.CHANGE, 1 + 10 + 100 + 111);
    }

    @Test
    void aStudentConflictCountsOncePerPairAndStudent() {
        small.weights = new Weights(1, 1, 1, 1, 10);
        small.rooms.add(new Room("north", "north", 9, null, List.of(), Map.of("south", 3)));
        small.room("south");
        small.event("a", List.of(at(MON | TUE, 0, 2)), List.of("north"), List.of(), List.of());
        small.event("b", List.of(at(MON | TUE, 4, 6)), List.of("south"), List.of(), List.of());
        small.event("c", at(MON | TUE, 5, 7));
        for (String id : List.of("a", "b", "c")) {
            small.courses.add(new Course(
                    id,
                    List.of(new Course.Config(
                            id, List.of(new Course.Subpart(id, List.of(new Course.SectionedClass(id, 9, null))))))));
        }
        List<String> all = List.of("a", "b", "c");
        small.students.add(new Student("one", all));
        small.students.add(new Student("two", all));
        small.enrolments.put("one", all);
        small.enrolments.put("two", all);

        // a and b: two slots between, three to walk; b and c overlap; a and c are fine. Both pairs on two days in two
        // weeks.
        costs(CostComponent.STUDENT, 2 * 2 * 10);
    }

    @Test
    void aPairwiseDistributionCountsPairs() {
        small.weights = new Weights(1, 1, 1, 4, 1);
        small.event("a", at(MON, 0, 2));
        small.event("b", at(MON, 2, 4));
        small.event("c", at(TUE, 0, 2));
        small.constraints.add(
                new Distribution("d", new DistributionRule.SameDays(), List.of("a", "b", "c"), Strength.soft(3)));

        costs(CostComponent.DISTRIBUTION, 2 * 3 * 4);
    }

    @Test
    void maxDaysCountsDaysAbove() {
        small.event("a", at(MON, 0, 2));
        small.event("b", at(TUE, 2, 4));
        small.event("c", at(WED, 0, 2));
        small.constraints.add(
                new Distribution("d", new DistributionRule.MaxDays(1), List.of("a", "b", "c"), Strength.soft(3)));

        costs(CostComponent.DISTRIBUTION, 2 * 3);
    }

    @Test
    void maxDayLoadIsMultipliedFirstAndThenDividedByTheWeeks() {
        small.weights = new Weights(1, 1, 1, 10, 1);
        small.event("a", at(MON, 0, 2));
        small.event("b", at(1, MON, 2, 5));
        small.constraints.add(
                new Distribution("d", new DistributionRule.MaxDayLoad(4), List.of("a", "b"), Strength.soft(5)));

        // One slot above in one of two weeks: 1 × 5 / 2 = 2 (rounded down), × 10.
        costs(CostComponent.DISTRIBUTION, 20);
    }

    @Test
    void maxBreaksCountsBlocksAfterMerging() {
        small.event("a", at(MON, 0, 2));
        small.event("b", at(MON, 3, 4));
        small.event("c", at(MON, 6, 7));
        small.event("d", at(MON, 9, 10));
        small.constraints.add(new Distribution(
                "breaks", new DistributionRule.MaxBreaks(1, 1), List.of("a", "b", "c", "d"), Strength.soft(3)));

        // Blocks 0–4, 6–7, 9–10: two breaks, one above, in two weeks: 2 × 3 / 2.
        costs(CostComponent.DISTRIBUTION, 3);
    }

    @Test
    void maxBlockCountsBlocksOfTwoOrMoreEvents() {
        small.event("a", at(MON, 0, 2));
        small.event("b", at(MON, 2, 4));
        small.event("alone", at(TUE, 0, 8));
        small.constraints.add(new Distribution(
                "d", new DistributionRule.MaxBlock(3, 0), List.of("a", "b", "alone"), Strength.soft(3)));

        costs(CostComponent.DISTRIBUTION, 3);
    }

    @Test
    void minDaysBetweenCountsMissingDaysOfPairs() {
        small.event("a", at(MON, 0, 2));
        small.event("b", at(MON, 2, 4));
        small.event("c", at(TUE, 0, 2));
        small.constraints.add(new MinDaysBetween("d", List.of("a", "b", "c"), 2, Strength.soft(3)));

        costs(CostComponent.SPREAD, (2 + 1 + 1) * 3);
    }

    @Test
    void minDaysBetweenLeavesAlternatingWeeksAlone() {
        small.event("a", at(1, MON, 0, 2));
        small.event("b", at(2, MON, 0, 2));
        small.event("c", at(1, MON, 4, 6));
        small.constraints.add(new MinDaysBetween("d", List.of("a", "b", "c"), 1, Strength.soft(3)));

        costs(CostComponent.SPREAD, 3);
    }

    @Test
    void workingDaysCountsMissingDays() {
        small.event("a", at(MON, 0, 2));
        small.event("b", at(MON, 2, 4));
        small.constraints.add(new WorkingDays("d", List.of("a", "b"), 4, Strength.soft(5)));

        costs(CostComponent.SPREAD, 3 * 5);
    }

    @Test
    void roomStabilityCountsExtraRooms() {
        small.room("x");
        small.room("y");
        small.event("a", List.of(at(MON, 0, 2)), List.of("x"), List.of(), List.of());
        small.event("b", List.of(at(MON, 2, 4)), List.of("y"), List.of(), List.of());
        small.event("c", at(MON, 4, 6));
        small.constraints.add(new RoomStability("d", List.of("a", "b", "c"), Strength.soft(5)));

        costs(CostComponent.STABILITY, 5);
    }

    @Test
    void roomStabilityMayAllowMoreThanOneRoom() {
        for (String room : List.of("x", "y", "z")) {
            small.room(room);
            small.event("in " + room, List.of(at(MON, 0, 2)), List.of(room), List.of(), List.of());
        }
        small.constraints.add(new RoomStability("d", List.of("in x", "in y", "in z"), 2, Strength.soft(5)));

        costs(CostComponent.STABILITY, 5);
    }

    @Test
    void sameStaffCountsPeopleBeyondTheNeed() {
        small.person("ann");
        small.person("bob");
        small.event("a", List.of(at(MON, 0, 2)), List.of(), List.of("ann"), List.of());
        small.event("b", List.of(at(MON, 2, 4)), List.of(), List.of("bob"), List.of());
        small.constraints.add(new SameStaff("d", "lecturer", List.of("a", "b"), Strength.soft(5)));

        costs(CostComponent.STABILITY, 5);
    }

    @Test
    void cumulativeCountsMissingPiecesInEachSlot() {
        small.event("a", at(MON, 0, 3));
        small.event("b", at(1, MON, 1, 3));
        small.constraints.add(new Cumulative(
                "d",
                "laptops",
                List.of(new Cumulative.Demand("a", 20), new Cumulative.Demand("b", 15)),
                30,
                Strength.soft(2)));

        costs(CostComponent.CAPACITY, 2 * 5 * 2);
    }

    @Test
    void selectedSlotsCountInEachWeek() {
        small.event("a", at(1, MON, 3, 6));
        small.event("b", at(MON, 5, 8));
        within(new DistributionRule.SlotsWithin(List.of(at(MON, 0, 4), at(TUE, 0, 2)), 3, 4));
        within(new DistributionRule.AtOnceWithin(List.of(at(MON, 4, 7)), 0));
        within(new DistributionRule.EventsWithin(List.of(at(MON, 4, 7)), 0));

        // Slots missing: two in the first week, three in the second. Too many at once: one in slot 4, two in slot 5,
        // one
        // in slot 6 of the first week, two slots with one in the second. Two events touch the times.
        costs(CostComponent.DISTRIBUTION, (2 + 3) * 2 + (1 + 2 + 1 + 2) * 2 + 2 * 2);
    }

    private void within(DistributionRule rule) {
        small.constraints.add(
                new Distribution(rule.getClass().getSimpleName(), rule, List.of("a", "b"), Strength.soft(2)));
    }

    @Test
    void loadBalanceCountsSquaredSteps() {
        small.person("ann");
        small.event("a", List.of(at(MON, 0, 5)), List.of(), List.of("ann"), List.of());
        small.constraints.add(new LoadBalance("d", List.of(new LoadBalance.Target("ann", 3)), 2, Strength.soft(4)));

        // Five slots in two weeks are ten, seven above the target: three whole steps of two, squared.
        costs(CostComponent.LOAD, 9 * 4);
    }

    @Test
    void fairnessCountsCubedLevelsOfEachPersonsOwnRegret() {
        small.weights = new Weights(1, 1, 2, 1, 1);
        small.person("ann");
        small.person("bob");
        small.event("a", List.of(at(MON, 0, 2)), List.of(), List.of("ann", "bob"), List.of());
        small.event("b", List.of(at(MON, 2, 4)), List.of(), List.of("ann", "bob"), List.of());
        small.event("c", List.of(at(MON, 4, 6)), List.of(), List.of("ann", "bob"), List.of());
        small.place("a", at(MON, 0, 2), null, "bob");
        small.place("b", at(MON, 2, 4), null, "bob");
        small.place("c", at(MON, 4, 6), null, "bob");
        small.constraints.add(new StaffFairness(
                "d",
                List.of(new StaffFairness.Share("ann", 0, 1), new StaffFairness.Share("bob", 1, 2)),
                Strength.soft(5)));

        // Bob is the second candidate, penalty 1: three times 1 × 2 is a regret of six, five beyond what is free: two
        // whole levels of two, cubed. Ann has nothing to regret.
        Verdict verdict = small.verdict();
        assertThat(verdict.score().costs().get(CostComponent.STAFF)).isEqualTo(6);
        assertThat(verdict.score().costs().get(CostComponent.FAIRNESS)).isEqualTo(8 * 5);
    }

    @Test
    void gapsOfPeopleDoNotCountWhileTheyAreUnavailable() {
        small.person("ann", at(MON, 3, 4));
        small.event("a", List.of(at(MON, 0, 2)), List.of(), List.of("ann"), List.of());
        small.event("b", List.of(at(MON, 5, 6)), List.of(), List.of("ann"), List.of());
        small.constraints.add(new CalendarConstraint(
                "d", new CalendarRule.MaxGapsPerDay(0), MemberKind.PERSON, List.of("ann"), Strength.soft(1)));

        // Slots 2 and 4 are gaps, slot 3 is not; in two weeks.
        costs(CostComponent.PERSON_DAY, 4);
    }

    @Test
    void emptyDaysCountWhereTheyAreNotAllowed() {
        small.group("g");
        small.event("a", List.of(at(MON, 0, 3)), List.of(), List.of(), List.of("g"));
        small.constraints.add(new CalendarConstraint(
                "d", new CalendarRule.MinSlotsPerDay(2, false), MemberKind.GROUP, List.of("g"), Strength.soft(1)));

        // Four empty days miss two slots each, in two weeks.
        costs(CostComponent.GROUP_DAY, 16);
    }

    @Test
    void daysThatBeginLateCost() {
        small.group("g", at(WED, 0, 2));
        small.event("a", List.of(at(1, MON, 3, 4)), List.of(), List.of(), List.of("g"));
        small.event("b", List.of(at(1, TUE, 1, 2)), List.of(), List.of(), List.of("g"));
        small.event("c", List.of(at(1, WED, 2, 3)), List.of(), List.of(), List.of("g"));
        small.constraints.add(new CalendarConstraint(
                "d", new CalendarRule.EarlyStart(1), MemberKind.GROUP, List.of("g"), Strength.soft(5)));

        // Monday begins three slots late, two too many; Monday and Tuesday are late, one too many; Wednesday is not.
        costs(CostComponent.GROUP_DAY, (2 + 1) * 5);
    }

    @Test
    void changesOfBuildingPassOverEventsWithoutOne() {
        small.person("ann");
        small.rooms.add(new Room("n1", "n1", 9, "north", List.of(), Map.of()));
        small.rooms.add(new Room("n2", "n2", 9, "north", List.of(), Map.of()));
        small.rooms.add(new Room("s", "s", 9, "south", List.of(), Map.of()));
        small.room("tent");
        visit("a", 0, "n1");
        visit("b", 6, "s");
        visit("c", 2, "n2");
        visit("d", 4, "tent");
        small.event("online", List.of(at(1, MON, 8, 9)), List.of(), List.of("ann"), List.of());
        visit("e", 9, "n1");
        changes(CalendarRule.Place.BUILDING, CalendarRule.Period.DAY, 0);
        changes(CalendarRule.Place.ROOM, CalendarRule.Period.WEEK, 1);

        // Buildings: north, north, south, north are two changes. Rooms: five stops, four changes, three above.
        costs(CostComponent.PERSON_DAY, 2 * 10 + 3 * 10);
    }

    private void visit(String id, int slot, String room) {
        small.event(id, List.of(at(1, MON, slot, slot + 1)), List.of(room), List.of("ann"), List.of());
    }

    private void changes(CalendarRule.Place place, CalendarRule.Period period, int most) {
        small.constraints.add(new CalendarConstraint(
                place.name(),
                new CalendarRule.MaxChanges(place, period, most),
                MemberKind.PERSON,
                List.of("ann"),
                Strength.soft(10)));
    }

    @Test
    void isolatedSlotsHaveNoNeighbour() {
        small.group("g");
        small.event("a", List.of(at(1, MON, 0, 1)), List.of(), List.of(), List.of("g"));
        small.event("b", List.of(at(1, MON, 2, 3)), List.of(), List.of(), List.of("g"));
        small.event("c", List.of(at(1, MON, 3, 4)), List.of(), List.of(), List.of("g"));
        small.event("d", List.of(at(1, TUE, 9, 10)), List.of(), List.of(), List.of("g"));
        small.constraints.add(new CalendarConstraint(
                "d", new CalendarRule.NoIsolatedSlot(), MemberKind.GROUP, List.of("g"), Strength.soft(2)));

        costs(CostComponent.GROUP_DAY, 4);
    }

    @Test
    void saysWhoWhereAndWhen() {
        small.room("A101");
        small.event("Databases lecture", List.of(at(MON, 1, 4)), List.of("A101"), List.of(), List.of());
        small.event("Circuits lab", List.of(at(1, MON, 2, 6)), List.of("A101"), List.of(), List.of());

        assertThat(small.verdict().violations())
                .extracting(Violation::message)
                .containsExactly("Room A101: Databases lecture and Circuits lab meet on Monday, slots 3–4, week 1.");
    }
}
