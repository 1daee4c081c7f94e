package org.horarium.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * A made-up college as the tables that an administrator imports: 30 batches of four sections of 50 students, five courses for
 * each batch, in each a lecture for the batch and a lab for each section, twice a week: 6,000 students and 1,500 activities.
 */
final class LargeCollege {
    private static final int DEPARTMENTS = 10;
    private static final int BATCHES = 30;
    private static final int SECTIONS = 4;
    private static final int PER_SECTION = 50;
    private static final int COURSES = 5;
    private static final int PEOPLE = 150;
    private static final int ROOMS = 100;

    private LargeCollege() {}

    /** Files by name. */
    static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("departments.csv", table("code,name", DEPARTMENTS, i -> "BD" + i + ",Department " + i));
        tables.put(
                "rooms.csv",
                table(
                        "code,name,department,shared,type,capacity",
                        ROOMS,
                        i -> "BR%d,Room %d,BD%d,yes,%s,%d"
                                .formatted(
                                        i, i, i % DEPARTMENTS, i % 2 == 0 ? "lecture" : "lab", i % 2 == 0 ? 220 : 60)));
        tables.put(
                "batches.csv",
                table(
                        "code,name,department,semester",
                        BATCHES,
                        i -> "%s,Batch %d,BD%d,1".formatted(batch(i), i, i % DEPARTMENTS)));
        tables.put(
                "groups.csv",
                table(
                        "code,name,parent,size",
                        BATCHES * SECTIONS,
                        i -> "%s,Section %d,%s,%d"
                                .formatted(section(i), i % SECTIONS + 1, batch(i / SECTIONS), PER_SECTION)));
        tables.put(
                "personnel.csv",
                table(
                        "code,name,email,department,roles,max_slots_per_week,unavailable",
                        PEOPLE,
                        i -> "BP%d,Person %d,p%d@example.org,BD%d,lecturer,24,monday 08:00-10:00"
                                .formatted(i, i, i, i % DEPARTMENTS)));
        tables.put(
                "courses.csv",
                table(
                        "code,name,department,elective,batches",
                        BATCHES * COURSES,
                        i -> "%s,Course %d,BD%d,%s,%s"
                                .formatted(
                                        course(i),
                                        i,
                                        i / COURSES % DEPARTMENTS,
                                        i % COURSES == COURSES - 1 ? "yes" : "no",
                                        batch(i / COURSES))));
        tables.put(
                "templates.csv",
                table(
                        "code,name,course,type,duration,sessions_per_week,attendees,room_type,min_days_between,personnel",
                        BATCHES * COURSES * 2,
                        i -> i % 2 == 0
                                ? "%s-L,Lecture,%s,lecture,1,2,batch,lecture,1,1 lecturer"
                                        .formatted(course(i / 2), course(i / 2))
                                : "%s-P,Lab,%s,lab,1,2,section,lab,0,\"1 lecturer: BP%d, BP%d\""
                                        .formatted(course(i / 2), course(i / 2), i % PEOPLE, (i + 1) % PEOPLE)));
        tables.put("students.csv", students(0, BATCHES * SECTIONS * PER_SECTION));
        return tables;
    }

    /** Students from one number to another; every other one takes the elective of their batch. */
    static String students(int from, int to) {
        return table("code,name,email,group,electives", to - from, i -> {
            int number = from + i;
            int section = number / PER_SECTION % (BATCHES * SECTIONS);
            return String.format(
                    Locale.ROOT,
                    "BS%05d,Student %05d,s%d@example.org,%s,%s",
                    number,
                    number,
                    number,
                    section(section),
                    number % 2 == 0 ? course(section / SECTIONS * COURSES + COURSES - 1) : "");
        });
    }

    private interface Row {
        String of(int number);
    }

    private static String table(String header, int rows, Row row) {
        StringJoiner lines = new StringJoiner("\n", header + "\n", "\n");
        IntStream.range(0, rows).mapToObj(row::of).forEach(lines::add);
        return lines.toString();
    }

    private static String batch(int number) {
        return "BB" + number;
    }

    private static String section(int number) {
        return batch(number / SECTIONS) + "-" + (number % SECTIONS + 1);
    }

    private static String course(int number) {
        return "BC" + number;
    }

    /** The code of the first section. */
    static String firstSection() {
        return section(0);
    }
}
