package org.horarium.formats.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.horarium.engine.model.Plan;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.verify.Verifier;
import org.horarium.formats.FormatException;
import org.horarium.formats.demo.DemoCollege;
import org.horarium.formats.json.CollegeJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemFormatsTest {
    private static final String ITC_2019 = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- a comment -->
            <problem name="tiny" nrDays="5" slotsPerDay="10" nrWeeks="1">
              <optimization time="1" room="1" distribution="1" student="1"/>
              <rooms/>
              <courses><course id="1"><config id="1"><subpart id="1"><class id="1" room="false">
                <time days="10000" start="1" length="2" weeks="1" penalty="0"/>
              </class></subpart></config></course></courses>
              <distributions/>
              <students/>
            </problem>
            """;

    private static final String ITC_2007 = """
            Name: Tiny
            Courses: 1
            Rooms: 1
            Days: 2
            Periods_per_day: 2
            Curricula: 0
            Constraints: 0

            COURSES:
            c t 1 1 5

            ROOMS:
            r 10

            CURRICULA:

            UNAVAILABILITY_CONSTRAINTS:

            END.
            """;

    private static final String FET = """
            <?xml version="1.0" encoding="UTF-8"?>
            <fet version="6.8.5">
            <Mode>Official</Mode>
            <Institution_Name>Tiny</Institution_Name>
            <Days_List><Number_of_Days>1</Number_of_Days><Day><Name>Mon</Name></Day></Days_List>
            <Hours_List><Number_of_Hours>1</Number_of_Hours><Hour><Name>8</Name></Hour></Hours_List>
            <Subjects_List><Subject><Name>Art</Name></Subject></Subjects_List>
            <Teachers_List><Teacher><Name>Ann</Name></Teacher></Teachers_List>
            <Students_List></Students_List>
            <Activities_List>
            <Activity><Teacher>Ann</Teacher><Subject>Art</Subject><Duration>1</Duration><Total_Duration>1</Total_Duration>
              <Id>1</Id><Activity_Group_Id>0</Activity_Group_Id><Active>true</Active></Activity>
            </Activities_List>
            <Rooms_List></Rooms_List>
            <Time_Constraints_List></Time_Constraints_List>
            <Space_Constraints_List></Space_Constraints_List>
            </fet>
            """;

    private static final String COLLEGE =
            new String(CollegeJson.write(DemoCollege.of(DemoCollege.Size.SMALL)), StandardCharsets.UTF_8);

    private static ProblemFile read(String text) throws IOException {
        return ProblemFormats.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String written(ProblemFile file) throws IOException {
        Solution nothing = new Solution(
                Plan.EMPTY, Verifier.verify(file.problem(), Plan.EMPTY), List.of(), Duration.ofMillis(1700), null, 0);
        byte[] solution = file.writeSolution(nothing);
        assertThat(file.readSolution(solution).placements()).isEmpty();
        return new String(solution, StandardCharsets.UTF_8);
    }

    @Test
    void eachIsRecognisedAndWritesItsOwnSolutionFormat() throws Exception {
        assertThat(written(read(COLLEGE))).contains("\"format\": \"horarium-timetable/1\"");
        assertThat(written(read(ITC_2019))).contains("<solution ").contains("runtime=\"1");
        assertThat(written(read(ITC_2007))).isEmpty();
        assertThat(written(read(FET))).contains("<fet ");
    }

    @Test
    void whatLeadsUpToTheFirstVisibleCharacterDoesNotMatter() throws Exception {
        assertThat(read("\uFEFF" + ITC_2019).problem().events()).hasSize(1);
        assertThat(read("\n\n  " + COLLEGE).problem().events()).hasSize(25);
        assertThat(read(ITC_2007.replace("\n", "\r\n")).problem().events()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "Dear Sir", "<html><body>", "course,room\n", "PK\u0003\u0004"})
    void anythingElseIsRefusedWithWhatIsKnown(String text) {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> read(text))
                .withMessageContaining("Horarium JSON, ITC-2019 XML, ITC-2007 .ctt, FET .fet");
    }
}
