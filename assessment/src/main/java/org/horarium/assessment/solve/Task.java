package org.horarium.assessment.solve;

/**
 * A session to plan. All lengths are in units, all references are indexes into {@link CompiledCentre}.
 *
 * @param id its index among the tasks
 * @param assessment what is assessed
 * @param order place in the participants' sequence, 1 to 4
 * @param person the participant of an individual session; -1 for a group's session
 * @param cohort the cohort whose group leader assesses; -1 where any mapped assessor may
 * @param group the group within the cohort for a group's session; -1 otherwise
 * @param units its length
 * @param assessors who may assess, without no-go pairs of {@code person}
 * @param rooms where; empty when no room is needed
 */
record Task(
        int id, int assessment, int order, int person, int cohort, int group, int units, int[] assessors, int[] rooms) {

    /** True for a session of a whole group. */
    boolean ofGroup() {
        return group >= 0;
    }

    /** True when the assessor is the leader of a group: group sessions and questionnaires of people in groups. */
    boolean led() {
        return cohort >= 0;
    }
}
