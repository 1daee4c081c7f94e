package org.horarium.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.horarium.engine.explain.Small.MON;
import static org.horarium.engine.explain.Small.TUE;
import static org.horarium.engine.explain.Small.at;

import java.util.List;
import org.horarium.engine.explain.Impossibility.Family;
import org.horarium.engine.explain.Subject.Kind;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarConstraint.MemberKind;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Course;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.SameStaff;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.WorkingDays;
import org.junit.jupiter.api.Test;

/** One small impossible problem for each thing that pre-flight finds; the numbers are worked out by hand. */
class PreflightTest {
    private final Small small = new Small(2, 3);

    private Impossibility only(Small problem) {
        List<Impossibility> found = Preflight.check(problem.problem());
        assertThat(found).hasSize(1);
        Impossibility one = found.get(0);
        assertThat(one.advice()).isNotEmpty();
        return one;
    }

    private void expect(Family family, long needed, long available, Small problem) {
        Impossibility one = only(problem);
        assertThat(one.family()).isEqualTo(family);
        assertThat(one.needed()).isEqualTo(needed);
        assertThat(one.available()).isEqualTo(available);
    }

    private static Distribution hard(DistributionRule rule, String... events) {
        return new Distribution("rule " + rule, rule, List.of(events), Strength.HARD);
    }

    private static CalendarConstraint limit(CalendarRule rule, MemberKind kind, String member) {
        return new CalendarConstraint("limit", rule, kind, List.of(member), Strength.HARD);
    }

    @Test
    void twoPinnedEventsOfOnePersonInOneSlot() {
        small.events(2, "e", small.anywhere(1), "ann").pin("e1", at(MON, 0, 1)).pin("e2", at(MON, 0, 1));

        Impossibility one = only(small);

        assertThat(one.family()).isEqualTo(Family.PIN_CLASH);
        assertThat(one.ids(Kind.PIN)).containsExactly("e1", "e2");
        assertThat(one.ids(Kind.PERSON)).containsExactly("ann");
        assertThat(one.message())
                .contains("e1")
                .contains("e2")
                .contains("Monday, slot 1")
                .contains("ann");
    }

    @Test
    void aPinnedEventWhileItsLecturerIsAway() {
        small.event("e", small.anywhere(1), "ann", "bob")
                .away("bob", at(TUE, 1, 2))
                .pin("e", at(TUE, 2, 1), "bob");

        Impossibility one = only(small);

        assertThat(one.family()).isEqualTo(Family.PIN_UNAVAILABLE);
        assertThat(one.ids(Kind.PIN)).containsExactly("e");
        assertThat(one.ids(Kind.PERSON)).containsExactly("bob");
    }

    @Test
    void moreSlotsThanAPersonHasFree() {
        small.events(6, "e", small.anywhere(1), "ann").away("ann", at(MON, 2, 1));

        Impossibility one = only(small);

        assertThat(one.family()).isEqualTo(Family.PERSON_TIME);
        assertThat(one.needed()).isEqualTo(6);
        assertThat(one.available()).isEqualTo(5);
        assertThat(one.ids(Kind.PERSON)).containsExactly("ann");
        assertThat(one.ids(Kind.EVENT)).hasSize(6);
    }

    @Test
    void fewerSlotsThanEventsAmongOthersThatFit() {
        small.events(3, "tight", List.of(at(MON, 0, 1), at(MON, 1, 1)), "ann")
                .events(2, "loose", small.anywhere(1), "ann");

        Impossibility one = only(small);

        assertThat(one.family()).isEqualTo(Family.PERSON_TIME);
        assertThat(one.ids(Kind.EVENT)).containsExactly("tight1", "tight2", "tight3");
        assertThat(one.needed()).isEqualTo(3);
        assertThat(one.available()).isEqualTo(2);
    }

    @Test
    void moreSlotsThanAGroupHas() {
        expect(
                Family.GROUP_TIME,
                5,
                4,
                small.events(5, "e", small.anywhere(1), "group:g").away("g", at(TUE, 0, 2)));
    }

    @Test
    void longEventsThatFitNoStretchAlthoughThereAreSlotsEnough() {
        expect(Family.GROUP_TIME, 3, 2, small.events(3, "e", small.anywhere(2), "group:g"));
    }

    @Test
    void noTimeBecauseOfTwoPeopleTogether() {
        small.event("e", List.of(at(MON, 0, 1), at(TUE, 0, 1)), "ann", "group:g")
                .away("ann", at(MON, 0, 3))
                .away("g", at(TUE, 0, 3));

        Impossibility one = only(small);

        assertThat(one.family()).isEqualTo(Family.NO_TIME);
        assertThat(one.ids(Kind.PERSON)).containsExactly("ann");
        assertThat(one.ids(Kind.GROUP)).containsExactly("g");
    }

    @Test
    void noTimeBecauseOfAPinnedEvent() {
        small.event("fixed", small.anywhere(3), "group:g")
                .event("e", List.of(at(MON, 0, 1), at(MON, 2, 1)), "group:g")
                .pin("fixed", at(MON, 0, 3));

        Impossibility one = only(small);

        assertThat(one.family()).isEqualTo(Family.GROUP_TIME);
        assertThat(one.ids(Kind.PIN)).containsExactly("fixed");
        assertThat(one.ids(Kind.EVENT)).containsExactlyInAnyOrder("fixed", "e");
    }

    @Test
    void noRoomAtAll() {
        expect(Family.NO_ROOM, 1, 0, small.roomless("e"));
    }

    @Test
    void noRoomAtAnyPossibleTime() {
        small.event("e", List.of(at(MON, 0, 1)), "room:r1", "room:r2")
                .away("r1", at(MON, 0, 3))
                .away("r2", at(MON, 0, 1));

        assertThat(only(small).ids(Kind.ROOM)).containsExactly("r1", "r2");
    }

    @Test
    void nobodyWhoCanGiveIt() {
        expect(Family.NO_PERSON, 1, 0, small.staffless("e"));
    }

    @Test
    void nobodyWithTimeForAWholeSeries() {
        small.events(2, "e", small.anywhere(2), "ann", "bob")
                .rule(new SameStaff("series", "lecturer", List.of("e1", "e2"), Strength.HARD))
                .rule(limit(new CalendarRule.MaxSlotsPerWeek(3), MemberKind.PERSON, "ann"))
                .away("bob", at(MON, 0, 3), at(TUE, 1, 1));

        Impossibility one = only(small);

        assertThat(one.family()).isEqualTo(Family.NO_PERSON);
        assertThat(one.ids(Kind.PERSON)).containsExactlyInAnyOrder("ann", "bob");
        assertThat(one.ids(Kind.CONSTRAINT)).contains("series", "limit");
    }

    @Test
    void moreThanALoadLimit() {
        Impossibility one = only(small.events(4, "e", small.anywhere(1), "ann")
                .rule(limit(new CalendarRule.MaxSlotsPerDay(1), MemberKind.PERSON, "ann")));

        assertThat(one.family()).isEqualTo(Family.LOAD_LIMIT);
        assertThat(one.needed()).isEqualTo(4);
        assertThat(one.available()).isEqualTo(2);
        assertThat(one.ids(Kind.CONSTRAINT)).containsExactly("limit");
    }

    @Test
    void anEventLongerThanItsGroupMaySitThrough() {
        Impossibility one = only(small.event("e", small.anywhere(3), "group:g")
                .rule(limit(new CalendarRule.MaxConsecutive(2), MemberKind.GROUP, "g")));

        assertThat(one.family()).isEqualTo(Family.NO_TIME);
        assertThat(one.ids(Kind.CONSTRAINT)).containsExactly("limit");
    }

    @Test
    void aSmallestLoadAboveTheLargest() {
        small.event("e", small.anywhere(1), "group:g")
                .rule(new CalendarConstraint(
                        "min", new CalendarRule.MinSlotsPerDay(3, true), MemberKind.GROUP, List.of("g"), Strength.HARD))
                .rule(limit(new CalendarRule.MaxSlotsPerDay(2), MemberKind.GROUP, "g"));

        assertThat(only(small).ids(Kind.CONSTRAINT)).containsExactly("min", "limit");
    }

    @Test
    void aSmallestLoadThatThereIsNotEnoughFor() {
        expect(
                Family.LOAD_LIMIT,
                4,
                3,
                small.events(3, "e", small.anywhere(1), "group:g")
                        .rule(limit(new CalendarRule.MinSlotsPerDay(2, false), MemberKind.GROUP, "g")));
    }

    @Test
    void tooMuchForAllWhoCanGiveIt() {
        small.events(5, "e", small.anywhere(1), "ann", "bob")
                .rule(new CalendarConstraint(
                        "limit",
                        new CalendarRule.MaxSlotsPerWeek(2),
                        MemberKind.PERSON,
                        List.of("ann", "bob"),
                        Strength.HARD));

        expect(Family.STAFF_LOAD, 5, 4, small);
    }

    @Test
    void seriesThatCannotBeDividedAmongThoseWhoCanGiveThem() {
        small.events(6, "e", small.anywhere(1), "ann", "bob")
                .rule(new SameStaff("s1", "lecturer", List.of("e1", "e2"), Strength.HARD))
                .rule(new SameStaff("s2", "lecturer", List.of("e3", "e4"), Strength.HARD))
                .rule(new SameStaff("s3", "lecturer", List.of("e5", "e6"), Strength.HARD))
                .rule(new CalendarConstraint(
                        "limit",
                        new CalendarRule.MaxSlotsPerWeek(3),
                        MemberKind.PERSON,
                        List.of("ann", "bob"),
                        Strength.HARD));

        expect(Family.STAFF_LOAD, 3, 2, small);
    }

    @Test
    void moreEventsThanTheirRoomsHaveSlots() {
        Impossibility one = only(small.events(5, "lab", List.of(at(MON, 0, 1), at(MON, 1, 1)), "room:r1", "room:r2")
                .events(3, "other", small.anywhere(1), "room:r1", "room:r2", "room:r3"));

        assertThat(one.family()).isEqualTo(Family.ROOM_TIME);
        assertThat(one.ids(Kind.ROOM)).containsExactlyInAnyOrder("r1", "r2");
        assertThat(one.ids(Kind.EVENT)).hasSize(5).allMatch(id -> id.startsWith("lab"));
        assertThat(one.needed()).isEqualTo(5);
        assertThat(one.available()).isEqualTo(4);
    }

    @Test
    void longEventsThatDoNotFitTheDaysOfTheirRooms() {
        expect(Family.ROOM_TIME, 5, 4, small.events(5, "lab", small.anywhere(2), "room:r1", "room:r2"));
    }

    @Test
    void moreEquipmentThanThereIs() {
        small.events(3, "e", List.of(at(MON, 0, 1)))
                .rule(new Cumulative(
                        "projectors",
                        "projector",
                        List.of(
                                new Cumulative.Demand("e1", 1),
                                new Cumulative.Demand("e2", 1),
                                new Cumulative.Demand("e3", 1)),
                        2,
                        Strength.HARD));

        expect(Family.EQUIPMENT, 3, 2, small);
    }

    @Test
    void sessionsThatCannotBeSoFarApart() {
        small.events(3, "e", small.anywhere(1))
                .rule(new MinDaysBetween("apart", List.of("e1", "e2", "e3"), 1, Strength.HARD));

        expect(Family.DAYS, 3, 2, small);
    }

    @Test
    void fewerSessionsThanWorkingDays() {
        Small week = new Small(5, 3);
        week.events(2, "e", week.anywhere(1)).rule(new WorkingDays("spread", List.of("e1", "e2"), 3, Strength.HARD));

        expect(Family.DAYS, 3, 2, week);
    }

    @Test
    void anOrderThatRunsInACircle() {
        small.events(3, "e", small.anywhere(1))
                .rule(hard(new DistributionRule.Precedence(), "e1", "e2"))
                .rule(new Distribution("back", new DistributionRule.Precedence(), List.of("e2", "e1"), Strength.HARD));

        Impossibility one = only(small);

        assertThat(one.family()).isEqualTo(Family.ORDER);
        assertThat(one.ids(Kind.EVENT)).containsExactly("e1", "e2");
    }

    @Test
    void aChainThatIsTooLongForTheWeek() {
        Small day = new Small(1, 3);
        day.events(4, "e", day.anywhere(1)).rule(hard(new DistributionRule.Precedence(), "e1", "e2", "e3", "e4"));

        assertThat(Preflight.check(day.problem()))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.ids(Kind.CONSTRAINT)).isNotEmpty());
    }

    @Test
    void twoRulesThatExcludeEachOther() {
        small.events(2, "e", small.anywhere(1))
                .rule(hard(new DistributionRule.SameDays(), "e1", "e2"))
                .rule(hard(new DistributionRule.DifferentDays(), "e1", "e2"))
                .rule(hard(new DistributionRule.NotOverlap(), "e1", "e2"));

        Impossibility one = only(small);

        assertThat(one.family()).isEqualTo(Family.CONTRADICTION);
        assertThat(one.ids(Kind.CONSTRAINT)).containsExactlyInAnyOrder("rule SameDays[]", "rule DifferentDays[]");
    }

    @Test
    void parallelEventsOfOnePerson() {
        small.events(2, "e", small.anywhere(1), "ann").rule(hard(new DistributionRule.Overlap(), "e1", "e2"));

        Impossibility one = only(small);

        assertThat(one.family()).isEqualTo(Family.CONTRADICTION);
        assertThat(one.ids(Kind.PERSON)).containsExactly("ann");
    }

    @Test
    void moreDifferentDaysThanAllowed() {
        Small week = new Small(5, 3);
        week.events(3, "e", week.anywhere(1))
                .rule(hard(new DistributionRule.MaxDays(2), "e1", "e2", "e3"))
                .rule(hard(new DistributionRule.DifferentDays(), "e1", "e2", "e3"));

        expect(Family.CONTRADICTION, 3, 2, week);
    }

    @Test
    void noCommonStart() {
        small.event("e1", List.of(at(MON, 0, 1), at(MON, 1, 1)))
                .event("e2", List.of(at(MON, 1, 1), at(MON, 2, 1)))
                .event("e3", List.of(at(MON, 0, 1), at(TUE, 2, 1)))
                .rule(hard(new DistributionRule.SameStart(), "e1", "e2", "e3"));

        expect(Family.CONTRADICTION, 1, 0, small);
    }

    @Test
    void moreStudentsThanSeats() {
        small.event("e", small.anywhere(1))
                .students(
                        11,
                        new Course(
                                "course",
                                List.of(new Course.Config(
                                        "config",
                                        List.of(new Course.Subpart(
                                                "lectures", List.of(new Course.SectionedClass("e", 10, null))))))));

        expect(Family.SEATS, 11, 10, small);
    }
}
