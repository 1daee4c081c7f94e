package org.horarium.assessment.sample;

/**
 * What a generated centre looks like.
 *
 * @param participants how many
 * @param assessors how many
 * @param rooms how many, at least 3
 * @param days how many
 * @param noGoPairs how many
 * @param awayPercent chance that a person is unavailable for an hour or more
 * @param extraTimePercent chance that a participant has 25 or 50 percent extra time
 * @param specialistPercent chance that an assessor is mapped to only one of the individual activities
 * @param mixedLengths true for a group activity that is longer than the other sessions
 */
public record CentreShape(
        int participants,
        int assessors,
        int rooms,
        int days,
        int noGoPairs,
        int awayPercent,
        int extraTimePercent,
        int specialistPercent,
        boolean mixedLengths) {

    /** Everyone is always there and of the same kind. */
    public static CentreShape plain(int participants, int assessors, int rooms, int days) {
        return new CentreShape(participants, assessors, rooms, days, 0, 0, 0, 0, false);
    }

    /** People with absences, extra time, no-go pairs and specialities, and a longer group activity. */
    public static CentreShape rich(int participants, int assessors, int rooms, int days) {
        return new CentreShape(participants, assessors, rooms, days, participants / 6, 12, 8, 40, true);
    }
}
