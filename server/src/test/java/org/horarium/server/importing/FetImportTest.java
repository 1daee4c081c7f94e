package org.horarium.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.horarium.server.importing.files.DataFiles;
import org.horarium.server.importing.files.SheetData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of the constraints of FET and ITC-2019 files gets into the tables, and that all others are named. */
class FetImportTest {
    private static final String SCHOOL = """
            <fet version="6.8.5"><Mode>Official</Mode><Institution_Name>School</Institution_Name>
            <Days_List><Day><Name>Mon</Name></Day><Day><Name>Tue</Name></Day><Day><Name>Wed</Name></Day></Days_List>
            <Hours_List><Hour><Name>08:00</Name></Hour><Hour><Name>09:00</Name></Hour><Hour><Name>10:00</Name></Hour>
              <Hour><Name>11:00</Name></Hour></Hours_List>
            <Teachers_List><Teacher><Name>Ann</Name></Teacher><Teacher><Name>Bob</Name></Teacher></Teachers_List>
            <Subjects_List><Subject><Name>Maths</Name></Subject></Subjects_List>
            <Students_List><Year><Name>1</Name><Group><Name>1a</Name></Group><Group><Name>1b</Name></Group></Year></Students_List>
            <Activities_List>
              %s
            </Activities_List>
            <Rooms_List><Room><Name>R1</Name></Room><Room><Name>R2</Name></Room><Room><Name>Gym</Name></Room></Rooms_List>
            <Time_Constraints_List><ConstraintBasicCompulsoryTime><Weight_Percentage>100</Weight_Percentage>
              </ConstraintBasicCompulsoryTime>%s</Time_Constraints_List>
            <Space_Constraints_List>%s</Space_Constraints_List></fet>
            """;

    private static String activity(int id, String subject, String set, int duration) {
        return """
                <Activity><Teacher>Ann</Teacher><Subject>%s</Subject><Students>%s</Students><Duration>%d</Duration>
                <Id>%d</Id><Active>true</Active></Activity>
                """.formatted(subject, set, duration, id);
    }

    /** Maths twice a week for both sections, sport once; a talk and a lab of one course for the first section. */
    private static final String ACTIVITIES = activity(1, "Maths", "1a", 1)
            + activity(2, "Maths", "1a", 1)
            + activity(3, "Maths", "1b", 1)
            + activity(4, "Maths", "1b", 1)
            + activity(5, "Sport", "1a", 1)
            + activity(6, "Physics", "1a", 1)
            + activity(7, "Physics", "1a", 2);

    private static List<SheetData> read(String time, String space) {
        String fet = SCHOOL.formatted(ACTIVITIES, time, space);
        return DataFiles.read(List.of(new DataFiles.Upload("school.fet", fet.getBytes(StandardCharsets.UTF_8))));
    }

    private static String constraint(String type, String body) {
        return "<Constraint" + type + "><Weight_Percentage>100</Weight_Percentage><Active>true</Active>" + body
                + "</Constraint" + type + ">";
    }

    /** The value of a column of a row. */
    private static String cell(List<SheetData> sheets, String sheet, String code, String column) {
        SheetData data = sheets.stream()
                .filter(each -> each.name().equals(sheet))
                .findFirst()
                .orElseThrow();
        return data.rows().stream()
                .filter(row -> row.cell(0).equals(code))
                .findFirst()
                .orElseThrow()
                .cell(data.header().indexOf(column));
    }

    private static List<String> notes(List<SheetData> sheets) {
        return sheets.stream().flatMap(sheet -> sheet.notes().stream()).toList();
    }

    @Test
    void timesAtWhichPeopleAndRoomsAreAwayBecomeSpans() {
        String times = "<Not_Available_Time><Day>Mon</Day><Hour>08:00</Hour></Not_Available_Time>"
                + "<Not_Available_Time><Day>Mon</Day><Hour>09:00</Hour></Not_Available_Time>"
                + "<Not_Available_Time><Day>Wed</Day><Hour>11:00</Hour></Not_Available_Time>";
        List<SheetData> sheets = read(
                constraint("TeacherNotAvailableTimes", "<Teacher>Ann</Teacher>" + times),
                constraint("RoomNotAvailableTimes", "<Room>R1</Room>" + times));
        String spans = "monday 08:00-10:00; wednesday 11:00-12:00";
        assertThat(cell(sheets, "personnel", "Ann", "unavailable")).isEqualTo(spans);
        assertThat(cell(sheets, "personnel", "Bob", "unavailable")).isEmpty();
        assertThat(cell(sheets, "rooms", "R1", "unavailable")).isEqualTo(spans);
        assertThat(notes(sheets))
                .contains(
                        "Taken over: 1 × ConstraintTeacherNotAvailableTimes.",
                        "Taken over: 1 × ConstraintRoomNotAvailableTimes.");
    }

    @Test
    void limitsOfAllAndOfOneTeacherAreBothKept() {
        List<SheetData> sheets = read(
                constraint("TeachersMaxHoursDaily", "<Maximum_Hours_Daily>3</Maximum_Hours_Daily>")
                        + constraint(
                                "TeacherMaxHoursDaily",
                                "<Teacher_Name>Ann</Teacher_Name><Maximum_Hours_Daily>2</Maximum_Hours_Daily>")
                        + constraint(
                                "TeacherMaxDaysPerWeek",
                                "<Teacher_Name>Bob</Teacher_Name><Max_Days_Per_Week>2</Max_Days_Per_Week>"),
                "");
        assertThat(cell(sheets, "personnel", "Ann", "max_slots_per_day")).isEqualTo("2");
        assertThat(cell(sheets, "personnel", "Bob", "max_slots_per_day")).isEqualTo("3");
        assertThat(cell(sheets, "personnel", "Bob", "max_days_per_week")).isEqualTo("2");
        assertThat(cell(sheets, "personnel", "Ann", "max_days_per_week")).isEmpty();
    }

    @Test
    void anHourWithoutTeachingOnAllDaysIsABreak() {
        StringBuilder times = new StringBuilder();
        for (String day : List.of("Mon", "Tue", "Wed")) {
            times.append("<Break_Time><Day>").append(day).append("</Day><Hour>10:00</Hour></Break_Time>");
        }
        List<SheetData> whole = read(constraint("BreakTimes", times.toString()), "");
        assertThat(cell(whole, "terms", "FET", "slots")).isEqualTo("08:00-09:00; 09:00-10:00; 11:00-12:00");
        assertThat(cell(whole, "terms", "FET", "breaks")).isEqualTo("Break 10:00-11:00");
        assertThat(cell(whole, "personnel", "Ann", "max_slots_per_week")).isEqualTo("9");

        times.append("<Break_Time><Day>Mon</Day><Hour>08:00</Hour></Break_Time>");
        assertThat(notes(read(constraint("BreakTimes", times.toString()), "")))
                .anyMatch(note -> note.startsWith("Not taken over: 1 × ConstraintBreakTimes (breaks of a term"));
    }

    @Test
    void daysBetweenSessionsAreKeptWhenAllGroupsHaveThem() {
        String first = constraint(
                "MinDaysBetweenActivities",
                "<Activity_Id>1</Activity_Id><Activity_Id>2</Activity_Id><MinDays>2</MinDays>");
        String second = constraint(
                "MinDaysBetweenActivities",
                "<Activity_Id>3</Activity_Id><Activity_Id>4</Activity_Id><MinDays>1</MinDays>");
        List<SheetData> both = read(first + second, "");
        assertThat(cell(both, "templates", "Maths 1 section 1", "min_days_between"))
                .isEqualTo("1");
        List<SheetData> one = read(first, "");
        assertThat(cell(one, "templates", "Maths 1 section 1", "min_days_between"))
                .isEqualTo("0");
        assertThat(notes(one))
                .contains("Not taken over: 1 × ConstraintMinDaysBetweenActivities"
                        + " (it is not for all groups of its template: activity 1).");
        List<SheetData> mixed = read(
                constraint(
                        "MinDaysBetweenActivities",
                        "<Activity_Id>6</Activity_Id><Activity_Id>7</Activity_Id><MinDays>1</MinDays>"),
                "");
        assertThat(notes(mixed))
                .anyMatch(note -> note.contains("ConstraintMinDaysBetweenActivities (its activities became several"));
    }

    @Test
    void anOrderOfTwoIsTheOrderOfTheirTemplates() {
        List<SheetData> sheets = read(
                constraint(
                                "TwoActivitiesOrdered",
                                "<First_Activity_Id>6</First_Activity_Id><Second_Activity_Id>7</Second_Activity_Id>")
                        + constraint(
                                "TwoActivitiesOrdered",
                                "<First_Activity_Id>5</First_Activity_Id><Second_Activity_Id>7</Second_Activity_Id>"),
                "");
        assertThat(cell(sheets, "templates", "Physics 1 section 2", "after")).isEqualTo("Physics 1 section 1");
        assertThat(notes(sheets))
                .contains("Not taken over: 1 of 2 × ConstraintTwoActivitiesOrdered"
                        + " (only two templates of one course have an order: activity 5).");
    }

    @Test
    void listsOfRoomsBecomeTypesOfRooms() {
        List<SheetData> sheets = read(
                "",
                constraint("SubjectPreferredRoom", "<Subject>Sport</Subject><Room>Gym</Room>")
                        + constraint(
                                "SubjectPreferredRooms",
                                "<Subject>Physics</Subject><Preferred_Room>R1</Preferred_Room><Preferred_Room>R2</Preferred_Room>"));
        assertThat(cell(sheets, "rooms", "Gym", "type")).isEqualTo("room-gym");
        assertThat(cell(sheets, "rooms", "R1", "type")).isEqualTo("rooms-like-r1");
        assertThat(cell(sheets, "templates", "Sport 1 section 1", "room_type")).isEqualTo("room-gym");
        assertThat(cell(sheets, "templates", "Physics 1 section 2", "room_type"))
                .isEqualTo("rooms-like-r1");
        assertThat(cell(sheets, "templates", "Maths 1 section 1", "room_type"))
                .as("as in FET")
                .isEmpty();
        assertThat(notes(sheets))
                .contains("1 templates have no list of rooms in the file, so they need no room here, as in FET.");
        assertThat(cell(read("", ""), "templates", "Maths 1 section 1", "room_type"))
                .isEqualTo("room");
    }

    @Test
    void listsThatShareARoomAreOneTypeAndSaidToBe() {
        List<SheetData> sheets = read(
                "",
                constraint(
                                "SubjectPreferredRooms",
                                "<Subject>Sport</Subject><Preferred_Room>Gym</Preferred_Room><Preferred_Room>R1</Preferred_Room>")
                        + constraint(
                                "SubjectPreferredRooms",
                                "<Subject>Physics</Subject><Preferred_Room>R1</Preferred_Room><Preferred_Room>R2</Preferred_Room>"));
        assertThat(cell(sheets, "rooms", "R2", "type")).isEqualTo(cell(sheets, "rooms", "Gym", "type"));
        assertThat(notes(sheets))
                .contains("Not taken over: 2 × ConstraintSubjectPreferredRooms"
                        + " (lists that share rooms became one type of room: Sport, Physics).");
    }

    /** Whatever is in the file and is not said by a record: its type stands in the notes. */
    @ParameterizedTest
    @CsvSource({
        "StudentsSetNotAvailableTimes, <Students>1a</Students>, 1a, groups have no times",
        "StudentsSetMaxGapsPerWeek, <Students>1a</Students>, 1a, no limits of gaps",
        "TeacherMaxGapsPerWeek, <Teacher_Name>Ann</Teacher_Name>, Ann, no limits of gaps",
        "ActivityPreferredStartingTime, <Activity_Id>5</Activity_Id>, activity 5, pin the sessions",
        "ActivitiesPreferredTimeSlots, <Subject_Name>Maths</Subject_Name>, Maths, pin the sessions",
        "ActivitiesSameStartingTime, <Activity_Id>1</Activity_Id>, activity 1, sessions of different templates",
        "SomethingOfTheNextVersion, <Anything>zebra</Anything>, zebra, records have no such rule"
    })
    void everyOtherConstraintIsNamed(String type, String body, String subject, String why) {
        assertThat(notes(read(constraint(type, body), "")))
                .filteredOn(note -> note.startsWith("Not taken over: 1 × Constraint" + type))
                .singleElement()
                .asString()
                .contains(why, "'./horarium solve' plans the file with it")
                .satisfies(note -> assertThat(note.contains(subject)).isEqualTo(!type.startsWith("SomethingOf")));
    }

    @Test
    void wishesAndWhatIsSwitchedOffAreNamedToo() {
        List<String> notes = notes(read(
                constraint("TeachersMaxHoursDaily", "<Maximum_Hours_Daily>3</Maximum_Hours_Daily>")
                                .replace(">100<", ">80<")
                        + constraint("TeachersMaxDaysPerWeek", "<Max_Days_Per_Week>3</Max_Days_Per_Week>")
                                .replace("true", "false"),
                ""));
        assertThat(notes)
                .contains(
                        "Not taken over: 1 × ConstraintTeachersMaxHoursDaily (it is only a wish, of less than 100 %).",
                        "Not taken over: 1 × ConstraintTeachersMaxDaysPerWeek (switched off in the file).");
    }

    @Test
    void anItcFileNamesEachKindThatIsLeftOut() {
        String itc = """
                <problem name="small" nrDays="7" slotsPerDay="288" nrWeeks="3"><rooms><room id="1" capacity="30">
                  <unavailable days="1000000" start="96" length="12" weeks="111"/>
                  <unavailable days="1000000" start="108" length="12" weeks="111"/>
                  <unavailable days="0100000" start="96" length="12" weeks="010"/><travel room="1" value="2"/></room></rooms>
                <courses><course id="1"><config id="1"><subpart id="1"><class id="1" limit="20">
                  <room id="1" penalty="0"/><time days="1010000" start="96" length="20" weeks="11" penalty="0"/></class>
                  </subpart></config></course></courses>
                <distributions><distribution type="SameRoom" required="true"/><distribution type="SameRoom" penalty="2"/>
                </distributions></problem>
                """;
        List<SheetData> sheets =
                DataFiles.read(List.of(new DataFiles.Upload("p.xml", itc.getBytes(StandardCharsets.UTF_8))));
        assertThat(cell(sheets, "rooms", "R1", "unavailable")).isEqualTo("monday 08:00-10:00");
        assertThat(notes(sheets))
                .contains(
                        "Not taken over: 1 possible times of classes.",
                        "Not taken over: 1 limits of classes.",
                        "Not taken over: 1 ways between rooms.",
                        "Not taken over: 1 unavailable times of rooms that are in some weeks only.",
                        "Not taken over: distribution SameRoom (1 required, 1 as a wish).");
    }
}
