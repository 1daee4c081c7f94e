package org.horarium.formats.fet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.horarium.formats.Imported;

/** A small FET file, to which constraints are added. */
final class SmallFet {
    /** Monday 8 and 9, Tuesday 11. */
    static final String SELECTED = slot("Mon", 8) + slot("Mon", 9) + slot("Tue", 11);

    static final String FILE = """
            <?xml version="1.0" encoding="UTF-8"?>

            <fet version="6.8.5">
            <Mode>Official</Mode>
            <Institution_Name>Small &amp; neat</Institution_Name>
            <Comments></Comments>
            <Days_List><Number_of_Days>2</Number_of_Days>
            <Day><Name>Mon</Name></Day>
            <Day><Name>Tue</Name></Day>
            </Days_List>
            <Hours_List><Number_of_Hours>4</Number_of_Hours>
            <Hour><Name>8</Name></Hour>
            <Hour><Name>9</Name></Hour>
            <Hour><Name>10</Name></Hour>
            <Hour><Name>11</Name></Hour>
            </Hours_List>
            <Subjects_List><Subject><Name>Maths</Name></Subject><Subject><Name>Art</Name></Subject></Subjects_List>
            <Activity_Tags_List><Activity_Tag><Name>lab</Name></Activity_Tag></Activity_Tags_List>
            <Teachers_List><Teacher><Name>Ann</Name></Teacher><Teacher><Name>Bob</Name></Teacher></Teachers_List>
            <Students_List>
            <Year><Name>Y1</Name><Number_of_Students>30</Number_of_Students>
              <Group><Name>G1</Name><Number_of_Students>20</Number_of_Students>
                <Subgroup><Name>S1</Name><Number_of_Students>12</Number_of_Students></Subgroup>
                <Subgroup><Name>S2</Name><Number_of_Students>8</Number_of_Students></Subgroup>
              </Group>
              <Group><Name>G2</Name><Number_of_Students>10</Number_of_Students></Group>
            </Year>
            <Year><Name>Y2</Name><Number_of_Students>5</Number_of_Students></Year>
            </Students_List>
            <Activities_List>
            <Activity><Teacher>Ann</Teacher><Subject>Maths</Subject><Students>Y1</Students>
              <Duration>2</Duration><Total_Duration>3</Total_Duration><Id>1</Id><Activity_Group_Id>1</Activity_Group_Id>
              <Active>true</Active></Activity>
            <Activity><Teacher>Ann</Teacher><Subject>Maths</Subject><Students>Y1</Students>
              <Duration>1</Duration><Total_Duration>3</Total_Duration><Id>2</Id><Activity_Group_Id>1</Activity_Group_Id>
              <Active>true</Active></Activity>
            <Activity><Teacher>Bob</Teacher><Subject>Art</Subject><Activity_Tag>lab</Activity_Tag><Students>Y2</Students>
              <Duration>1</Duration><Total_Duration>1</Total_Duration><Id>3</Id><Activity_Group_Id>0</Activity_Group_Id>
              <Active>true</Active></Activity>
            <Activity><Teacher>Bob</Teacher><Subject>Art</Subject><Students>Y2</Students>
              <Duration>1</Duration><Total_Duration>1</Total_Duration><Id>4</Id><Activity_Group_Id>0</Activity_Group_Id>
              <Active>false</Active></Activity>
            </Activities_List>
            <Buildings_List><Building><Name>N</Name></Building><Building><Name>S</Name></Building></Buildings_List>
            <Rooms_List>
            <Room><Name>R30</Name><Building>N</Building><Capacity>30</Capacity><Virtual>false</Virtual></Room>
            <Room><Name>R10</Name><Building>S</Building><Capacity>10</Capacity><Virtual>false</Virtual></Room>
            </Rooms_List>
            <Time_Constraints_List>
            <ConstraintBasicCompulsoryTime><Weight_Percentage>100</Weight_Percentage><Active>true</Active>
            </ConstraintBasicCompulsoryTime>
            </Time_Constraints_List>
            <Space_Constraints_List>
            <ConstraintBasicCompulsorySpace><Weight_Percentage>100</Weight_Percentage><Active>true</Active>
            </ConstraintBasicCompulsorySpace>
            </Space_Constraints_List>
            </fet>
            """;

    private SmallFet() {}

    /** The file with a virtual room, V, of R30 or R10 and R20 or R30, in which the third activity is. */
    static String withVirtualRoom() {
        String sets = """
                <Room><Name>R20</Name><Building></Building><Capacity>20</Capacity><Virtual>false</Virtual></Room>
                <Room><Name>V</Name><Building></Building><Capacity>99</Capacity><Virtual>true</Virtual>
                <Number_of_Sets_of_Real_Rooms>2</Number_of_Sets_of_Real_Rooms>
                <Set_of_Real_Rooms><Number_of_Real_Rooms>2</Number_of_Real_Rooms><Real_Room>R30</Real_Room><Real_Room>R10</Real_Room></Set_of_Real_Rooms>
                <Set_of_Real_Rooms><Number_of_Real_Rooms>2</Number_of_Real_Rooms><Real_Room>R20</Real_Room><Real_Room>R30</Real_Room></Set_of_Real_Rooms>
                </Room>
                </Rooms_List>""";
        return with("ActivityPreferredRoom", "<Activity_Id>3</Activity_Id><Room>V</Room>")
                .replace("</Rooms_List>", sets)
                // FET looks for it among the constraints of space.
                .replaceFirst(
                        "(?s)(<ConstraintActivityPreferredRoom>.*</ConstraintActivityPreferredRoom>\n)(.*)(</Space_C)",
                        "$2$1$3");
    }

    /** The file with one more constraint of 100 %. */
    static String with(String type, String body) {
        return with(type, "100", body);
    }

    /** The file with one more constraint; for example body {@code <Teacher>Ann</Teacher>}. */
    static String with(String type, String weight, String body) {
        return FILE.replace(
                "</Time_Constraints_List>",
                "<Constraint%s><Weight_Percentage>%s</Weight_Percentage>%s<Active>true</Active></Constraint%s>\n</Time_Constraints_List>"
                        .formatted(type, weight, body, type));
    }

    static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static Imported read(String text) throws IOException {
        return Fet.readProblem(in(text));
    }

    private static String slot(String day, int hour) {
        return "<Selected_Time_Slot><Selected_Day>%s</Selected_Day><Selected_Hour>%d</Selected_Hour></Selected_Time_Slot>"
                .formatted(day, hour);
    }
}
