package org.horarium.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.horarium.formats.FormatException;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Actor;
import org.horarium.server.access.NewAccount;
import org.horarium.server.access.Role;
import org.horarium.server.importing.files.DataFiles.Upload;
import org.horarium.server.institution.records.RecordChange.Status;
import org.horarium.server.institution.records.RecordKind;
import org.horarium.server.institution.records.Records;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.TinyCollege;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables go out and come in again; what can't come in says where and why, and nothing is written. */
@IntegrationTest
class ImportIT {
    private static Actor admin = new Actor(1, "a@tiny.example", "A", Role.ADMIN, Set.of(), null, null);
    private static Actor head = admin;

    @Autowired
    Imports imports;

    @Autowired
    Exports exports;

    @Autowired
    Records records;

    @Autowired
    Colleges colleges;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void college(@Autowired Colleges colleges, @Autowired Accounts accounts) {
        colleges.insert(TinyCollege.college());
        long first = accounts.create(NewAccount.of("a@tiny.example", "A", Role.ADMIN, "a long password"));
        long second = accounts.create(NewAccount.of("h@tiny.example", "H", Role.STAFF, "a long password"));
        admin = new Actor(first, "a@tiny.example", "A", Role.ADMIN, Set.of(), null, null);
        head = new Actor(second, "h@tiny.example", "H", Role.STAFF, Set.of("EEE"), null, null);
    }

    private static Upload csv(String name, String text) {
        return new Upload(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Imports.Preview look(Upload... files) {
        return imports.preview(imports.get(imports.upload(List.of(files), admin), admin), admin);
    }

    private static String refusal(Upload file, Imports imports) {
        try {
            imports.upload(List.of(file), admin);
        } catch (FormatException e) {
            return e.faults().get(0).where() + ": " + e.faults().get(0).message();
        }
        return "accepted";
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void aTableThatGoesOutChangesNothingWhenItComesIn(RecordKind kind) throws IOException {
        StringWriter out = new StringWriter();
        exports.csv(kind, admin, out);
        Imports.Preview preview = look(csv(kind.path() + ".csv", out.toString()));
        assertThat(preview.plan().faults()).isEmpty();
        assertThat(preview.plan().effective()).isEmpty();
        assertThat(preview.plan().count(kind, Status.UNCHANGED)).isPositive();
    }

    @Test
    void theWholeWorkbookChangesNothingWhenItComesInAndFillsAnEmptyCollege() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.workbook(admin, out);
        Imports.Preview preview = look(new Upload("college.xlsx", out.toByteArray()));
        assertThat(preview.plan().faults()).isEmpty();
        assertThat(preview.plan().effective()).isEmpty();
        assertThat(preview.plan().changes()).hasSizeGreaterThan(30);
    }

    @Test
    void theTemplateIsACollegeThatCanBeImportedAndUndone() throws IOException {
        var before = colleges.whole("T1");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.template(out);
        UUID id = imports.upload(List.of(new Upload("t.xlsx", out.toByteArray())), admin);
        leaveOutTerms(id);
        Imports.Preview preview = imports.preview(imports.get(id, admin), admin);
        assertThat(preview.plan().faults()).isEmpty();
        assertThat(colleges.whole("T1")).as("looking writes nothing").isEqualTo(before);
        assertThatThrownBy(() -> imports.commit(id, "another", admin)).isInstanceOf(ConflictException.class);
        assertThat(colleges.whole("T1")).isEqualTo(before);
        UUID undo = imports.commit(id, preview.fingerprint(), admin);
        assertThat(colleges.whole("T1").students())
                .hasSizeGreaterThan(before.students().size());
        assertThatThrownBy(() -> imports.get(id, admin)).as("used up").isInstanceOf(NotFoundException.class);
        records.undo(undo, admin);
        assertThat(colleges.whole("T1").rooms()).isEqualTo(before.rooms());
    }

    /** The term of the tiny college runs today, and two terms can't run at once. */
    private void leaveOutTerms(UUID id) {
        Mapping without = new Mapping(imports.get(id, admin).mapping().sheets().stream()
                .map(sheet -> sheet.kind().equals("terms") ? new Mapping.SheetMapping("", sheet.columns()) : sheet)
                .toList());
        imports.map(id, without, admin);
    }

    @Test
    void aCommitAfterSomebodyElseChangedTheDataIsRefused() {
        UUID id = imports.upload(List.of(csv("rooms.csv", "code,capacity\nN1,81\n")), admin);
        Imports.Preview preview = imports.preview(imports.get(id, admin), admin);
        jdbc.sql("UPDATE room SET name = 'Other' WHERE code = 'N1'").update();
        assertThatThrownBy(() -> imports.commit(id, preview.fingerprint(), admin))
                .hasMessageContaining("changed since the preview");
        jdbc.sql("UPDATE room SET name = 'North 1' WHERE code = 'N1'").update();
        assertThat(imports.preview(imports.get(id, admin), admin).fingerprint()).isEqualTo(preview.fingerprint());
    }

    @Test
    void realFilesAreTolerated() {
        Imports.Preview preview = look(csv(
                "Raumliste 2026.csv",
                "\uFEFFExternal ID;Title;Seats;Room type;Owner;Remark\r\n"
                        + "N1;\"North \"\"1\"\"; large\";80;lecture;CSE;x\r\n\r\nN9;New;12.0;lecture;;\r\n"));
        assertThat(preview.plan().faults()).isEmpty();
        assertThat(preview.plan().count(RecordKind.ROOMS, Status.NEW)).isEqualTo(1);
        assertThat(preview.plan().count(RecordKind.ROOMS, Status.CHANGED)).isEqualTo(1);
        assertThat(preview.plan().effective().get(0).differences())
                .extracting(difference -> difference.column() + "=" + difference.after())
                .containsExactly("name=North \"1\"; large");
    }

    @Test
    void everyFaultNamesItsSheetRowAndColumn() {
        Imports.Preview preview = look(csv(
                "rooms.csv",
                "code\tname\ttype\tcapacity\nQ1\tQ\tlecture\tmany\n\nQ1\tQ\tlecture\t3\nQ2\t\tlecture\t3\n"));
        assertThat(preview.plan().faults())
                .extracting(
                        fault -> fault.origin().sheet() + " " + fault.origin().row() + " " + fault.column())
                .containsExactly("rooms 2 capacity", "rooms 4 code", "rooms 5 name");
    }

    @Test
    void staffImportForTheirDepartmentsOnly() {
        UUID id = imports.upload(
                List.of(csv(
                        "rooms.csv",
                        "code,name,department,type,capacity\nE9,Own,EEE,lecture,3\nN1,Taken,CSE,lecture,9\n")),
                head);
        assertThat(imports.preview(imports.get(id, head), head).plan().faults())
                .extracting(fault -> fault.origin().row())
                .containsExactly(3);
        assertThatThrownBy(() -> imports.get(id, admin)).as("of somebody else").isInstanceOf(NotFoundException.class);
    }

    @Test
    void formulasAreEscapedAndComeBackAsTheyWere() throws IOException {
        jdbc.sql("UPDATE room SET name = '=HYPERLINK(\"x\")' WHERE code = 'HALL'")
                .update();
        jdbc.sql("UPDATE room SET name = '''=1' WHERE code = 'A1'").update();
        StringWriter out = new StringWriter();
        exports.csv(RecordKind.ROOMS, admin, out);
        assertThat(out.toString())
                .contains("\"'=HYPERLINK(\"\"x\"\")\"")
                .contains("''=1")
                .doesNotContain(",=");
        assertThat(look(csv("rooms.csv", out.toString())).plan().effective()).isEmpty();
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        exports.workbook(admin, book);
        assertThat(look(new Upload("c.xlsx", book.toByteArray())).plan().effective())
                .isEmpty();
        jdbc.sql("UPDATE room SET name = 'Great hall' WHERE code = 'HALL'").update();
        jdbc.sql("UPDATE room SET name = 'Atelier' WHERE code = 'A1'").update();
    }

    @Test
    void badFilesAreRefusedInWords() throws IOException {
        assertThat(refusal(new Upload("u.csv", "code,name\nA,B".getBytes(StandardCharsets.UTF_16)), imports))
                .contains("UTF-16");
        assertThat(refusal(
                        new Upload("l.csv", "code,name\nA,B\nC,\u00e4".getBytes(StandardCharsets.ISO_8859_1)), imports))
                .contains("line 3")
                .contains("UTF-8");
        assertThat(refusal(csv("wide.csv", "a,".repeat(5000)), imports)).contains("5001 columns");
        assertThat(refusal(csv("long.csv", "code\n" + "x\n".repeat(60_000)), imports))
                .contains("50000 rows");
        assertThat(refusal(csv("quote.csv", "code,name\nA,\"" + "b".repeat(3_000_000)), imports))
                .contains("quote");
        assertThat(refusal(csv("empty.csv", ""), imports)).contains("nothing in the file");
        assertThat(refusal(csv("other.xml", "<data/>"), imports)).contains("<data>");
        assertThat(refusal(csv("cut.xml", "<fet><Days_List>"), imports)).contains("cut off");
        assertThat(refusal(new Upload("old.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}), imports))
                .contains("XLSX");
        assertThat(refusal(new Upload("big.csv", new byte[21 << 20]), imports)).contains("20 MB");
    }

    @Test
    void oddWorkbooksAreRefusedInWords() throws IOException {
        assertThat(refusal(new Upload("m.xlsx", zip("xl/vbaProject.bin", new byte[1])), imports))
                .contains("macros");
        assertThat(refusal(new Upload("e.xlsx", zip("xl/externalLinks/externalLink1.xml", new byte[1])), imports))
                .contains("other files");
        assertThat(refusal(new Upload("b.xlsx", zip("xl/worksheets/sheet1.xml", new byte[70 << 20])), imports))
                .contains("64 MB");
        assertThat(refusal(
                        new Upload(
                                "d.xlsx",
                                zip("xl/workbook.xml", "<!DOCTYPE x []><x/>".getBytes(StandardCharsets.UTF_8))),
                        imports))
                .contains("DOCTYPE");
        assertThat(refusal(
                        new Upload(
                                "c.xlsx",
                                zip("xl/worksheets/sheet1.xml", "<c r=\"ZZZZZZ1\"/>".getBytes(StandardCharsets.UTF_8))),
                        imports))
                .contains("beyond XFD");
        assertThat(refusal(new Upload("x.xlsx", zip("hello.txt", new byte[1])), imports))
                .contains("damaged");
        assertThat(refusal(new Upload("p.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0}), imports))
                .isNotEqualTo("accepted");
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void aFetFileBecomesTables() {
        String fet = """
                <fet version="6.8.5"><Institution_Name>School</Institution_Name>
                <Days_List><Day><Name>Mon</Name></Day><Day><Name>Tue</Name></Day></Days_List>
                <Hours_List><Hour><Name>08:00-08:45</Name></Hour><Hour><Name>09:00</Name></Hour></Hours_List>
                <Teachers_List><Teacher><Name>Ann, Lee</Name></Teacher></Teachers_List>
                <Subjects_List><Subject><Name>Maths</Name></Subject></Subjects_List>
                <Students_List><Year><Name>1</Name><Number_of_Students>20</Number_of_Students>
                  <Group><Name>1a</Name><Number_of_Students>20</Number_of_Students></Group></Year></Students_List>
                <Activities_List><Activity><Teacher>Ann, Lee</Teacher><Subject>Maths</Subject><Students>1a</Students>
                  <Duration>2</Duration><Id>1</Id><Active>true</Active></Activity>
                  <Activity><Teacher>Ann, Lee</Teacher><Subject>Maths</Subject><Students>1a</Students>
                  <Duration>2</Duration><Id>2</Id><Active>true</Active></Activity></Activities_List>
                <Rooms_List><Room><Name>R/1</Name><Capacity>30</Capacity></Room></Rooms_List></fet>
                """;
        UUID id = imports.upload(List.of(csv("school.fet", fet)), admin);
        Imports.Preview preview = imports.preview(imports.get(id, admin), admin);
        assertThat(preview.plan().faults())
                .extracting(fault -> fault.message())
                .as("this college has a term at the same time")
                .allMatch(message -> message.contains("Two terms"));
        leaveOutTerms(id);
        UUID undo = imports.commit(
                id, imports.preview(imports.get(id, admin), admin).fingerprint(), admin);
        var template = records.get(RecordKind.TEMPLATES, "Maths 1 section 2", admin);
        assertThat(template.value("personnel")).isEqualTo("1 teacher: Ann_ Lee");
        assertThat(template.value("sessions_per_week")).isEqualTo("2");
        assertThat(template.value("activities")).isEqualTo("2");
        records.undo(undo, admin);
    }

    @Test
    void anItcFileBecomesTables() {
        String itc = """
                <problem name="small"><rooms><room id="1" capacity="30"/></rooms>
                <courses><course id="1"><config id="1"><subpart id="1"><class id="1" limit="20">
                  <room id="1" penalty="0"/><time days="1010000" start="96" length="20" weeks="11" penalty="0"/></class>
                  </subpart></config></course></courses>
                <students><student id="1"><course id="1"/></student></students></problem>
                """;
        Imports.Preview preview = look(csv("p.xml", itc));
        assertThat(preview.plan().faults()).isEmpty();
        assertThat(preview.plan().count(RecordKind.STUDENTS, Status.NEW)).isEqualTo(1);
        assertThat(preview.plan().changes())
                .filteredOn(planned -> planned.change().kind() == RecordKind.TEMPLATES)
                .singleElement()
                .satisfies(planned -> assertThat(planned.change().differences())
                        .extracting(difference -> difference.column() + "=" + difference.after())
                        .contains("duration=2", "sessions_per_week=2", "attendees=batch"));
    }

    @Test
    void aLargeCollegeIsReadWithItsRowsKept() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            lines.add("m" + i + ",Many " + i + ",2024-CSE-B," + (i % 2 == 0 ? "GAMES" : ""));
        }
        UUID id = imports.upload(
                List.of(csv("students.csv", "code,name,group,electives\n" + String.join("\n", lines))), admin);
        Imports.Preview preview = imports.preview(imports.get(id, admin), admin);
        assertThat(preview.plan().faults()).isEmpty();
        UUID undo = imports.commit(id, preview.fingerprint(), admin);
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM student_elective JOIN student ON student.id = student_id WHERE student.code LIKE 'm%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1000);
        assertThat(records.undo(undo, admin)).isEqualTo(2000);
    }
}
