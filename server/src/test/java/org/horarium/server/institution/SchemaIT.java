package org.horarium.server.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.horarium.server.schedule.Colleges;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.TinyCollege;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The database itself refuses what must not be: for each kind of constraint a statement, and by which it is refused. */
@IntegrationTest
class SchemaIT {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Colleges colleges;

    @BeforeEach
    void college() {
        if (colleges.isEmpty()) {
            colleges.insert(TinyCollege.college());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            code twice                     | INSERT INTO department (code, name) VALUES ('CSE', 'Again') | department_code_key
            code with a slash              | INSERT INTO department (code, name) VALUES ('C/S', 'Slash') | code_check
            padded code                    | INSERT INTO department (code, name) VALUES (' CS', 'Padded') | code_check
            empty name                     | UPDATE department SET name = '' WHERE code = 'CSE' | display_name_check
            bad address                    | UPDATE personnel SET email = 'nobody' WHERE code = 'P1' | email_address_check
            address twice, other case      | UPDATE personnel SET email = 'GRACE@tiny.example' WHERE code = 'P2' | personnel_email_unique
            two colleges                   | INSERT INTO institution (name) VALUES ('Second') | institution_pkey
            negative weight                | UPDATE institution SET weight_spread = -1 | institution_weight_spread_check
            room without seats             | UPDATE room SET capacity = 0 WHERE code = 'N1' | room_capacity_check
            unknown room type              | UPDATE room SET room_type = 'pool' WHERE code = 'N1' | room_room_type_fkey
            room type in use               | DELETE FROM room_type WHERE code = 'lecture' | room_room_type_fkey
            department in use              | DELETE FROM department WHERE code = 'ART' | department_id_fkey
            building in use                | DELETE FROM building WHERE code = 'NORTH' | room_building_id_fkey
            equipment in use               | DELETE FROM equipment WHERE code = 'scope' | room_equipment_equipment_id_fkey
            no pieces                      | UPDATE room_equipment SET quantity = 0 | room_equipment_quantity_check
            portable below zero            | UPDATE equipment SET portable = -1 | equipment_portable_check
            room away twice at a time      | INSERT INTO room_unavailability SELECT id, 3, '13:30', '15:00' FROM room WHERE code = 'N2' | room_unavailability_overlap
            room away backwards            | INSERT INTO room_unavailability SELECT id, 4, '15:00', '13:30' FROM room WHERE code = 'N2' | room_unavailability_check
            eighth day                     | INSERT INTO room_unavailability SELECT id, 8, '13:30', '15:00' FROM room WHERE code = 'N2' | weekday_check
            person away twice at a time    | INSERT INTO personnel_unavailability SELECT id, 1, '09:30', '09:45' FROM personnel WHERE code = 'P2' | personnel_unavailability_overlap
            two terms at a time            | INSERT INTO term (code, name, academic_year, semester, first_day, last_day, time_zone) SELECT 'T2', 'Second', '2024-25', 2, last_day, last_day + 90, 'UTC' FROM term | term_overlap
            term twice in a year           | INSERT INTO term (code, name, academic_year, semester, first_day, last_day, time_zone) SELECT 'T2', 'Second', '2024-25', 1, last_day + 1, last_day + 90, 'UTC' FROM term | term_academic_year_semester_key
            term that ends before it begins| UPDATE term SET last_day = first_day - 1 | term_check
            slots that overlap             | INSERT INTO term_period SELECT id, 'SLOT', NULL, '09:30', '09:45' FROM term | term_period_overlap
            break over a slot              | INSERT INTO term_period SELECT id, 'BREAK', 'Tea', '10:30', '10:40' FROM term | term_period_overlap
            break without a name           | INSERT INTO term_period SELECT id, 'BREAK', NULL, '15:00', '15:10' FROM term | term_period_check
            period that ends before        | INSERT INTO term_period SELECT id, 'SLOT', NULL, '16:00', '15:00' FROM term | term_period_check
            day twice                      | INSERT INTO term_day SELECT id, 1, 9 FROM term | term_day_pkey
            holiday twice                  | INSERT INTO term_holiday SELECT term_id, day, 'Again' FROM term_holiday | term_holiday_pkey
            batch without a department     | UPDATE attendee_group SET department_id = NULL WHERE code = '2024-CSE' | attendee_group_check
            section below a section        | UPDATE attendee_group SET parent_id = (SELECT id FROM attendee_group WHERE code = '2024-EEE-A') WHERE code = '2024-CSE-B' | attendee_group_parent_id_parent_kind_fkey
            subgroups do not add up        | UPDATE attendee_group SET size = 3 WHERE code = '2024-CSE-A1' | attendee_group_section_size
            subgroup with students gone    | DELETE FROM attendee_group WHERE code = '2024-CSE-A1' | student_group_id_fkey
            student in a section with subgroups | UPDATE student SET group_id = (SELECT id FROM attendee_group WHERE code = '2024-CSE-A') WHERE code = 's1' | student_in_leaf_group
            student in a batch             | UPDATE student SET group_id = (SELECT id FROM attendee_group WHERE code = '2024-CSE') WHERE code = 's1' | student_in_leaf_group
            subgroup below seated students | INSERT INTO attendee_group (kind, code, name, size, parent_id) SELECT 'SUBGROUP', 'B1', 'B1', 2, id FROM attendee_group WHERE code = '2024-CSE-B' | student_in_leaf_group
            no load                        | UPDATE personnel SET max_slots_per_week = 0 WHERE code = 'P1' | personnel_max_slots_per_week_check
            eight days a week              | UPDATE personnel SET max_days_per_week = 8 WHERE code = 'P1' | personnel_max_days_per_week_check
            role twice                     | INSERT INTO personnel_role SELECT personnel_id, staff_role FROM personnel_role | personnel_role_pkey
            course for a section           | INSERT INTO course_batch (course_id, batch_id) SELECT course.id, g.id FROM course, attendee_group g WHERE course.code = 'DB' AND g.code = '2024-CSE-A' | course_batch_batch_id_batch_kind_fkey
            batch with courses             | DELETE FROM attendee_group WHERE code = '2025-CSE' | course_batch_batch_id_batch_kind_fkey
            choice of a compulsory course  | INSERT INTO student_elective (student_id, course_id) SELECT student.id, course.id FROM student, course WHERE student.code = 's1' AND course.code = 'DB' | student_elective_course_id_elective_fkey
            elective made compulsory       | UPDATE course SET elective = false WHERE code = 'GAMES' | student_elective_course_id_elective_fkey
            activity without a slot        | UPDATE activity_template SET duration = 0 WHERE code = 'DB-lab' | activity_template_duration_check
            no sessions                    | UPDATE activity_template SET sessions_per_week = 0 WHERE code = 'DB-lab' | activity_template_sessions_per_week_check
            unknown week pattern           | UPDATE activity_template SET week_pattern = 'C' WHERE code = 'DB-lab' | activity_template_week_pattern_check
            unknown granularity            | UPDATE activity_template SET attendees = 'ROW' WHERE code = 'DB-lab' | activity_template_attendees_check
            after itself                   | UPDATE activity_template SET after_template_id = id WHERE code = 'DB-lab' | activity_template_check
            after another course           | UPDATE activity_template SET after_template_id = (SELECT id FROM activity_template WHERE code = 'POWER-lab') WHERE code = 'DB-lab' | activity_template_after_template_id_course_id_fkey
            nobody of a role               | UPDATE template_requirement SET count = 0 | template_requirement_count_check
            candidate gone                 | DELETE FROM personnel WHERE code = 'P1' | template_candidate_personnel_id_fkey
            no equipment needed            | UPDATE template_equipment SET quantity = 0 | template_equipment_quantity_check
            unknown bucket                 | UPDATE preference SET bucket = 'MAYBE' | preference_bucket_check
            cannot without a reason        | UPDATE preference SET reason = NULL WHERE bucket = 'CANNOT' | preference_check
            preference twice               | INSERT INTO preference (personnel_id, template_id, bucket) SELECT personnel_id, template_id, 'NEUTRAL' FROM preference | preference_once
            pin on a day without teaching  | UPDATE pin SET day = 7 WHERE day IS NOT NULL | pin_term_id_day_fkey
            pin at lunch                   | UPDATE pin SET start_time = '12:00' WHERE day IS NOT NULL | pin_term_id_period_kind_start_time_fkey
            pin with half a time           | UPDATE pin SET day = NULL WHERE day IS NOT NULL | pin_check
            activity pinned twice          | INSERT INTO pin (term_id, template_id, group_id, ordinal) SELECT term_id, template_id, group_id, ordinal FROM pin | pin_term_id_schedule_id_template_id_group_id_ordinal_key
            pinned slot gone               | DELETE FROM term_period WHERE start_time = '10:00' | pin_term_id_period_kind_start_time_fkey
            schedule without a status      | INSERT INTO schedule (name, term_id, status) SELECT 'S', id, 'DONE' FROM term | schedule_status_check
            allocating without a job       | INSERT INTO schedule (name, term_id, status) SELECT 'S', id, 'ALLOCATING' FROM term | schedule_check
            """)
    void refuses(String what, String statement, String constraint) {
        Throwable refusal = catchThrowable(() ->
                transaction.executeWithoutResult(status -> jdbc.sql(statement).update()));
        assertThat(refusal).as(what).hasRootCauseInstanceOf(PSQLException.class);
        PSQLException cause = (PSQLException) NestedExceptionUtils.getMostSpecificCause(refusal);
        assertThat(cause.getServerErrorMessage()).isNotNull();
        assertThat(cause.getServerErrorMessage().getConstraint())
                .as(cause.getMessage())
                .contains(constraint);
    }
}
