package org.horarium.server.schedule.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.horarium.formats.Fault;
import org.horarium.formats.college.Batch;
import org.horarium.formats.college.College;
import org.horarium.formats.college.check.CollegeChecks;
import org.horarium.formats.college.problem.Activity;
import org.jspecify.annotations.Nullable;

/**
 * What is in a schedule, and what is missing before a timetable can be made.
 *
 * @param counts how many of what
 * @param missing what has to be put right; empty when a timetable can be made
 */
record ScheduleContent(List<Count> counts, List<Missing> missing) {
    /** Faults that are shown at most; the rest is counted. */
    static final int SHOWN = 20;

    /**
     * How many of one kind.
     *
     * @param kind last part of the message key {@code schedule.count.…}
     * @param icon name of a Bootstrap icon
     * @param number how many
     * @param path where they are listed; null when nowhere
     */
    record Count(
            String kind, String icon, long number, @Nullable String path) {}

    /**
     * Something that has to be put right.
     *
     * @param messageKey of the text; null when there is a detail
     * @param detail the text itself
     * @param path the page of the record; null when there is none
     * @param record code of the record, to be searched there; null for the whole page
     */
    record Missing(
            @Nullable String messageKey,
            @Nullable String detail,
            @Nullable String path,
            @Nullable String record) {}

    /** Looks into the part of the college that a schedule is about. */
    static ScheduleContent of(College college) {
        List<Count> counts = List.of(
                new Count("activities", "calendar-week", Activity.all(college).size(), null),
                new Count("batches", "people", college.batches().size(), "/admin/data/batches"),
                new Count(
                        "sections",
                        "diagram-3",
                        college.batches().stream()
                                .mapToLong(batch -> batch.sections().size())
                                .sum(),
                        "/admin/data/batches"),
                new Count("students", "mortarboard", students(college), null),
                new Count("courses", "journal-text", college.courses().size(), "/admin/data/courses"),
                new Count("personnel", "person-badge", college.personnel().size(), "/admin/data/personnel"),
                new Count("rooms", "door-open", college.rooms().size(), "/admin/data/rooms"),
                new Count("pins", "pin-angle", college.pins().size(), null));
        return new ScheduleContent(counts, missing(college));
    }

    private static long students(College college) {
        return college.batches().stream()
                .flatMap(batch -> batch.sections().stream())
                .mapToLong(Batch.Section::size)
                .sum();
    }

    private static List<Missing> missing(College college) {
        List<Missing> missing = new ArrayList<>();
        if (college.batches().isEmpty()) {
            missing.add(new Missing("schedule.missing.batches", null, "/admin/data/batches", null));
            return missing;
        }
        if (Activity.all(college).isEmpty()) {
            missing.add(new Missing("schedule.missing.activities", null, "/admin/data/courses", null));
            return missing;
        }
        for (Fault fault : CollegeChecks.check(college)) {
            missing.add(of(college, fault));
        }
        return missing;
    }

    /** Leads from the place in the document to the page of the record. */
    private static Missing of(College college, Fault fault) {
        String[] place = fault.where().split("/", -1);
        String kind = place.length > 1 ? place[1] : "";
        return switch (kind) {
            case "term" -> new Missing(null, fault.message(), "/admin/data/terms", null);
            case "departments" ->
                found(
                        fault,
                        kind,
                        place,
                        index -> college.departments().get(index).id());
            case "rooms" ->
                found(fault, kind, place, index -> college.rooms().get(index).id());
            case "batches" ->
                found(fault, kind, place, index -> college.batches().get(index).id());
            case "personnel" ->
                found(
                        fault,
                        kind,
                        place,
                        index -> college.personnel().get(index).id());
            case "courses" ->
                found(fault, kind, place, index -> college.courses().get(index).id());
            default -> new Missing(null, fault.message(), null, null);
        };
    }

    private static Missing found(Fault fault, String kind, String[] place, IntFunction<String> code) {
        boolean indexed = place.length > 2 && place[2].matches("\\d{1,9}");
        return new Missing(
                null, fault.message(), "/admin/data/" + kind, indexed ? code.apply(Integer.parseInt(place[2])) : null);
    }
}
