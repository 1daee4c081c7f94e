package org.horarium.assessment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.Assessor;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Day;
import org.horarium.assessment.model.NoGoPair;
import org.horarium.assessment.model.Participant;

/** Centres that differ from another in one respect. */
public final class CentreEdits {
    private CentreEdits() {}

    public static Centre participants(Centre c, List<Participant> people) {
        return copy(
                c,
                people,
                c.assessors(),
                c.assessments(),
                c.roomMapping(),
                c.assessorMapping(),
                c.days(),
                c.noGoPairs());
    }

    public static Centre assessors(Centre c, List<Assessor> people) {
        return copy(
                c,
                c.participants(),
                people,
                c.assessments(),
                c.roomMapping(),
                c.assessorMapping(),
                c.days(),
                c.noGoPairs());
    }

    public static Centre rooms(Centre c, String assessment, String... rooms) {
        Map<String, List<String>> mapping = new LinkedHashMap<>(c.roomMapping());
        mapping.put(assessment, List.of(rooms));
        return copy(
                c,
                c.participants(),
                c.assessors(),
                c.assessments(),
                mapping,
                c.assessorMapping(),
                c.days(),
                c.noGoPairs());
    }

    public static Centre assessors(Centre c, String assessment, String... assessors) {
        Map<String, List<String>> mapping = new LinkedHashMap<>(c.assessorMapping());
        mapping.put(assessment, List.of(assessors));
        return copy(
                c, c.participants(), c.assessors(), c.assessments(), c.roomMapping(), mapping, c.days(), c.noGoPairs());
    }

    public static Centre assessments(Centre c, List<Assessment> assessments) {
        return copy(
                c,
                c.participants(),
                c.assessors(),
                assessments,
                c.roomMapping(),
                c.assessorMapping(),
                c.days(),
                c.noGoPairs());
    }

    public static Centre days(Centre c, List<Day> days) {
        return copy(
                c,
                c.participants(),
                c.assessors(),
                c.assessments(),
                c.roomMapping(),
                c.assessorMapping(),
                days,
                c.noGoPairs());
    }

    public static Centre noGo(Centre c, NoGoPair... pairs) {
        return copy(
                c,
                c.participants(),
                c.assessors(),
                c.assessments(),
                c.roomMapping(),
                c.assessorMapping(),
                c.days(),
                List.of(pairs));
    }

    /** Other buffer, rule after breaks, and least group size. */
    public static Centre numbers(Centre c, int buffer, boolean afterBreak, int minGroup) {
        return new Centre(
                c.name(),
                c.timeZone(),
                c.participants(),
                c.assessors(),
                c.rooms(),
                c.assessments(),
                c.roomMapping(),
                c.assessorMapping(),
                c.activityMinutes(),
                c.groupActivityMinutes(),
                buffer,
                afterBreak,
                c.days(),
                minGroup,
                c.maxAssessorsPerSession(),
                c.noGoPairs());
    }

    private static Centre copy(
            Centre c,
            List<Participant> participants,
            List<Assessor> assessors,
            List<Assessment> assessments,
            Map<String, List<String>> rooms,
            Map<String, List<String>> mapped,
            List<Day> days,
            List<NoGoPair> noGo) {
        return new Centre(
                c.name(),
                c.timeZone(),
                participants,
                assessors,
                c.rooms(),
                assessments,
                rooms,
                mapped,
                c.activityMinutes(),
                c.groupActivityMinutes(),
                c.bufferMinutes(),
                c.bufferAfterBreak(),
                days,
                c.minGroupSize(),
                c.maxAssessorsPerSession(),
                noGo);
    }
}
