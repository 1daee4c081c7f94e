package org.horarium.formats.itc2007;

import java.util.BitSet;

/** Writes the lines of a {@code .ctt} file. */
final class CttWriter {
    private CttWriter() {}

    static String text(Ctt ctt) {
        int constraints = ctt.unavailable().values().stream()
                .mapToInt(BitSet::cardinality)
                .sum();
        StringBuilder text = new StringBuilder();
        line(text, "Name: %s", ctt.name());
        line(text, "Courses: %d", ctt.courses().size());
        line(text, "Rooms: %d", ctt.rooms().size());
        line(text, "Days: %d", ctt.days());
        line(text, "Periods_per_day: %d", ctt.periods());
        line(text, "Curricula: %d", ctt.curricula().size());
        line(text, "Constraints: %d", constraints);
        line(text, "\nCOURSES:");
        ctt.courses()
                .forEach(course -> line(
                        text,
                        "%s %s %d %d %d",
                        course.id(),
                        course.teacher(),
                        course.lectures(),
                        course.minDays(),
                        course.students()));
        line(text, "\nROOMS:");
        ctt.rooms().forEach((room, capacity) -> line(text, "%s %d", room, capacity));
        line(text, "\nCURRICULA:");
        ctt.curricula().forEach((id, courses) -> line(text, "%s %d %s", id, courses.size(), String.join(" ", courses)));
        line(text, "\nUNAVAILABILITY_CONSTRAINTS:");
        for (Ctt.CttCourse course : ctt.courses()) {
            ctt.unavailable().getOrDefault(course.id(), new BitSet()).stream()
                    .forEach(period ->
                            line(text, "%s %d %d", course.id(), period / ctt.periods(), period % ctt.periods()));
        }
        line(text, "\nEND.");
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(format.formatted(values)).append('\n');
    }
}
