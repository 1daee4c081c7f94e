package org.horarium.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.horarium.engine.verify.SmallProblem.MON;
import static org.horarium.engine.verify.SmallProblem.TUE;
import static org.horarium.engine.verify.SmallProblem.WED;
import static org.horarium.engine.verify.SmallProblem.at;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarConstraint.MemberKind;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Course;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.LeastChange;
import org.horarium.engine.model.LoadBalance;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.Pin;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One valid plan of a problem with every rule in it, and for each rule a mutation that breaks this rule and no other.
 * Every rule has events of its own, so that a mutation cannot touch another.
 */
class VerifierMutationTest {
    /** What is done to the plan, and the one violation that must come of it. */
    record Mutation(HardRule rule, String subject, long units, Consumer<SmallProblem> change) {
        @Override
        public String toString() {
            return rule == HardRule.CONSTRAINT ? subject : rule.toString();
        }
    }

    private final SmallProblem small = new SmallProblem();
    private final List<Mutation> mutations = new ArrayList<>();

    VerifierMutationTest() {
        hardRules();
        pairwiseRules();
        rulesOverDays();
        rulesOnRoomsAndPeople();
        calendarRules();
    }

    static Stream<Mutation> mutations() {
        return new VerifierMutationTest().mutations.stream();
    }

    @Test
    void acceptsTheUnchangedPlan() {
        Verdict verdict = small.verdict();

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.score().hard()).isZero();
        assertThat(verdict.score().total()).isZero();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void rejectsTheMutatedPlanForExactlyThatRule(Mutation mutation) {
        mutation.change.accept(small);

        Verdict verdict = small.verdict();

        assertThat(verdict.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(mutation.rule);
            assertThat(violation.subject()).isEqualTo(mutation.subject);
            assertThat(violation.units()).isEqualTo(mutation.units);
            assertThat(violation.message()).isNotBlank().endsWith(".");
        });
        assertThat(verdict.score().hard()).isEqualTo(mutation.units);
        assertThat(verdict.feasible()).isFalse();
    }

    @Test
    void hasAMutationForEachHardRuleAndEachKindOfConstraint() {
        Set<HardRule> rules = EnumSet.noneOf(HardRule.class);
        Set<String> subjects = new TreeSet<>();
        for (Mutation mutation : mutations) {
            rules.add(mutation.rule);
            subjects.add(mutation.subject);
        }

        assertThat(rules).containsExactlyInAnyOrder(HardRule.values());
        Stream.of(Constraint.class, DistributionRule.class, CalendarRule.class)
                .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                // the first two have rules of their own, the third is never hard
                .filter(type -> !List.of(Distribution.class, CalendarConstraint.class, LeastChange.class)
                        .contains(type))
                .forEach(type -> assertThat(subjects).contains(type.getSimpleName()));
    }

    private void hardRules() {
        small.event("unplaced", at(MON, 0, 2));
        add(HardRule.PLACED, "unplaced", s -> s.placements.remove("unplaced"));
        small.event("stranger", at(MON, 0, 2));
        add(HardRule.PLACED_ONCE, "nobody knows", s -> s.place("nobody knows", at(MON, 0, 2), null, null));
        small.event("early", at(MON, 0, 2));
        add(HardRule.TIME_CANDIDATE, "early", s -> s.place("early", at(MON, 1, 3), null, null));

        small.room("roomy");
        small.room("other");
        small.event("housed", List.of(at(MON, 0, 2)), List.of("roomy"), List.of(), List.of());
        add(HardRule.ROOM_CANDIDATE, "housed", s -> s.place("housed", at(MON, 0, 2), "other", null));
        small.person("ann");
        small.person("stranger");
        small.event("taught", List.of(at(MON, 0, 2)), List.of(), List.of("ann"), List.of());
        add(HardRule.STAFF_CANDIDATE, "taught", s -> s.place("taught", at(MON, 0, 2), null, "stranger"));

        twoEventsThatMayClash("room", List.of("shared room"), List.of(), List.of());
        small.room("shared room", at(TUE, 0, 2));
        add(HardRule.ROOM_CLASH, "shared room", s -> s.place("room 2", at(MON, 1, 3), "shared room", null));
        add(HardRule.ROOM_UNAVAILABLE, "shared room", s -> s.place("room 2", at(TUE, 1, 3), "shared room", null));
        twoEventsThatMayClash("person", List.of(), List.of("busy person"), List.of());
        small.person("busy person", at(TUE, 0, 2));
        add(HardRule.PERSON_CLASH, "busy person", s -> s.place("person 2", at(MON, 1, 3), null, "busy person"));
        add(HardRule.PERSON_UNAVAILABLE, "busy person", s -> s.place("person 2", at(TUE, 1, 3), null, "busy person"));
        twoEventsThatMayClash("group", List.of(), List.of(), List.of("busy group"));
        small.group("busy group", at(TUE, 0, 2));
        add(HardRule.GROUP_CLASH, "busy group", s -> s.place("group 2", at(MON, 1, 3), null, null));
        add(HardRule.GROUP_UNAVAILABLE, "busy group", s -> s.place("group 2", at(TUE, 1, 3), null, null));

        small.event("pinned", at(MON, 0, 2), at(MON, 2, 4));
        small.pins.add(new Pin("pinned", at(MON, 0, 2), null, List.of()));
        add(HardRule.PIN, "pinned", s -> s.place("pinned", at(MON, 2, 4), null, null));

        for (String id : List.of("lecture", "lab 1", "lab 2")) {
            small.event(id, at(MON, 0, 2), at(TUE, 0, 2));
        }
        small.place("lecture", at(TUE, 0, 2), null, null);
        small.weights = new Weights(0, 1, 1, 1, 1);
        small.courses.add(new Course(
                "course",
                List.of(new Course.Config(
                        "config",
                        List.of(
                                new Course.Subpart("lectures", List.of(new Course.SectionedClass("lecture", 9, null))),
                                new Course.Subpart(
                                        "labs",
                                        List.of(
                                                new Course.SectionedClass("lab 1", 1, "lecture"),
                                                new Course.SectionedClass("lab 2", 1, "lecture"))))))));
        small.students.add(new Student("s1", List.of("course")));
        small.students.add(new Student("s2", List.of("course")));
        small.enrolments.put("s1", List.of("lecture", "lab 1"));
        small.enrolments.put("s2", List.of("lecture", "lab 2"));
        add(HardRule.SECTIONING, "s1", s -> s.enrolments.put("s1", List.of("lecture")));
        add(HardRule.CLASS_LIMIT, "lab 1", s -> s.enrolments.put("s2", List.of("lecture", "lab 1")));
    }

    /** The first on Monday from slot 0 to 2, the second from slot 2 to 4, or one of two times that do harm. */
    private void twoEventsThatMayClash(String name, List<String> rooms, List<String> people, List<String> groups) {
        small.event(name + " 1", List.of(at(MON, 0, 2)), rooms, people, groups);
        small.event(name + " 2", List.of(at(MON, 2, 4), at(MON, 1, 3), at(TUE, 1, 3)), rooms, people, groups);
    }

    private void pairwiseRules() {
        pair(new DistributionRule.SameStart(), at(MON, 2, 4), at(TUE, 2, 5), at(TUE, 3, 5));
        pair(new DistributionRule.SameTime(), at(MON, 2, 5), at(TUE, 3, 5), at(TUE, 4, 6));
        pair(new DistributionRule.DifferentTime(), at(MON, 2, 4), at(TUE, 4, 6), at(TUE, 3, 5));
        pair(new DistributionRule.SameDays(), at(MON | TUE, 2, 4), at(TUE, 4, 6), at(TUE | WED, 4, 6));
        pair(new DistributionRule.DifferentDays(), at(MON, 2, 4), at(TUE, 2, 4), at(MON | TUE, 6, 8));
        pair(new DistributionRule.SameWeeks(), at(1, MON, 2, 4), at(3, MON, 2, 4), at(2, MON, 2, 4));
        pair(new DistributionRule.DifferentWeeks(), at(1, MON, 2, 4), at(2, MON, 2, 4), at(3, TUE, 2, 4));
        pair(new DistributionRule.Overlap(), at(MON, 2, 4), at(MON, 3, 5), at(MON, 4, 6));
        pair(new DistributionRule.NotOverlap(), at(MON, 2, 4), at(MON, 4, 6), at(MON, 3, 5));
        pair(new DistributionRule.Precedence(), at(MON, 2, 4), at(MON, 4, 6), at(MON, 3, 5));
        pair(new DistributionRule.WorkDay(5), at(MON, 0, 2), at(MON, 3, 5), at(MON, 4, 6));
        pair(new DistributionRule.MinGap(2), at(MON, 0, 2), at(MON, 4, 6), at(MON, 3, 5));
        pair(new DistributionRule.OrderedIfSameDay(), at(MON, 2, 4), at(MON, 4, 6), at(MON, 0, 2));
        pair(new DistributionRule.MaxDaysBetween(1), at(MON, 2, 4), at(TUE, 4, 6), at(WED, 4, 6));
        pair(new DistributionRule.MaxGap(1), at(MON, 0, 2), at(MON, 3, 5), at(MON, 4, 6));

        small.rooms.add(new Room("north", "north", 9, null, List.of(), Map.of("south", 2)));
        small.rooms.add(new Room("south", "south", 9, null, List.of(), Map.of()));
        String id = "SameAttendees";
        small.event(id + " 1", List.of(at(MON, 0, 2)), List.of("north"), List.of(), List.of());
        small.event(id + " 2", List.of(at(MON, 4, 6), at(MON, 3, 5)), List.of("south"), List.of(), List.of());
        constrain(new Distribution(
                id, new DistributionRule.SameAttendees(), List.of(id + " 1", id + " 2"), Strength.HARD));
        add(HardRule.CONSTRAINT, id, s -> s.place(id + " 2", at(MON, 3, 5), "south", null));
    }

    private void rulesOverDays() {
        pair(new DistributionRule.MaxDays(1), at(MON, 0, 2), at(MON, 2, 4), at(TUE, 2, 4));
        pair(new DistributionRule.MaxDayLoad(3), at(MON, 0, 2), at(1, TUE, 2, 4), at(1, MON, 2, 4));
        pair(new DistributionRule.MaxBreaks(0, 1), at(MON, 0, 2), at(1, MON, 3, 5), at(1, MON, 4, 6));
        pair(new DistributionRule.MaxBlock(4, 1), at(MON, 0, 2), at(1, MON, 4, 6), at(1, MON, 3, 5));
        List<TimePattern> selected = List.of(at(MON, 4, 8));
        pair(new DistributionRule.EventsWithin(selected, 1), at(MON, 3, 5), at(MON, 2, 4), at(MON, 7, 9));
        pair(new DistributionRule.AtOnceWithin(selected, 1), at(MON, 3, 5), at(1, MON, 3, 4), at(1, MON, 4, 5));
        pair(new DistributionRule.SlotsWithin(selected, 1, 3), at(MON, 3, 6), at(1, MON, 6, 7), at(1, MON, 6, 8));
        pair(
                "MinDaysBetween",
                at(MON, 0, 2),
                at(WED, 0, 2),
                at(MON, 4, 6),
                2,
                (id, events) -> new MinDaysBetween(id, events, 2, Strength.HARD));
        pair(
                "WorkingDays",
                at(MON, 0, 2),
                at(WED, 0, 2),
                at(MON, 4, 6),
                1,
                (id, events) -> new WorkingDays(id, events, 2, Strength.HARD));
        pair(
                "Cumulative",
                at(MON, 0, 2),
                at(1, MON, 2, 4),
                at(1, MON, 1, 3),
                1,
                (id, events) -> new Cumulative(
                        id,
                        "microscopes",
                        events.stream()
                                .map(event -> new Cumulative.Demand(event, 3))
                                .toList(),
                        5,
                        Strength.HARD));
    }

    private void rulesOnRoomsAndPeople() {
        small.room("left");
        small.room("right");
        twoEventsInRooms("SameRoom", "left", "left");
        constrain(new Distribution(
                "SameRoom", new DistributionRule.SameRoom(), List.of("SameRoom 1", "SameRoom 2"), Strength.HARD));
        add(HardRule.CONSTRAINT, "SameRoom", s -> s.place("SameRoom 2", at(MON, 2, 4), "right", null));
        small.room("front");
        small.room("back");
        twoEventsInRooms("SameRoomIfConsecutive", "front", "front");
        constrain(new Distribution(
                "SameRoomIfConsecutive",
                new DistributionRule.SameRoomIfConsecutive(),
                List.of("SameRoomIfConsecutive 1", "SameRoomIfConsecutive 2"),
                Strength.HARD));
        add(
                HardRule.CONSTRAINT,
                "SameRoomIfConsecutive",
                s -> s.place("SameRoomIfConsecutive 2", at(MON, 2, 4), "back", null));
        small.room("up");
        small.room("down");
        twoEventsInRooms("DifferentRoom", "up", "down");
        constrain(new Distribution(
                "DifferentRoom",
                new DistributionRule.DifferentRoom(),
                List.of("DifferentRoom 1", "DifferentRoom 2"),
                Strength.HARD));
        add(HardRule.CONSTRAINT, "DifferentRoom", s -> s.place("DifferentRoom 2", at(MON, 2, 4), "up", null));
        small.room("warm");
        small.room("cold");
        twoEventsInRooms("RoomStability", "warm", "warm");
        constrain(new RoomStability("RoomStability", List.of("RoomStability 1", "RoomStability 2"), Strength.HARD));
        add(HardRule.CONSTRAINT, "RoomStability", s -> s.place("RoomStability 2", at(MON, 2, 4), "cold", null));

        List<String> couple = List.of("eve", "zoe");
        couple.forEach(small::person);
        for (String event : List.of("SameStaff 1", "SameStaff 2")) {
            TimePattern time = event.endsWith("1") ? at(MON, 0, 2) : at(MON, 2, 4);
            small.event(event, List.of(time), List.of(), couple, List.of());
        }
        constrain(new SameStaff("SameStaff", "lecturer", List.of("SameStaff 1", "SameStaff 2"), Strength.HARD));
        add(HardRule.CONSTRAINT, "SameStaff", s -> s.place("SameStaff 2", at(MON, 2, 4), null, "zoe"));
        small.person("willing");
        small.person("unwilling");
        small.event("StaffFairness", List.of(at(MON, 0, 2)), List.of(), List.of("willing", "unwilling"), List.of());
        constrain(
                new StaffFairness("StaffFairness", List.of(new StaffFairness.Share("unwilling", 0, 1)), Strength.HARD));
        add(HardRule.CONSTRAINT, "StaffFairness", s -> s.place("StaffFairness", at(MON, 0, 2), null, "unwilling"));

        List<String> load = List.of("max", "moritz");
        load.forEach(small::person);
        small.event("LoadBalance 1", List.of(at(MON, 0, 2)), List.of(), load, List.of());
        constrain(new LoadBalance("LoadBalance", List.of(new LoadBalance.Target("max", 5)), 2, Strength.HARD));
        mutations.add(new Mutation(
                HardRule.CONSTRAINT, "LoadBalance", 4, s -> s.place("LoadBalance 1", at(MON, 0, 2), null, "moritz")));
    }

    private void twoEventsInRooms(String id, String first, String second) {
        String other =
                first.equals(second) ? small.rooms.get(small.rooms.size() - 1).id() : first;
        small.event(id + " 1", List.of(at(MON, 0, 2)), List.of(first), List.of(), List.of());
        small.event(id + " 2", List.of(at(MON, 2, 4)), List.of(second, other), List.of(), List.of());
    }

    private void calendarRules() {
        TimePattern morning = at(1, MON, 0, 2);
        calendar(new CalendarRule.MaxGapsPerDay(0), morning, at(1, MON, 2, 4), at(1, MON, 3, 5), 1);
        calendar(new CalendarRule.MaxGapsPerWeek(1), morning, at(1, MON, 3, 5), at(1, MON, 5, 7), 2);
        calendar(new CalendarRule.MinSlotsPerDay(3, true), morning, at(1, MON, 2, 4), at(2, MON, 2, 5), 1);
        calendar(new CalendarRule.MaxSlotsPerDay(3), morning, at(1, TUE, 2, 4), at(1, MON, 2, 4), 1);
        calendar(new CalendarRule.MaxSlotsPerWeek(3), morning, at(2, MON, 2, 4), at(1, TUE, 2, 4), 1);
        calendar(new CalendarRule.MaxDaysPerWeek(1), morning, at(1, MON, 2, 4), at(1, TUE, 2, 4), 1);
        calendar(new CalendarRule.MaxConsecutive(3), morning, at(1, MON, 3, 5), at(1, MON, 2, 4), 1);
        calendar(new CalendarRule.MaxSpanPerDay(5), morning, at(1, MON, 3, 5), at(1, MON, 4, 6), 1);
        calendar(new CalendarRule.MinRest(9), morning, at(1, TUE, 1, 3), at(1, TUE, 0, 2), 1);
        calendar(new CalendarRule.IntervalMaxDays(1, 3, 1), morning, at(1, TUE, 3, 5), at(1, TUE, 2, 4), 1);
        calendar(new CalendarRule.EarlyStart(1), morning, at(1, TUE, 1, 3), at(1, TUE, 2, 4), 1);
        calendar(new CalendarRule.NoIsolatedSlot(), morning, at(1, MON, 2, 3), at(1, MON, 3, 4), 1);
        small.rooms.add(new Room("here", "here", 9, "house", List.of(), Map.of()));
        small.rooms.add(new Room("beside", "beside", 9, "house", List.of(), Map.of()));
        small.rooms.add(new Room("away", "away", 9, "annexe", List.of(), Map.of()));
        small.group("wanderers");
        List<String> wanderers = List.of("wanderers");
        small.event("MaxChanges 1", List.of(at(MON, 0, 2)), List.of("here"), List.of(), wanderers);
        small.event("MaxChanges 2", List.of(at(1, MON, 2, 4)), List.of("beside", "away"), List.of(), wanderers);
        small.event("MaxChanges 3", List.of(at(MON, 4, 6)), List.of("here"), List.of(), wanderers);
        constrain(new CalendarConstraint(
                "MaxChanges",
                new CalendarRule.MaxChanges(CalendarRule.Place.BUILDING, CalendarRule.Period.DAY, 1),
                MemberKind.GROUP,
                wanderers,
                Strength.HARD));
        add(HardRule.CONSTRAINT, "MaxChanges", s -> s.place("MaxChanges 2", at(1, MON, 2, 4), "away", null));
    }

    private void pair(DistributionRule rule, TimePattern first, TimePattern good, TimePattern bad) {
        pair(
                rule.getClass().getSimpleName(),
                first,
                good,
                bad,
                1,
                (id, events) -> new Distribution(id, rule, events, Strength.HARD));
    }

    private interface ConstraintOf {
        Constraint of(String id, List<String> events);
    }

    /** Two events under a constraint: the second is moved from a good time to a bad one. */
    private void pair(String id, TimePattern first, TimePattern good, TimePattern bad, long units, ConstraintOf make) {
        small.event(id + " 1", first);
        small.event(id + " 2", good, bad);
        constrain(make.of(id, List.of(id + " 1", id + " 2")));
        mutations.add(new Mutation(HardRule.CONSTRAINT, id, units, s -> s.place(id + " 2", bad, null, null)));
    }

    private void calendar(CalendarRule rule, TimePattern first, TimePattern good, TimePattern bad, long units) {
        String id = rule.getClass().getSimpleName();
        small.group(id);
        small.event(id + " 1", List.of(first), List.of(), List.of(), List.of(id));
        small.event(id + " 2", List.of(good, bad), List.of(), List.of(), List.of(id));
        constrain(new CalendarConstraint(id, rule, MemberKind.GROUP, List.of(id), Strength.HARD));
        mutations.add(new Mutation(HardRule.CONSTRAINT, id, units, s -> s.place(id + " 2", bad, null, null)));
    }

    private void constrain(Constraint constraint) {
        small.constraints.add(constraint);
    }

    private void add(HardRule rule, String subject, Consumer<SmallProblem> change) {
        mutations.add(new Mutation(rule, subject, 1, change));
    }
}
