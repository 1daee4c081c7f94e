package org.horarium.server.institution.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.horarium.formats.college.College;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Actor;
import org.horarium.server.access.NewAccount;
import org.horarium.server.access.Role;
import org.horarium.server.institution.records.RecordEdit.Origin;
import org.horarium.server.institution.records.RecordLists.Wish;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.NumberedPage;
import org.horarium.server.platform.StaleEditException;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.TinyCollege;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Records change by one way: planned, checked by row rules, written in one transaction, undone. */
@IntegrationTest
class RecordsIT {
    private static Actor admin = new Actor(1, "a@tiny.example", "A", Role.ADMIN, Set.of(), null, null);
    private static Actor head = admin;

    @Autowired
    Records records;

    @Autowired
    RecordLists lists;

    @Autowired
    Colleges colleges;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void college(@Autowired Colleges colleges, @Autowired Accounts accounts, @Autowired JdbcClient jdbc) {
        colleges.insert(TinyCollege.college());
        jdbc.sql("""
                INSERT INTO room (code, name, room_type, capacity)
                SELECT 'X' || to_char(n, 'FM000'), 'Pavilion 100%_' || n, 'lecture', 10 + n FROM generate_series(1, 120) n
                """).update();
        long first = accounts.create(NewAccount.of("a@tiny.example", "A", Role.ADMIN, "a long password"));
        long second = accounts.create(NewAccount.of("h@tiny.example", "H", Role.STAFF, "a long password"));
        admin = new Actor(first, "a@tiny.example", "A", Role.ADMIN, Set.of(), null, null);
        head = new Actor(second, "h@tiny.example", "H", Role.STAFF, Set.of("EEE"), null, null);
    }

    private College before = TinyCollege.college();

    @org.junit.jupiter.api.BeforeEach
    void remember() {
        before = colleges.whole("T1");
    }

    /** Each test leaves the college as it found it, so that undoing is tested by every one. */
    @AfterEach
    void nothingIsLeft() {
        assertThat(colleges.whole("T1")).isEqualTo(before);
    }

    private static RecordEdit edit(RecordKind kind, String... pairs) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return new RecordEdit(kind, Origin.FORM, values);
    }

    private static String fault(Records.Done done) {
        assertThat(done.undo()).isNull();
        assertThat(done.plan().faults()).isNotEmpty();
        return done.plan().faults().get(0).column() + ": "
                + done.plan().faults().get(0).message();
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void everyKindCanBeListedReadAndWrittenAsItIs(RecordKind kind) {
        NumberedPage<StoredRecord> page = lists.page(kind, Wish.ALL, 1, admin);
        assertThat(page.rows()).isNotEmpty();
        for (StoredRecord row : page.rows()) {
            StoredRecord record = records.get(kind, row.code(), admin);
            Map<String, String> values = new HashMap<>();
            kind.editable().forEach(column -> values.put(column.name(), record.value(column.name())));
            ChangePlan plan = records.plan(List.of(new RecordEdit(kind, Origin.FORM, values)), admin);
            assertThat(plan.faults()).as(kind + " " + row.code()).isEmpty();
            assertThat(plan.effective()).as(kind + " " + row.code()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void theSamplesOfEveryKindAreValues(RecordKind kind) {
        for (Column column : kind.editable()) {
            for (String sample : column.samples()) {
                assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Values.canonical(column, sample)))
                        .as(kind + " " + column.name() + " " + sample)
                        .isNull();
            }
        }
    }

    @Test
    void aRecordIsMadeChangedAndUndone() {
        Records.Done made = records.save(
                edit(
                        RecordKind.ROOMS,
                        "code",
                        "L9",
                        "name",
                        "Lab 9",
                        "department",
                        "CSE",
                        "type",
                        "wet-lab",
                        "capacity",
                        "24",
                        "equipment",
                        "2 scope, beamer",
                        "unavailable",
                        "Fri 13:00-14:00"),
                null,
                admin);
        assertThat(made.plan().faults()).isEmpty();
        StoredRecord room = records.get(RecordKind.ROOMS, "L9", admin);
        assertThat(room.value("equipment")).isEqualTo("2 scope; 1 beamer");
        assertThat(room.value("unavailable")).isEqualTo("friday 13:00-14:00");
        assertThat(room.value("shared")).isEqualTo("no");
        Records.Done changed = records.save(
                edit(RecordKind.ROOMS, "code", "L9", "capacity", "30", "equipment", "3 beamer"), room.version(), admin);
        StoredRecord now = records.get(RecordKind.ROOMS, "L9", admin);
        assertThat(now.value("equipment")).isEqualTo("3 beamer");
        assertThat(now.value("name")).as("columns that were not sent stay").isEqualTo("Lab 9");
        assertThatThrownBy(() -> records.undo(Objects.requireNonNull(made.undo()), admin))
                .as("the change came after it")
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("L9");
        assertThat(records.undo(Objects.requireNonNull(changed.undo()), admin)).isEqualTo(1);
        records.undo(Objects.requireNonNull(made.undo()), admin);
        assertThatThrownBy(() -> records.get(RecordKind.ROOMS, "L9", admin)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> records.undo(Objects.requireNonNull(made.undo()), admin))
                .as("only once")
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aStaleVersionIsRefusedAndNothingWritten() {
        StoredRecord room = records.get(RecordKind.ROOMS, "N1", admin);
        assertThatThrownBy(() ->
                        records.save(edit(RecordKind.ROOMS, "code", "N1", "name", "Mine"), room.version() - 1, admin))
                .isInstanceOf(StaleEditException.class)
                .hasMessageContaining("N1");
        assertThat(fault(records.save(
                        edit(RecordKind.ROOMS, "code", "N1", "name", "x", "type", "lecture", "capacity", "3"),
                        null,
                        admin)))
                .contains("taken");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ROOMS     | code=N1; capacity=0                   | capacity: '0' is too small
            ROOMS     | code=N1; capacity=many                | not a whole number
            ROOMS     | code=N1; capacity=                    | capacity: The value is missing
            ROOMS     | code=N1; department=NONE              | department: There is no record (NONE)
            ROOMS     | code=N1; equipment=2 lasers           | equipment: There is no record (lasers)
            ROOMS     | code=N1; unavailable=someday 9:00-10:00 | 'someday' is not a day
            ROOMS     | code=N1; unavailable=monday 10:00-09:00 | ends before it begins
            ROOMS     | code=N1; unavailable=monday 9:00-11:00, monday 10:00-12:00 | overlap
            ROOMS     | code=N1; shared=maybe                 | neither yes nor no
            ROOMS     | code=A/B; name=x; type=t; capacity=1  | is not a code
            PERSONNEL | code=P1; email=nobody                 | not an e-mail address
            PERSONNEL | code=P2; email=GRACE@tiny.example     | is that of (P1) already
            PERSONNEL | code=P1; max_days_per_week=8          | personnel_max_days_per_week_check
            TERMS     | code=T1; last_day=2001-01-01          | ends (2001-01-01) before it begins
            TERMS     | code=T1; breaks=Lunch 09:30-10:30     | Slots and breaks
            TERMS     | code=T1; time_zone=Moon/Base          | not a time zone
            TERMS     | code=T1; days=tuesday                 | pinned to a day
            GROUPS    | code=2024-CSE; name=x; parent=2024-EEE; size=3 | taken by one of the batches
            GROUPS    | code=2024-CSE-A1; size=30             | its subgroups together
            STUDENTS  | code=s1; group=2024-CSE-A             | has groups below it
            COURSES   | code=GAMES; elective=no               | Students chose this course
            TEMPLATES | code=DB-lab; after=POWER-lab          | must be another one of the same course
            TEMPLATES | code=DB-lab; attendees=row            | none of batch, section, subgroup
            TEMPLATES | code=DB-lab; personnel=1 lecturer: P1, P77 | There is no record (P77)
            """)
    void whatCannotBeIsRefusedInWords(RecordKind kind, String values, String words) {
        Map<String, String> map = new HashMap<>();
        for (String pair : values.split("; ", -1)) {
            map.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        assertThat(fault(records.apply(List.of(new RecordEdit(kind, Origin.FORM, map)), admin, "changed")))
                .contains(words);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        ChangePlan plan = records.plan(
                List.of(
                        edit(RecordKind.ROOMS, "code", "N1", "capacity", "x", "shared", "y?"),
                        edit(RecordKind.PERSONNEL, "code", "P1", "department", "NONE")),
                admin);
        assertThat(plan.faults()).hasSize(3);
    }

    @Test
    void recordsOfOneSetMayReferToEachOther() {
        Records.Done done = records.apply(
                List.of(
                        edit(RecordKind.STUDENTS, "code", "n1", "name", "New", "group", "NEW-A1"),
                        edit(RecordKind.GROUPS, "code", "NEW-A1", "name", "A1", "parent", "NEW-A", "size", "1"),
                        edit(RecordKind.GROUPS, "code", "NEW-A", "name", "A", "parent", "NEW", "size", "1"),
                        edit(RecordKind.BATCHES, "code", "NEW", "name", "N", "department", "DEP", "semester", "1"),
                        edit(RecordKind.DEPARTMENTS, "code", "DEP", "name", "Dep"),
                        edit(RecordKind.COURSES, "code", "NC", "name", "C", "department", "DEP", "batches", "NEW"),
                        edit(
                                RecordKind.TEMPLATES,
                                "code",
                                "NC-b",
                                "name",
                                "b",
                                "course",
                                "NC",
                                "type",
                                "lab",
                                "after",
                                "NC-a",
                                "personnel",
                                "lecturer: P1; 2 tutor"),
                        edit(RecordKind.TEMPLATES, "code", "NC-a", "name", "a", "course", "NC", "type", "lecture")),
                admin,
                "imported");
        assertThat(done.plan().faults()).isEmpty();
        assertThat(records.get(RecordKind.TEMPLATES, "NC-b", admin).value("personnel"))
                .isEqualTo("1 lecturer: P1; 2 tutor");
        assertThat(records.get(RecordKind.TEMPLATES, "NC-b", admin).value("after"))
                .isEqualTo("NC-a");
        assertThat(records.get(RecordKind.COURSES, "NC", admin).value("weekly")).isEqualTo("2");
        records.undo(Objects.requireNonNull(done.undo()), admin);
        jdbc.sql("DELETE FROM staff_role WHERE code = 'tutor'").update();
    }

    @Test
    void staffChangeTheirDepartmentsOnly() {
        assertThat(fault(
                        records.apply(List.of(edit(RecordKind.ROOMS, "code", "N1", "capacity", "5")), head, "changed")))
                .contains("CSE");
        assertThat(fault(records.apply(
                        List.of(edit(RecordKind.ROOMS, "code", "S1", "department", "CSE")), head, "changed")))
                .as("giving away")
                .contains("CSE");
        assertThat(fault(records.apply(List.of(edit(RecordKind.TERMS, "code", "T1", "name", "Mine")), head, "changed")))
                .contains("whole college");
        assertThat(fault(records.apply(
                        List.of(edit(RecordKind.ROOMS, "code", "Q", "name", "Q", "type", "lecture", "capacity", "3")),
                        head,
                        "changed")))
                .as("a room of the college")
                .contains("no department of yours");
        assertThat(fault(records.apply(
                        List.of(edit(RecordKind.STUDENTS, "code", "s1", "name", "Mine")), head, "changed")))
                .contains("CSE");
        assertThat(fault(records.apply(
                        List.of(edit(RecordKind.TEMPLATES, "code", "DB-lab", "course", "POWER", "after", "")),
                        head,
                        "changed")))
                .as("taking over")
                .contains("CSE");
        Records.Done own =
                records.apply(List.of(edit(RecordKind.ROOMS, "code", "S1", "capacity", "61")), head, "changed");
        assertThat(own.plan().faults()).isEmpty();
        records.undo(Objects.requireNonNull(own.undo()), head);
        assertThatThrownBy(() -> records.delete(RecordKind.ROOMS, "N1", null, head))
                .as("seen, because it is shared")
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> records.delete(RecordKind.ROOMS, "N2", null, head))
                .as("not even seen")
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatIsUsedStaysAndWhatIsNotGoesWithItsParts() {
        assertThatThrownBy(() -> records.delete(RecordKind.DEPARTMENTS, "ART", null, admin))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("rooms");
        assertThatThrownBy(() -> records.delete(RecordKind.ROOMS, "N1", null, admin))
                .hasMessageContaining("pins");
        assertThatThrownBy(() -> records.delete(RecordKind.COURSES, "GAMES", null, admin))
                .hasMessageContaining("students");
        assertThatThrownBy(() -> records.delete(RecordKind.BATCHES, "2024-EEE", null, admin))
                .hasMessageContaining("courses");
        var undo = records.delete(RecordKind.COURSES, "INTRO", null, admin);
        assertThat(jdbc.sql("SELECT count(*) FROM activity_template WHERE code LIKE 'INTRO%'")
                        .query(Long.class)
                        .single())
                .isZero();
        records.undo(undo, admin);
        before = sorted(before);
    }

    /** A course that came back is the last one entered. */
    private College sorted(College college) {
        assertThat(colleges.whole("T1").courses()).containsExactlyInAnyOrderElementsOf(college.courses());
        return colleges.whole("T1");
    }

    @Test
    void anArchivedRecordIsOutOfUseAndComesBack() {
        assertThatThrownBy(() -> records.archive(RecordKind.PERSONNEL, List.of("P1"), true, admin))
                .as("a named candidate")
                .isInstanceOf(ConflictException.class);
        records.archive(RecordKind.ROOMS, List.of("X001", "X002"), true, admin);
        assertThat(colleges.whole("T1").rooms()).extracting(room -> room.id()).doesNotContain("X001", "X002");
        assertThat(lists.page(RecordKind.ROOMS, Wish.ALL, 1, admin).total()).isEqualTo(123);
        assertThat(lists.page(RecordKind.ROOMS, new Wish("", Map.of(), true, "code", false), 1, admin)
                        .rows())
                .extracting(StoredRecord::code)
                .containsExactly("X001", "X002");
        assertThat(fault(records.apply(
                        List.of(edit(RecordKind.ROOMS, "code", "X001", "capacity", "3")), admin, "changed")))
                .contains("archived");
        records.archive(RecordKind.ROOMS, List.of("X001", "X002"), false, admin);
    }

    @Test
    void pagesCutSortAndNarrowTheList() {
        NumberedPage<StoredRecord> second = lists.page(RecordKind.ROOMS, Wish.ALL, 2, admin);
        assertThat(second.total()).isEqualTo(125);
        assertThat(second.pages()).isEqualTo(5);
        assertThat(second.rows()).extracting(StoredRecord::code).first().isEqualTo("X021");
        assertThat(lists.page(RecordKind.ROOMS, Wish.ALL, 99, admin).number()).isEqualTo(5);
        assertThat(lists.page(RecordKind.ROOMS, new Wish("", Map.of(), false, "capacity", true), 1, admin)
                        .rows())
                .extracting(StoredRecord::code)
                .as("by number, not by text")
                .startsWith("HALL", "X120", "X119");
        assertThat(lists.page(
                                RecordKind.ROOMS,
                                new Wish("", Map.of("department", "CSE"), false, "code", false),
                                1,
                                admin)
                        .rows())
                .extracting(StoredRecord::code)
                .containsExactly("N1", "N2");
        assertThat(lists.page(RecordKind.ROOMS, Wish.ALL, 1, head).rows())
                .extracting(StoredRecord::code, StoredRecord::mine)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("N1", false),
                        org.assertj.core.groups.Tuple.tuple("HALL", false));
        assertThat(lists.page(RecordKind.ROOMS, new Wish("N2", Map.of(), false, "code", false), 1, head)
                        .total())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"GREAT, 1", "' x12 ', 1", "nothing, 0", "100%_7, 11", "1_0, 0", "'''; DROP TABLE room; --', 0", "\\, 0"
    })
    void searchTakesItsWordsLiterally(String words, int found) {
        assertThat(lists.page(
                                RecordKind.ROOMS,
                                new Wish(words, Map.of(), false, "code; DROP TABLE room", false),
                                1,
                                admin)
                        .total())
                .isEqualTo(found);
    }
}
