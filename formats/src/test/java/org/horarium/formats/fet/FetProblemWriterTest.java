package org.horarium.formats.fet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Strength;
import org.horarium.formats.FormatException;
import org.horarium.formats.Imported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetProblemWriterTest {
    private static final String TWO =
            "<Number_of_Activities>2</Number_of_Activities><Activity_Id>1</Activity_Id><Activity_Id>2</Activity_Id>";
    private static final String FIRST_AND_SECOND =
            "<First_Activity_Id>1</First_Activity_Id><Second_Activity_Id>2</Second_Activity_Id>";

    private static byte[] written(Problem problem) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Fet.writeProblem(problem, out);
        return out.toByteArray();
    }

    /** Constraints without their ids: those are numbers in order of the file. */
    private static List<String> meaning(Problem problem) {
        return problem.constraints().stream()
                .map(constraint -> constraint.toString().replaceFirst("id=[^,]*", ""))
                .sorted()
                .toList();
    }

    private static void goesOutAndInAgain(String file) throws IOException {
        Problem problem = SmallFet.read(file).problem();
        Imported again = Fet.readProblem(new ByteArrayInputStream(written(problem)));
        assertThat(again.warnings()).isEmpty();
        assertThat(again.problem().grid()).isEqualTo(problem.grid());
        assertThat(again.problem().events())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("name")
                .isEqualTo(problem.events());
        assertThat(again.problem().rooms()).isEqualTo(problem.rooms());
        assertThat(again.problem().people()).isEqualTo(problem.people());
        assertThat(again.problem().groups()).isEqualTo(problem.groups());
        assertThat(meaning(again.problem())).isEqualTo(meaning(problem));
        byte[] twice = written(again.problem());
        assertThat(written(Fet.readProblem(new ByteArrayInputStream(twice)).problem()))
                .isEqualTo(twice);
    }

    @Test
    void theListsGoOutAndInAgain() throws IOException {
        goesOutAndInAgain(SmallFet.FILE);
    }

    @ParameterizedTest
    @CsvSource({
        "TeacherNotAvailableTimes, <Teacher>Ann</Teacher><Not_Available_Time><Day>Tue</Day><Hour>9</Hour></Not_Available_Time>",
        "StudentsSetNotAvailableTimes, <Students>G1</Students><Not_Available_Time><Day>Tue</Day><Hour>9</Hour></Not_Available_Time>",
        "ActivityPreferredStartingTime, <Activity_Id>1</Activity_Id><Preferred_Day>Mon</Preferred_Day><Preferred_Hour>8</Preferred_Hour>",
        "ActivityPreferredRoom, <Activity_Id>3</Activity_Id><Room>R30</Room>",
        "StudentsMaxGapsPerWeek, <Max_Gaps>0</Max_Gaps>",
        "TeacherMaxGapsPerDay, <Teacher_Name>Ann</Teacher_Name><Max_Gaps>1</Max_Gaps>",
        "StudentsMinHoursDaily, <Minimum_Hours_Daily>2</Minimum_Hours_Daily><Allow_Empty_Days>true</Allow_Empty_Days>",
        "TeachersMaxHoursDaily, <Maximum_Hours_Daily>3</Maximum_Hours_Daily>",
        "TeachersMaxHoursContinuously, <Maximum_Hours_Continuously>2</Maximum_Hours_Continuously>",
        "TeacherMaxDaysPerWeek, <Teacher_Name>Bob</Teacher_Name><Max_Days_Per_Week>1</Max_Days_Per_Week>",
        "TeachersIntervalMaxDaysPerWeek, <Interval_Start_Hour>10</Interval_Start_Hour><Interval_End_Hour></Interval_End_Hour><Max_Days_Per_Week>1</Max_Days_Per_Week>",
        "TeachersMaxSpanPerDay, <Max_Span>3</Max_Span><Allow_One_Day_Exception_of_Plus_One>false</Allow_One_Day_Exception_of_Plus_One>",
        "TeachersMinRestingHours, <Minimum_Resting_Hours>2</Minimum_Resting_Hours><Circular>false</Circular>",
        "TeachersMaxBuildingChangesPerDay, <Max_Building_Changes_Per_Day>1</Max_Building_Changes_Per_Day>",
        "TeacherMaxRoomChangesPerWeek, <Teacher>Ann</Teacher><Max_Room_Changes_Per_Week>2</Max_Room_Changes_Per_Week>",
        "StudentsEarlyMaxBeginningsAtSecondHour, <Max_Beginnings_At_Second_Hour>1</Max_Beginnings_At_Second_Hour>"
    })
    void constraintsOfPeopleAndPlacesGoOutAndInAgain(String type, String body) throws IOException {
        goesOutAndInAgain(SmallFet.with(type, body));
        if (type.contains("Preferred") || type.contains("MaxHours")) {
            goesOutAndInAgain(SmallFet.with(type, "95", body));
        } else if (!type.contains("NotAvailable")) {
            Problem soft = SmallFet.read(SmallFet.with(type, "95", body)).problem();
            assertThatExceptionOfType(FormatException.class)
                    .isThrownBy(() -> written(soft))
                    .withMessageContaining("of this strength");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MinDaysBetweenActivities, <Consecutive_If_Same_Day>false</Consecutive_If_Same_Day>, <MinDays>1</MinDays>",
        "MaxDaysBetweenActivities, '', <MaxDays>1</MaxDays>",
        "MinGapsBetweenActivities, '', <MinGaps>1</MinGaps>",
        "MaxGapsBetweenActivities, '', <MaxGaps>1</MaxGaps>",
        "ActivitiesSameStartingTime, '', ''",
        "ActivitiesSameStartingHour, '', ''",
        "ActivitiesSameStartingDay, '', ''",
        "ActivitiesNotOverlapping, '', ''",
        "ActivitiesSameRoomIfConsecutive, '', ''",
        "ActivitiesOccupyMaxDifferentRooms, '', <Max_Number_of_Different_Rooms>1</Max_Number_of_Different_Rooms>"
    })
    void constraintsAmongActivitiesGoOutAndInAgain(String type, String before, String after) throws IOException {
        goesOutAndInAgain(SmallFet.with(type, before + TWO + after));
        if (!type.contains("Room")) {
            goesOutAndInAgain(SmallFet.with(type, "99.75", before + TWO + after));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ActivitiesMaxSimultaneousInSelectedTimeSlots, Max_Number_of_Simultaneous_Activities",
        "MaxTotalActivitiesFromSetInSelectedTimeSlots, Max_Total_Number_of_Activities",
        "ActivitiesOccupyMaxTimeSlotsFromSelection, Max_Number_of_Occupied_Time_Slots",
        "ActivitiesOccupyMinTimeSlotsFromSelection, Min_Number_of_Occupied_Time_Slots"
    })
    void constraintsInSelectedSlotsGoOutAndInAgain(String type, String limit) throws IOException {
        goesOutAndInAgain(SmallFet.with(type, TWO + SmallFet.SELECTED + "<%s>1</%s>".formatted(limit, limit)));
    }

    @ParameterizedTest
    @CsvSource({
        "TwoActivitiesOrdered",
        "TwoActivitiesOrderedIfSameDay",
        "TwoActivitiesGrouped",
        "TwoActivitiesConsecutive"
    })
    void constraintsOfTwoGoOutAndInAgain(String type) throws IOException {
        goesOutAndInAgain(SmallFet.with(type, FIRST_AND_SECOND));
    }

    /** FET refuses a constraint of one activity; nothing could break it. */
    @Test
    void constraintsOfOneActivityAreLeftOut() throws IOException {
        Problem problem = SmallFet.read(SmallFet.with(
                        "ActivitiesOccupyMaxDifferentRooms",
                        "<Activity_Id>3</Activity_Id><Max_Number_of_Different_Rooms>1</Max_Number_of_Different_Rooms>"))
                .problem();
        assertThat(problem.constraints()).hasSize(1);
        assertThat(new String(written(problem), StandardCharsets.UTF_8)).doesNotContain("MaxDifferentRooms");
    }

    @Test
    void whatFetCannotSayIsListedAndNothingIsWritten() throws IOException {
        Problem small = SmallFet.read(SmallFet.FILE).problem();
        List<Constraint> constraints = List.of(new CalendarConstraint(
                "lonely",
                new CalendarRule.NoIsolatedSlot(),
                CalendarConstraint.MemberKind.GROUP,
                List.of("S1"),
                Strength.HARD));
        Problem twoWeeks = new Problem(
                small.name(),
                new Grid(2, 2, 4),
                small.rooms(),
                small.people(),
                small.groups(),
                small.events(),
                List.of(),
                List.of(),
                constraints,
                small.weights(),
                List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> Fet.writeProblem(twoWeeks, out))
                .withMessageContaining("this problem has 2")
                .withMessageContaining("lonely");
        assertThat(out.size()).isZero();
    }

    @Test
    void idsThatAreNoNumbersAreNumberedAndKeptAsComments() throws IOException {
        Problem problem = SmallFet.read(SmallFet.FILE.replace("<Id>1</Id>", "<Id>one</Id>"))
                .problem();
        String text = new String(written(problem), StandardCharsets.UTF_8);
        assertThat(text).contains("<Comments>one</Comments>");
        assertThat(SmallFet.read(text).problem().events())
                .extracting(event -> event.id())
                .containsExactly("1", "2", "3");
    }
}
