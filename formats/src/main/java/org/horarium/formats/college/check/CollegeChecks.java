package org.horarium.formats.college.check;

import java.time.LocalTime;
import java.util.List;
import org.horarium.formats.Fault;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.college.College;

/**
 * Checks a college: ids, references, ranges, clock times, sums, and whether each activity by itself has a time, a room
 * and people.
 *
 * <p>Places are JSON pointers into the college document ({@code /rooms/3/capacity}): the names of the record components
 * in snake_case, and indices into the lists.
 */
public final class CollegeChecks {
    /**
     * Stands for a text that a reader could not read, so that the rest of the document can be checked all the same. Nothing
     * is concluded from it: it is unique, it refers to anything, and it may be the very type or role that is looked for.
     */
    public static final String UNREADABLE = "\uFFFF";

    /** The same for a clock time. */
    public static final LocalTime UNREADABLE_TIME = LocalTime.MAX;

    private CollegeChecks() {}

    /**
     * All faults of a college.
     *
     * @return the faults, in the order of the document as far as possible; empty when a timetable can be searched for
     */
    public static List<Fault> check(College college) {
        FaultCollector faults = new FaultCollector();
        if (Limits.exceeded(college, faults)) {
            return faults.faults();
        }
        Ids ids = Ids.of(college, faults);
        TermChecks.check(college.term(), faults);
        PlaceChecks.check(college, ids, faults);
        StudentChecks.check(college, ids, faults);
        PersonnelChecks.check(college, ids, faults);
        CourseChecks.check(college, ids, faults);
        PreferenceChecks.check(college, ids, faults);
        if (Limits.tooManyActivities(college, faults)) {
            return faults.faults();
        }
        SupplyChecks.check(college, faults);
        PinChecks.check(college, ids, faults);
        return faults.faults();
    }
}
