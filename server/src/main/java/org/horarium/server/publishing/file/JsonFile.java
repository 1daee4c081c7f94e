package org.horarium.server.publishing.file;

import java.util.List;
import org.horarium.server.timetable.Frame;
import org.horarium.server.timetable.PlacedActivity;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** The revision for programs: the names and the grid as they were, and the activities in their places. */
final class JsonFile {
    private static final String FORMAT = "horarium-revision/1";

    private JsonFile() {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Document(
            String format,
            String title,
            String term,
            String firstDay,
            String lastDay,
            String timeZone,
            int revision,
            String status,
            String createdAt,
            String exportedAt,
            Frame frame,
            List<PlacedActivity> activities) {}

    static byte[] write(Sheets sheets, JsonMapper json) {
        return json.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(new Document(
                        FORMAT,
                        sheets.title(),
                        sheets.term().code(),
                        sheets.term().first().toString(),
                        sheets.term().last().toString(),
                        sheets.term().zone().getId(),
                        sheets.revision().number(),
                        sheets.revision().status().code(),
                        sheets.revision().createdAt().toString(),
                        sheets.at().toString(),
                        sheets.revision().frame(),
                        sheets.activities()));
    }
}
