package org.horarium.formats.itc2019;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Student;
import org.horarium.formats.xml.XmlPrinter;

/** Writes the solution file. */
final class SolutionWriter {
    static final String DOCTYPE_OF =
            "<!DOCTYPE %s PUBLIC \"-//ITC 2019//DTD Problem Format/EN\" \"http://www.itc2019.org/competition-format.dtd\">";

    private SolutionWriter() {}

    static void write(Problem problem, Plan plan, double seconds, OutputStream out) throws IOException {
        Map<String, List<String>> studentsOf = new HashMap<>();
        for (Student student : problem.students()) {
            for (String event : plan.enrolments().getOrDefault(student.id(), List.of())) {
                studentsOf.computeIfAbsent(event, id -> new ArrayList<>()).add(student.id());
            }
        }
        XmlPrinter xml = new XmlPrinter(out, DOCTYPE_OF.formatted("solution"));
        xml.start(
                "solution",
                "name",
                problem.name(),
                "runtime",
                String.format(Locale.ROOT, "%.1f", seconds),
                "cores",
                1,
                "technique",
                "Horarium");
        for (Placement placement : plan.placements()) {
            List<Object> attributes = new ArrayList<>(List.of(
                    "id", placement.event(),
                    "days", Times.mask(placement.time().days(), problem.grid().days()),
                    "start", placement.time().start(),
                    "length", placement.time().length(),
                    "weeks", Times.mask(placement.time().weeks(), problem.grid().weeks())));
            if (placement.room() != null) {
                attributes.addAll(List.of("room", placement.room()));
            }
            xml.start("class", attributes.toArray());
            for (String student : studentsOf.getOrDefault(placement.event(), List.of())) {
                xml.empty("student", "id", student);
            }
            xml.end();
        }
        xml.finish();
    }
}
