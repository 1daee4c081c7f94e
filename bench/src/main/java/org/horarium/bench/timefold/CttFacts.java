package org.horarium.bench.timefold;

import java.util.Set;

/** Problem facts of curriculum-based course timetabling. */
final class CttFacts {
    private CttFacts() {}

    /** A teaching period. */
    record Period(int index, int day, int slot) {}

    /** A room. */
    record Room(String id) {}

    /** A course: what its lectures have in common. */
    record Course(String id, String teacher, int minWorkingDays) {}

    /** A curriculum: courses that may not overlap and should lie side by side. */
    record Curriculum(String id, Set<String> courses) {}
}
