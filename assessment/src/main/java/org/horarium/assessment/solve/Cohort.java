package org.horarium.assessment.solve;

import java.util.ArrayList;
import java.util.List;

/**
 * People who form groups together: everyone who takes a set of group activities and business cases.
 *
 * @param index its index among the cohorts
 * @param members indexes of the participants
 * @param leaders indexes of the assessors who are mapped to all that the groups do
 * @param groups how many groups
 * @param activities assessments of type group activity
 * @param cases assessments of type business case
 * @param questionnaires assessments of type questionnaire that a member takes
 */
record Cohort(
        int index, int[] members, int[] leaders, int groups, int[] activities, int[] cases, int[] questionnaires) {

    /** Sizes of the groups; the smaller ones come first. */
    int[] sizes() {
        int[] sizes = new int[groups];
        for (int g = 0; g < groups; g++) {
            sizes[g] = members.length / groups + (g >= groups - members.length % groups ? 1 : 0);
        }
        return sizes;
    }

    /** Fewest people in this many groups. */
    int membersOf(int someGroups) {
        int[] sizes = sizes();
        int sum = 0;
        for (int g = 0; g < someGroups; g++) {
            sum += sizes[g];
        }
        return sum;
    }

    /** Activities and cases. */
    List<Integer> stages() {
        List<Integer> all = new ArrayList<>();
        for (int a : activities) {
            all.add(a);
        }
        for (int a : cases) {
            all.add(a);
        }
        return all;
    }
}
