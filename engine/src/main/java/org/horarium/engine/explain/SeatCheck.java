package org.horarium.engine.explain;

import java.util.List;
import org.horarium.engine.explain.Impossibility.Family;
import org.horarium.engine.model.Course;
import org.horarium.engine.model.Student;

/** Students who demand a course against the limits of its classes. */
final class SeatCheck {
    private final Situation situation;
    private final Report report;

    SeatCheck(Situation situation, Report report) {
        this.situation = situation;
        this.report = report;
    }

    void run() {
        for (Course course : situation.problem.courses()) {
            long students = 0;
            for (Student student : situation.problem.students()) {
                students += student.courses().contains(course.id()) ? 1 : 0;
            }
            long seats = 0;
            for (Course.Config config : course.configs()) {
                long ofConfig =
                        Long.MAX_VALUE / 2 / Math.max(1, course.configs().size());
                for (Course.Subpart subpart : config.subparts()) {
                    ofConfig = Math.min(
                            ofConfig,
                            subpart.classes().stream()
                                    .mapToLong(Course.SectionedClass::limit)
                                    .sum());
                }
                seats += ofConfig;
            }
            if (students > seats) {
                report.add(
                        Family.SEATS,
                        List.of(new Subject(Subject.Kind.COURSE, course.id(), course.id())),
                        students,
                        seats,
                        "seats",
                        "%d students take course %s, and its classes hold %d.".formatted(students, course.id(), seats),
                        "Raise the limits of its classes or add a class.");
            }
        }
    }
}
