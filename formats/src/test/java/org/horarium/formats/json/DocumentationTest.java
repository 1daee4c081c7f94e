package org.horarium.formats.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.horarium.engine.model.Plan;
import org.horarium.formats.college.problem.CollegeProblem;
import org.junit.jupiter.api.Test;

/** The examples of docs/formats.md are what they say. */
class DocumentationTest {
    private static final Pattern EXAMPLE = Pattern.compile("```json\\R(.*?)```", Pattern.DOTALL);

    private static List<byte[]> examples() throws IOException {
        String page = Files.readString(Path.of("../docs/formats.md"));
        return EXAMPLE.matcher(page)
                .results()
                .map((MatchResult example) -> example.group(1).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void theExamplesAreACollegeAndItsTimetable() throws Exception {
        CollegeProblem college = CollegeProblem.of(CollegeJson.read(examples().get(0)));
        Plan plan = college.timetables().plan(TimetableJson.read(examples().get(1)));
        assertThat(college.problem().events()).hasSize(4);
        assertThat(plan.placements())
                .allSatisfy(placement -> assertThat(college.problem().events())
                        .anyMatch(event -> event.id().equals(placement.event())));
    }
}
