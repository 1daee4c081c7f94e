package org.horarium.assessment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.AssessmentType;
import org.horarium.assessment.model.Assessor;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Day;
import org.horarium.assessment.model.Participant;
import org.horarium.assessment.model.Pause;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Room;
import org.horarium.assessment.model.Session;
import org.jspecify.annotations.Nullable;

/** The sample of section 13 of the requirements, and the plan that the requirements make by hand for it. */
public final class Samples {
    public static final LocalDate DAY = LocalDate.of(2025, 11, 23);

    private Samples() {}

    /** Six participants, half of them role play and half TOYF, four assessors, three rooms, one day. */
    public static Centre section13() {
        List<String> people = ids("P", 6);
        List<String> all = ids("A", 4);
        List<Assessment> assessments = List.of(
                new Assessment("role-play-1", "Role Play", AssessmentType.ROLE_PLAY, List.of("P1", "P3", "P5")),
                new Assessment("toyf", "TOYF", AssessmentType.TOYF, List.of("P2", "P4", "P6")),
                new Assessment("group-activity", "Group Activity", AssessmentType.GROUP_ACTIVITY, people),
                new Assessment("business-case", "Business Case", AssessmentType.BUSINESS_CASE, people),
                new Assessment("questionnaire", "Questionnaire", AssessmentType.QUESTIONNAIRE, people));
        Map<String, List<String>> rooms = new LinkedHashMap<>();
        rooms.put("role-play-1", List.of("Room-A"));
        rooms.put("toyf", List.of("Room-B"));
        rooms.put("group-activity", List.of("Room-A"));
        rooms.put("business-case", List.of("Room-A", "Room-B", "Room-C"));
        Map<String, List<String>> assessors = new LinkedHashMap<>();
        assessors.put("role-play-1", List.of("A1", "A2"));
        assessors.put("toyf", List.of("A3", "A4"));
        assessors.put("group-activity", all);
        assessors.put("business-case", all);
        assessors.put("questionnaire", all);
        return new Centre(
                "Graduate intake",
                ZoneId.of("UTC"),
                people.stream().map(p -> new Participant(p, p, List.of(), 0)).toList(),
                all.stream().map(a -> new Assessor(a, a, List.of())).toList(),
                List.of(new Room("Room-A", "Room A"), new Room("Room-B", "Room B"), new Room("Room-C", "Room C")),
                assessments,
                rooms,
                assessors,
                30,
                30,
                5,
                false,
                List.of(new Day(
                        DAY,
                        LocalTime.of(9, 0),
                        LocalTime.of(17, 0),
                        List.of(
                                new Pause(Pause.Kind.FIRST_BREAK, LocalTime.of(10, 40), LocalTime.of(10, 55)),
                                new Pause(Pause.Kind.LUNCH_BREAK, LocalTime.of(12, 5), LocalTime.of(12, 35))))),
                3,
                2,
                List.of());
    }

    /** The hand-made plan of section 13.2, ending at 14:55. */
    public static Plan section13ByHand() {
        List<Session> s = new ArrayList<>();
        String[] starts = {"09:00", "09:35", "10:10"};
        for (int i = 0; i < 3; i++) {
            s.add(session("role-play-1", null, List.of("P" + (2 * i + 1)), List.of("A1", "A2"), "Room-A", starts[i]));
            s.add(session("toyf", null, List.of("P" + (2 * i + 2)), List.of("A3", "A4"), "Room-B", starts[i]));
        }
        List<String> one = List.of("P1", "P2", "P3");
        List<String> two = List.of("P4", "P5", "P6");
        s.add(session("group-activity", "group_1", one, List.of("A1"), "Room-A", "11:00"));
        s.add(session("group-activity", "group_2", two, List.of("A2"), "Room-A", "11:35"));
        s.add(session("business-case", "group_1", one, List.of("A1"), "Room-B", "12:40"));
        s.add(session("business-case", "group_2", two, List.of("A2"), "Room-C", "12:40"));
        String[] last = {"13:15", "13:50", "14:25"};
        for (int i = 0; i < 3; i++) {
            s.add(session("questionnaire", null, List.of(one.get(i)), List.of("A1"), null, last[i]));
            s.add(session("questionnaire", null, List.of(two.get(i)), List.of("A2"), null, last[i]));
        }
        return new Plan(s);
    }

    /** A session of 30 minutes on the sample's day. */
    public static Session session(
            String assessment,
            @Nullable String group,
            List<String> participants,
            List<String> assessors,
            @Nullable String room,
            String start) {
        LocalDateTime at = DAY.atTime(LocalTime.parse(start));
        return new Session(assessment, group, participants, assessors, room, at, at.plusMinutes(30));
    }

    private static List<String> ids(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
    }
}
