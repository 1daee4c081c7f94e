package org.horarium.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Role;
import org.horarium.server.approval.Workflow;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.People;
import org.horarium.server.testing.Revisions;
import org.horarium.server.testing.TinyCollege;
import org.horarium.server.timetable.PlacedActivity.Weeks;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each file is read back with a library that did not write it. */
@IntegrationTest
class ExportIT {
    private static @Nullable People people;

    @Autowired
    MockMvc mvc;

    @Autowired
    Timetables timetables;

    @Autowired
    Schedules schedules;

    @Autowired
    Workflow workflow;

    @Autowired
    JsonMapper json;

    @BeforeAll
    static void college(
            @Autowired Colleges colleges,
            @Autowired Accounts accounts,
            @Autowired MockMvc mvc,
            @Autowired JsonMapper json)
            throws Exception {
        colleges.insert(TinyCollege.college());
        people = new People(accounts, mvc, json);
    }

    private Revision revision() {
        Revisions revisions = new Revisions(timetables, schedules, workflow);
        return revisions.draft(
                revisions.schedule("EEE").id(),
                List.of(
                        Revisions.circuits(DayOfWeek.TUESDAY, 1, "S1"),
                        Revisions.power(DayOfWeek.MONDAY, 2, Weeks.A, "N1")));
    }

    private MockHttpServletResponse export(Revision revision, String query) throws Exception {
        return mvc.perform(Objects.requireNonNull(people)
                        .by(Role.STAFF, get("/api/timetables/" + revision.workflow() + "/export?" + query)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
    }

    @Test
    void pdfHasAPageForEachWeekWithItsFontsAndItsNumber() throws Exception {
        Revision revision = revision();
        for (String paper : List.of("A4", "A3")) {
            byte[] file =
                    export(revision, "format=pdf&by=person&paper=" + paper).getContentAsByteArray();
            try (PDDocument pdf = Loader.loadPDF(file)) {
                assertThat(pdf.getNumberOfPages()).as("P3 and P5").isEqualTo(2);
                for (PDPage page : pdf.getPages()) {
                    assertThat(page.getMediaBox().getWidth())
                            .as("landscape")
                            .isGreaterThan(page.getMediaBox().getHeight());
                    for (COSName font : page.getResources().getFontNames()) {
                        assertThat(page.getResources().getFont(font).isEmbedded())
                                .as(font.getName())
                                .isTrue();
                    }
                }
                assertThat(new PDFTextStripper().getText(pdf))
                        .contains("CIRCUITS lecture", "Ida Jones", "POWER lab", "Week A", "Page 1 / 2", "Page 2 / 2")
                        .contains("revision " + revision.number());
            }
        }
    }

    @Test
    void xlsxHasASheetWithRealDatesAndAGridForEachWeek() throws Exception {
        Revision revision = revision();
        byte[] file = export(revision, "format=xlsx&by=room").getContentAsByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Sheet> sheets = book.getSheets().toList();
            assertThat(sheets).extracting(Sheet::getName).containsExactly("Dates", "North 1", "South 1");
            List<Row> rows = sheets.get(0).read();
            assertThat(rows.get(0).getCellText(0)).contains("revision " + revision.number());
            assertThat(rows.size()).isGreaterThan(10);
            List<DayOfWeek> days = new ArrayList<>();
            for (Row row : rows.subList(2, rows.size())) {
                days.add(row.getCellAsDate(0).orElseThrow().getDayOfWeek());
            }
            assertThat(days).contains(DayOfWeek.MONDAY, DayOfWeek.TUESDAY).hasSize(rows.size() - 2);
            assertThat(sheets.get(2).read().toString()).isNotEmpty();
            assertThat(sheets.get(2).read().stream().flatMap(Row::stream))
                    .anyMatch(cell -> cell != null && cell.getText().contains("CIRCUITS lecture"));
        }
    }

    @Test
    void csvHasALineForEachActivity() throws Exception {
        MockHttpServletResponse response = export(revision(), "format=csv");
        assertThat(response.getHeader(HttpHeaders.CONTENT_DISPOSITION)).contains("attachment", ".csv");
        List<NamedCsvRecord> lines =
                CsvReader.builder().ofNamedCsvRecord(response.getContentAsString(StandardCharsets.UTF_8)).stream()
                        .toList();
        assertThat(lines)
                .extracting(line -> line.getField("activity"))
                .containsExactlyInAnyOrder("CIRCUITS-lecture/2024-EEE/1", "POWER-lab/2024-EEE-A/1");
        assertThat(lines).extracting(line -> line.getField("weeks")).containsExactlyInAnyOrder("every", "a");
    }

    @Test
    void icsAndJsonHoldTheSameActivities() throws Exception {
        Revision revision = revision();
        var calendar = new CalendarBuilder()
                .build(new StringReader(export(revision, "format=ics").getContentAsString()));
        assertThat(calendar.getComponents(Component.VEVENT)).hasSize(2);
        JsonNode document = json.readTree(export(revision, "format=json").getContentAsString());
        assertThat(document.get("activities").size()).isEqualTo(2);
        assertThat(document.get("revision").intValue()).isEqualTo(revision.number());
    }

    @Test
    void whatIsNotKnownIsRefused() throws Exception {
        Revision revision = revision();
        for (String query : List.of("format=docx", "format=pdf&paper=A5")) {
            mvc.perform(Objects.requireNonNull(people)
                            .by(Role.STAFF, get("/api/timetables/" + revision.workflow() + "/export?" + query)))
                    .andExpect(status().isBadRequest());
        }
        mvc.perform(Objects.requireNonNull(people)
                        .by(Role.STAFF, get("/api/timetables/" + revision.workflow() + "/export?of=nobody")))
                .andExpect(status().isNotFound());
    }
}
