package org.horarium.server.institution.document;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.WeeklyTime;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Personnel with roles and unavailability. */
@Component
final class PersonnelPart {
    private final JdbcTemplate jdbc;

    PersonnelPart(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(College college) {
        insertRoles(college);
        Rows people = new Rows();
        Rows roles = new Rows();
        Rows unavailable = new Rows();
        for (Personnel person : college.personnel()) {
            people.add(
                    person.id(),
                    person.name(),
                    person.email(),
                    person.department(),
                    person.maxSlotsPerWeek(),
                    person.maxSlotsPerDay(),
                    person.maxDaysPerWeek());
            int position = 0;
            for (String role : person.roles()) {
                roles.add(person.id(), role, ++position);
            }
            position = 0;
            for (WeeklyTime time : person.unavailable()) {
                unavailable.add(person.id(), time.day().getValue(), time.start(), time.end(), ++position);
            }
        }
        people.insert(jdbc, """
                INSERT INTO personnel
                    (code, name, email, department_id, max_slots_per_week, max_slots_per_day, max_days_per_week)
                VALUES (?, ?, ?, (SELECT id FROM department WHERE code = ?), ?, ?, ?)
                """);
        roles.insert(jdbc, """
                INSERT INTO personnel_role (personnel_id, staff_role, position)
                VALUES ((SELECT id FROM personnel WHERE code = ?), ?, ?)
                """);
        unavailable.insert(jdbc, """
                INSERT INTO personnel_unavailability (personnel_id, day, start_time, end_time, position)
                VALUES ((SELECT id FROM personnel WHERE code = ?), ?, ?, ?, ?)
                """);
    }

    /** Roles that people have or templates ask for. */
    private void insertRoles(College college) {
        Rows roles = new Rows();
        Stream.concat(
                        college.personnel().stream().flatMap(person -> person.roles().stream()),
                        college.courses().stream()
                                .flatMap(course -> course.activities().stream())
                                .flatMap(template -> template.personnel().stream())
                                .map(ActivityTemplate.Requirement::role))
                .distinct()
                .forEach(role -> roles.add(role, Names.ofCode(role)));
        roles.insert(jdbc, "INSERT INTO staff_role (code, name) VALUES (?, ?) ON CONFLICT DO NOTHING");
    }

    List<Personnel> read() {
        Lists<String> roles = Lists.read(jdbc, """
                SELECT personnel_id AS owner, staff_role FROM personnel_role
                ORDER BY personnel_id, position, staff_role
                """, (row, n) -> row.getString("staff_role"));
        Lists<WeeklyTime> unavailable = Lists.read(jdbc, """
                SELECT personnel_id AS owner, day, start_time, end_time FROM personnel_unavailability
                ORDER BY personnel_id, position, day, start_time
                """, Times::weekly);
        return jdbc.query("""
                SELECT personnel.*, department.code AS department
                FROM personnel JOIN department ON department.id = department_id
                WHERE personnel.archived_at IS NULL
                ORDER BY personnel.entry_no
                """, (row, n) -> {
            UUID id = row.getObject("id", UUID.class);
            return new Personnel(
                    row.getString("code"),
                    row.getString("name"),
                    row.getString("email"),
                    row.getString("department"),
                    roles.of(id),
                    row.getInt("max_slots_per_week"),
                    row.getObject("max_slots_per_day", Integer.class),
                    row.getObject("max_days_per_week", Integer.class),
                    unavailable.of(id));
        });
    }
}
