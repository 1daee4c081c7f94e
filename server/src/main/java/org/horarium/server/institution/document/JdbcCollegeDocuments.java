package org.horarium.server.institution.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Objective;
import org.horarium.server.institution.CollegeDocuments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The document in the tables of this module. */
@Component
class JdbcCollegeDocuments implements CollegeDocuments {
    private final JdbcTemplate jdbc;
    private final TermPart term;
    private final PlacesPart places;
    private final GroupsPart groups;
    private final PersonnelPart personnel;
    private final CoursesPart courses;

    JdbcCollegeDocuments(
            JdbcTemplate jdbc,
            TermPart term,
            PlacesPart places,
            GroupsPart groups,
            PersonnelPart personnel,
            CoursesPart courses) {
        this.jdbc = jdbc;
        this.term = term;
        this.places = places;
        this.groups = groups;
        this.personnel = personnel;
        this.courses = courses;
    }

    @Override
    public boolean isEmpty() {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                SELECT NOT EXISTS (SELECT FROM institution) AND NOT EXISTS (SELECT FROM department)
                   AND NOT EXISTS (SELECT FROM term)
                """, Boolean.class));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(College college) {
        if (!isEmpty()) {
            throw new IllegalStateException("The college (" + college.name()
                    + ") can't be written: there are records already. Maybe use an import instead.");
        }
        Objective objective = college.objective();
        jdbc.update(
                """
                INSERT INTO institution (name, weight_preferences, weight_student_gaps, weight_spread,
                                         weight_load_balance, weight_room_fit)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                college.name(),
                objective.preferences(),
                objective.studentGaps(),
                objective.spread(),
                objective.loadBalance(),
                objective.roomFit());
        term.insert(college.term());
        places.insert(college);
        groups.insertBatches(college.batches());
        groups.insertStudents(college.students());
        personnel.insert(college);
        courses.insert(college.courses());
        groups.insertElectives(college.students());
    }

    /** All queries see one state of the tables. */
    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public College read(String termCode) {
        Institution institution = jdbc.query("SELECT * FROM institution", Institution::of).stream()
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no college yet. Enter or import its data first."));
        return new College(
                institution.name(),
                term.read(termCode),
                places.departments(),
                places.buildings(),
                places.equipment(),
                places.rooms(),
                groups.batches(),
                groups.students(),
                personnel.read(),
                courses.read(),
                List.of(),
                List.of(),
                institution.objective());
    }

    private record Institution(String name, Objective objective) {
        static Institution of(ResultSet row, int number) throws SQLException {
            return new Institution(
                    row.getString("name"),
                    new Objective(
                            row.getInt("weight_preferences"),
                            row.getInt("weight_student_gaps"),
                            row.getInt("weight_spread"),
                            row.getInt("weight_load_balance"),
                            row.getInt("weight_room_fit")));
        }
    }
}
