package org.horarium.formats.fet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.horarium.formats.fet.SmallFet.FILE;
import static org.horarium.formats.fet.SmallFet.read;
import static org.horarium.formats.fet.SmallFet.with;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarConstraint.MemberKind;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.WorkingDays;
import org.horarium.formats.FormatException;
import org.horarium.formats.Imported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FetReaderTest {
    private static final String ONE_AND_TWO = "<Activity_Id>1</Activity_Id><Activity_Id>2</Activity_Id>";
    private static final String PAIR =
            "<First_Activity_Id>1</First_Activity_Id><Second_Activity_Id>2</Second_Activity_Id>";
    private static final List<String> GROUPS = List.of("S1", "S2", "G2", "Y2");
    private static final List<TimePattern> SELECTED = List.of(new TimePattern(1, 1, 0, 2), new TimePattern(1, 2, 3, 1));
    private static final DistributionRule TOGETHER = new DistributionRule.MaxGap(0);

    @Test
    void readsTheData() throws IOException {
        Imported read = read(FILE);
        Problem problem = read.problem();

        assertThat(read.warnings()).isEmpty();
        assertThat(problem.name()).isEqualTo("Small & neat");
        assertThat(problem.grid()).hasToString("Grid[weeks=1, days=2, slotsPerDay=4]");
        assertThat(problem.groups()).extracting(group -> group.id()).containsExactlyElementsOf(GROUPS);
        assertThat(problem.events()).extracting(Event::id).containsExactly("1", "2", "3");
        Event first = problem.events().get(0);
        assertThat(first.groups()).containsExactly("S1", "S2", "G2");
        assertThat(first.staff().get(0).candidates().get(0).person()).isEqualTo("Ann");
        // Two hours fit at 8, 9 and 10 of both days.
        assertThat(first.times()).hasSize(6);
        assertThat(first.needsRoom()).isFalse();
        assertThat(problem.constraints()).isEmpty();
    }

    /** A constraint of a file and what it becomes; ids are the type and a number. */
    static Stream<Arguments> constraints() {
        return Stream.of(
                calendar(
                        "StudentsMaxGapsPerWeek", "<Max_Gaps>1</Max_Gaps>", new CalendarRule.MaxGapsPerWeek(1), GROUPS),
                calendar("StudentsMaxGapsPerDay", "<Max_Gaps>1</Max_Gaps>", new CalendarRule.MaxGapsPerDay(1), GROUPS),
                calendar(
                        "StudentsSetMinHoursDaily",
                        "<Students>G1</Students><Minimum_Hours_Daily>2</Minimum_Hours_Daily><Allow_Empty_Days>true</Allow_Empty_Days>",
                        new CalendarRule.MinSlotsPerDay(2, true),
                        List.of("S1", "S2")),
                calendar(
                        "StudentsSetMaxHoursDaily",
                        "<Students>Y2</Students><Maximum_Hours_Daily>3</Maximum_Hours_Daily>",
                        new CalendarRule.MaxSlotsPerDay(3),
                        List.of("Y2")),
                calendar(
                        "TeacherMaxDaysPerWeek",
                        "<Teacher_Name>Ann</Teacher_Name><Max_Days_Per_Week>1</Max_Days_Per_Week>",
                        new CalendarRule.MaxDaysPerWeek(1),
                        List.of("Ann")),
                calendar(
                        "TeachersMaxHoursContinuously",
                        "<Maximum_Hours_Continuously>2</Maximum_Hours_Continuously>",
                        new CalendarRule.MaxConsecutive(2),
                        List.of("Ann", "Bob")),
                calendar(
                        "TeachersIntervalMaxDaysPerWeek",
                        "<Interval_Start_Hour>10</Interval_Start_Hour><Interval_End_Hour></Interval_End_Hour><Max_Days_Per_Week>1</Max_Days_Per_Week>",
                        new CalendarRule.IntervalMaxDays(2, 4, 1),
                        List.of("Ann", "Bob")),
                calendar(
                        "TeacherMaxSpanPerDay",
                        "<Teacher_Name>Bob</Teacher_Name><Max_Span>3</Max_Span><Allow_One_Day_Exception_of_Plus_One>false</Allow_One_Day_Exception_of_Plus_One>",
                        new CalendarRule.MaxSpanPerDay(3),
                        List.of("Bob")),
                calendar(
                        "StudentsEarlyMaxBeginningsAtSecondHour",
                        "<Max_Beginnings_At_Second_Hour>1</Max_Beginnings_At_Second_Hour>",
                        new CalendarRule.EarlyStart(1),
                        GROUPS),
                calendar(
                        "TeacherMinRestingHours",
                        "<Teacher_Name>Bob</Teacher_Name><Minimum_Resting_Hours>2</Minimum_Resting_Hours><Circular>false</Circular>",
                        new CalendarRule.MinRest(2),
                        List.of("Bob")),
                calendar(
                        "StudentsSetMaxBuildingChangesPerDay",
                        "<Students>G1</Students><Max_Building_Changes_Per_Day>1</Max_Building_Changes_Per_Day>",
                        new CalendarRule.MaxChanges(CalendarRule.Place.BUILDING, CalendarRule.Period.DAY, 1),
                        List.of("S1", "S2")),
                calendar(
                        "StudentsMaxBuildingChangesPerWeek",
                        "<Max_Building_Changes_Per_Week>4</Max_Building_Changes_Per_Week>",
                        new CalendarRule.MaxChanges(CalendarRule.Place.BUILDING, CalendarRule.Period.WEEK, 4),
                        GROUPS),
                calendar(
                        "TeacherMaxRoomChangesPerDay",
                        "<Teacher>Bob</Teacher><Max_Room_Changes_Per_Day>0</Max_Room_Changes_Per_Day>",
                        new CalendarRule.MaxChanges(CalendarRule.Place.ROOM, CalendarRule.Period.DAY, 0),
                        List.of("Bob")),
                calendar(
                        "TeachersMaxRoomChangesPerWeek",
                        "<Max_Room_Changes_Per_Week>2</Max_Room_Changes_Per_Week>",
                        new CalendarRule.MaxChanges(CalendarRule.Place.ROOM, CalendarRule.Period.WEEK, 2),
                        List.of("Ann", "Bob")),
                distribution(
                        "ActivitiesSameRoomIfConsecutive", ONE_AND_TWO, new DistributionRule.SameRoomIfConsecutive()),
                distribution(
                        "ActivitiesMaxSimultaneousInSelectedTimeSlots",
                        ONE_AND_TWO + SmallFet.SELECTED
                                + "<Max_Number_of_Simultaneous_Activities>1</Max_Number_of_Simultaneous_Activities>",
                        new DistributionRule.AtOnceWithin(SELECTED, 1)),
                distribution(
                        "MaxTotalActivitiesFromSetInSelectedTimeSlots",
                        ONE_AND_TWO + SmallFet.SELECTED
                                + "<Max_Total_Number_of_Activities>1</Max_Total_Number_of_Activities>",
                        new DistributionRule.EventsWithin(SELECTED, 1)),
                distribution(
                        "ActivitiesOccupyMaxTimeSlotsFromSelection",
                        ONE_AND_TWO + SmallFet.SELECTED
                                + "<Max_Number_of_Occupied_Time_Slots>1</Max_Number_of_Occupied_Time_Slots>",
                        new DistributionRule.SlotsWithin(SELECTED, 0, 1)),
                distribution(
                        "ActivitiesOccupyMinTimeSlotsFromSelection",
                        ONE_AND_TWO + SmallFet.SELECTED
                                + "<Min_Number_of_Occupied_Time_Slots>1</Min_Number_of_Occupied_Time_Slots>",
                        new DistributionRule.SlotsWithin(SELECTED, 1, Integer.MAX_VALUE)),
                distribution("ActivitiesNotOverlapping", ONE_AND_TWO, new DistributionRule.NotOverlap()),
                distribution(
                        "ActivitiesSameStartingTime",
                        ONE_AND_TWO,
                        new DistributionRule.SameStart(),
                        new DistributionRule.SameDays()),
                distribution("ActivitiesSameStartingHour", ONE_AND_TWO, new DistributionRule.SameStart()),
                distribution("ActivitiesSameStartingDay", ONE_AND_TWO, new DistributionRule.SameDays()),
                distribution("TwoActivitiesOrdered", PAIR, new DistributionRule.Precedence()),
                distribution("TwoActivitiesGrouped", PAIR, new DistributionRule.SameDays(), TOGETHER),
                distribution(
                        "TwoActivitiesConsecutive",
                        PAIR,
                        new DistributionRule.SameDays(),
                        new DistributionRule.Precedence(),
                        TOGETHER),
                distribution(
                        "MinGapsBetweenActivities",
                        ONE_AND_TWO + "<MinGaps>2</MinGaps>",
                        new DistributionRule.MinGap(2)),
                distribution(
                        "ActivityEndsStudentsDay",
                        "<Activity_Id>2</Activity_Id>",
                        new DistributionRule.OrderedIfSameDay()),
                distribution(
                        "ActivitiesBeginTeachersDay",
                        "<Duration>2</Duration>",
                        new DistributionRule.OrderedIfSameDay()),
                distribution("TwoActivitiesOrderedIfSameDay", PAIR, new DistributionRule.OrderedIfSameDay()),
                distribution(
                        "MaxDaysBetweenActivities",
                        ONE_AND_TWO + "<MaxDays>1</MaxDays>",
                        new DistributionRule.MaxDaysBetween(1)),
                distribution("TwoSetsOfActivitiesOrdered", PAIR, new DistributionRule.Precedence()),
                Arguments.of(
                        "TeacherMinDaysPerWeek",
                        "<Teacher_Name>Ann</Teacher_Name><Minimum_Days_Per_Week>2</Minimum_Days_Per_Week>",
                        List.of(new WorkingDays("TeacherMinDaysPerWeek 1", List.of("1", "2"), 2, Strength.HARD))),
                Arguments.of(
                        "ActivitiesOccupyMaxDifferentRooms",
                        ONE_AND_TWO + "<Max_Number_of_Different_Rooms>2</Max_Number_of_Different_Rooms>",
                        List.of(new RoomStability(
                                "ActivitiesOccupyMaxDifferentRooms 1", List.of("1", "2"), 2, Strength.HARD))));
    }

    private static Arguments calendar(String type, String body, CalendarRule rule, List<String> members) {
        MemberKind kind = type.startsWith("Teacher") ? MemberKind.PERSON : MemberKind.GROUP;
        return Arguments.of(
                type, body, List.of(new CalendarConstraint(type + " 1", rule, kind, members, Strength.HARD)));
    }

    private static Arguments distribution(String type, String body, DistributionRule... rules) {
        List<Constraint> constraints = new java.util.ArrayList<>();
        for (DistributionRule rule : rules) {
            String id = type + " " + (constraints.size() + 1);
            constraints.add(new Distribution(id, rule, List.of("1", "2"), Strength.HARD));
        }
        return Arguments.of(type, body, constraints);
    }

    @ParameterizedTest
    @MethodSource("constraints")
    void readsConstraints(String type, String body, List<Constraint> expected) throws IOException {
        Imported read = read(with(type, body));

        assertThat(read.warnings()).isEmpty();
        assertThat(read.problem().constraints()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"50, 1", "95, 19", "99.75, 399", "1, 1", "99.9999999, 10000"})
    void weightsBecomePenalties(String weight, int penalty) throws IOException {
        Problem problem =
                read(with("ActivitiesNotOverlapping", weight, ONE_AND_TWO)).problem();

        assertThat(problem.constraints().get(0).strength()).isEqualTo(Strength.soft(penalty));
    }

    @Test
    void softMinDaysKeepsItsHardHalf() throws IOException {
        Problem problem = read(with(
                        "MinDaysBetweenActivities",
                        "95",
                        "<Consecutive_If_Same_Day>true</Consecutive_If_Same_Day>" + ONE_AND_TWO
                                + "<MinDays>1</MinDays>"))
                .problem();

        assertThat(problem.constraints())
                .containsExactly(
                        new MinDaysBetween("MinDaysBetweenActivities 1", List.of("1", "2"), 1, Strength.soft(19)),
                        new Distribution("MinDaysBetweenActivities 2", TOGETHER, List.of("1", "2"), Strength.HARD));
    }

    @Test
    void startingTimesAndSlotsCutTheDomain() throws IOException {
        assertThat(
                        starts(
                                with(
                                        "ActivityPreferredStartingTime",
                                        "<Activity_Id>1</Activity_Id><Preferred_Day>Tue</Preferred_Day><Preferred_Hour></Preferred_Hour>")))
                .containsExactly(new TimePattern(1, 2, 0, 2), new TimePattern(1, 2, 1, 2), new TimePattern(1, 2, 2, 2));
        assertThat(starts(with(
                        "ActivitiesPreferredTimeSlots",
                        "<Subject_Name>Maths</Subject_Name><Duration>2</Duration>" + slot("Mon", 8) + slot("Mon", 9)
                                + slot("Tue", 11))))
                .containsExactly(new TimePattern(1, 1, 0, 2));
        assertThat(starts(with(
                        "SubactivitiesPreferredStartingTimes",
                        "<Component_Number>1</Component_Number><Preferred_Starting_Time><Preferred_Starting_Day>Mon</Preferred_Starting_Day>"
                                + "<Preferred_Starting_Hour>9</Preferred_Starting_Hour></Preferred_Starting_Time>")))
                .containsExactly(new TimePattern(1, 1, 1, 2));
        assertThat(starts(with("BreakTimes", "<Break_Time><Day>Mon</Day><Hour>9</Hour></Break_Time>")))
                .containsExactly(
                        new TimePattern(1, 1, 2, 2),
                        new TimePattern(1, 2, 0, 2),
                        new TimePattern(1, 2, 1, 2),
                        new TimePattern(1, 2, 2, 2));
    }

    private static String slot(String day, int hour) {
        return "<Preferred_Time_Slot><Preferred_Day>%s</Preferred_Day><Preferred_Hour>%d</Preferred_Hour></Preferred_Time_Slot>"
                .formatted(day, hour);
    }

    private static List<TimePattern> starts(String file) throws IOException {
        return read(file).problem().events().get(0).times().stream()
                .map(TimeOption::pattern)
                .toList();
    }

    @Test
    void softStartingTimesCost() throws IOException {
        Event event = read(with(
                        "ActivityPreferredStartingTime",
                        "80",
                        "<Activity_Id>1</Activity_Id><Preferred_Day>Mon</Preferred_Day><Preferred_Hour>8</Preferred_Hour>"))
                .problem()
                .events()
                .get(0);

        assertThat(event.times()).extracting(TimeOption::penalty).containsExactly(0, 4, 4, 4, 4, 4);
    }

    @Test
    void unavailabilityAndBreaksAreOfPeopleAndGroups() throws IOException {
        String file = with(
                        "TeacherNotAvailableTimes",
                        "<Teacher>Ann</Teacher><Not_Available_Time><Day>Mon</Day><Hour>8</Hour></Not_Available_Time>")
                .replace(
                        "</Time_Constraints_List>",
                        "<ConstraintBreakTimes><Weight_Percentage>100</Weight_Percentage><Break_Time><Day>Tue</Day><Hour>10</Hour></Break_Time></ConstraintBreakTimes></Time_Constraints_List>");
        Problem problem = read(file).problem();

        assertThat(problem.people().get(0).unavailable())
                .containsExactly(new TimePattern(1, 1, 0, 1), new TimePattern(1, 2, 2, 1));
        assertThat(problem.groups().get(0).unavailable()).containsExactly(new TimePattern(1, 2, 2, 1));
        assertThat(problem.rooms().get(0).unavailable()).isEmpty();
    }

    @Test
    void roomsAreChosenByConstraintAndCapacity() throws IOException {
        String both = "<Preferred_Room>R30</Preferred_Room><Preferred_Room>R10</Preferred_Room>";
        List<Event> events = read(with("SubjectPreferredRooms", "<Subject>Maths</Subject>" + both))
                .problem()
                .events();
        assertThat(events.get(0).rooms()).containsExactly(new RoomOption("R30", 0));
        assertThat(events.get(2).needsRoom()).isFalse();

        Event lab = read(with("ActivityTagPreferredRoom", "50", "<Activity_Tag>lab</Activity_Tag><Room>R10</Room>"))
                .problem()
                .events()
                .get(2);
        assertThat(lab.rooms()).containsExactlyInAnyOrder(new RoomOption("R10", 0), new RoomOption("R30", 1));
    }

    @Test
    void anActivityInAVirtualRoomTakesARoomOfEachSet() throws IOException {
        Imported read = read(SmallFet.withVirtualRoom());

        assertThat(read.warnings()).isEmpty();
        List<Event> events = read.problem().events();
        assertThat(events).extracting(Event::id).containsExactly("1", "2", "3", "3 (room 2)");
        assertThat(events.get(2).rooms()).containsExactly(new RoomOption("R30", 0), new RoomOption("R10", 0));
        assertThat(events.get(3).rooms()).containsExactly(new RoomOption("R20", 0), new RoomOption("R30", 0));
        assertThat(events.get(3).groups()).isEmpty();
        assertThat(events.get(3).times()).isEqualTo(events.get(2).times());
        assertThat(read.problem().constraints())
                .allSatisfy(constraint ->
                        assertThat(((Distribution) constraint).events()).containsExactly("3", "3 (room 2)"))
                .extracting(constraint -> ((Distribution) constraint).rule())
                .containsExactly(new DistributionRule.SameStart(), new DistributionRule.SameDays());
    }

    @Test
    void aVirtualRoomBesideOthersIsOneOfItsOwn() throws IOException {
        String file = SmallFet.withVirtualRoom()
                .replace("ConstraintActivityPreferredRoom>", "ConstraintActivityPreferredRooms>")
                .replace("<Room>V</Room>", "<Preferred_Room>V</Preferred_Room><Preferred_Room>R10</Preferred_Room>");
        Imported read = read(file);

        assertThat(read.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("Room (V) is virtual"));
        assertThat(read.problem().events()).hasSize(3);
    }

    @Test
    void homeRoomsCountWhereNothingElseIsSaid() throws IOException {
        String home = with("StudentsSetHomeRoom", "<Students>Y2</Students><Room>R30</Room>");
        assertThat(read(home).problem().events().get(2).rooms()).containsExactly(new RoomOption("R30", 0));

        String preferred = home.replace(
                "</Space_Constraints_List>",
                "<ConstraintActivityPreferredRoom><Weight_Percentage>100</Weight_Percentage><Activity_Id>3</Activity_Id><Room>R10</Room></ConstraintActivityPreferredRoom></Space_Constraints_List>");
        assertThat(read(preferred).problem().events().get(2).rooms()).containsExactly(new RoomOption("R10", 0));
    }

    @Test
    void buildingsAreApart() throws IOException {
        Problem problem = read(with(
                        "TeachersMinGapsBetweenBuildingChanges",
                        "<Min_Gaps_Between_Building_Changes>1</Min_Gaps_Between_Building_Changes>"))
                .problem();

        assertThat(problem.rooms().get(0).travel()).containsEntry("R10", 1);
        assertThat(problem.constraints())
                .singleElement()
                .isInstanceOfSatisfying(
                        Distribution.class, d -> assertThat(d.events()).containsExactly("1", "2"));
    }

    @Test
    void simultaneousActivitiesAreLimited() throws IOException {
        StringBuilder slots = new StringBuilder(ONE_AND_TWO);
        for (String day : List.of("Mon", "Tue")) {
            for (int hour = 8; hour < 12; hour++) {
                slots.append(
                        "<Selected_Time_Slot><Selected_Day>%s</Selected_Day><Selected_Hour>%d</Selected_Hour></Selected_Time_Slot>"
                                .formatted(day, hour));
            }
        }
        slots.append("<Max_Number_of_Simultaneous_Activities>1</Max_Number_of_Simultaneous_Activities>");

        assertThat(read(with("ActivitiesMaxSimultaneousInSelectedTimeSlots", slots.toString()))
                        .problem()
                        .constraints())
                .singleElement()
                .isInstanceOfSatisfying(
                        Cumulative.class, c -> assertThat(c.capacity()).isEqualTo(1));
    }

    @Test
    void inactiveAndWeightlessConstraintsAreLeftOut() throws IOException {
        assertThat(read(with("ActivitiesNotOverlapping", "0", ONE_AND_TWO))
                        .problem()
                        .constraints())
                .isEmpty();
        assertThat(read(with("ActivitiesNotOverlapping", ONE_AND_TWO + "<Active>false</Active>"))
                        .problem()
                        .constraints())
                .isEmpty();
    }

    @Test
    void unsupportedConstraintsAreNamed() throws IOException {
        Imported read = read(with("TeachersMaxZeroGapsPerAfternoon", ""));

        assertThat(read.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.where()).startsWith("line ");
            assertThat(warning.message()).contains("ConstraintTeachersMaxZeroGapsPerAfternoon", "not supported");
        });
    }

    @Test
    void allFaultsAreToldAtOnce() {
        String broken = with(
                        "TeacherMaxDaysPerWeek",
                        "<Teacher_Name>Anne</Teacher_Name><Max_Days_Per_Week>x</Max_Days_Per_Week>")
                .replace("<Students>Y2</Students>", "<Students>Y3</Students>")
                .replace("<Id>2</Id>", "<Id>1</Id>")
                .replace("<Duration>2</Duration>", "<Duration>-2</Duration>");

        assertThatThrownBy(() -> read(broken)).isInstanceOfSatisfying(FormatException.class, e -> {
            assertThat(e.faults()).allSatisfy(fault -> assertThat(fault.where()).startsWith("line "));
            assertThat(e)
                    .hasMessageContainingAll(
                            "teacher (Anne)",
                            "Maybe you mean (Ann)",
                            "students set (Y3)",
                            "Activity (1) occurs twice",
                            "(-2)",
                            "(x)");
        });
    }

    @Test
    void otherModesAreRefused() {
        assertThatThrownBy(() -> read(FILE.replace("Official", "Terms")))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("Terms");
    }
}
