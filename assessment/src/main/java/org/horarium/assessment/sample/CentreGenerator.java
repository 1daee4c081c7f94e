package org.horarium.assessment.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.AssessmentType;
import org.horarium.assessment.model.Assessor;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Day;
import org.horarium.assessment.model.NoGoPair;
import org.horarium.assessment.model.Participant;
import org.horarium.assessment.model.Pause;
import org.horarium.assessment.model.Period;
import org.horarium.assessment.model.Room;

/**
 * Invents centres in the manner of the published test sets for assessment centres, which derive many instances from a few
 * real ones by varying the number of candidates, assessors and no-go pairs: Rihm, Trautmann and Zimmermann, "MIP
 * formulations for an application of project scheduling in human resource management", Flexible Services and
 * Manufacturing Journal 30, 2018.
 */
public final class CentreGenerator {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);

    private final CentreShape shape;
    private final Random random;

    private CentreGenerator(CentreShape shape, long seed) {
        this.shape = shape;
        this.random = new Random(seed);
    }

    /** A centre of this shape. It need not have a plan. */
    public static Centre generate(CentreShape shape, long seed) {
        return new CentreGenerator(shape, seed).centre();
    }

    private Centre centre() {
        List<Day> days = days();
        List<Participant> participants = IntStream.rangeClosed(1, shape.participants())
                .mapToObj(i -> new Participant(
                        "P" + i,
                        "Participant " + i,
                        away(days),
                        chance(shape.extraTimePercent()) ? random.nextBoolean() ? 25 : 50 : 0))
                .toList();
        List<Assessor> assessors = IntStream.rangeClosed(1, shape.assessors())
                .mapToObj(i -> new Assessor("A" + i, "Assessor " + i, away(days)))
                .toList();
        List<Room> rooms = IntStream.rangeClosed(1, shape.rooms())
                .mapToObj(i -> new Room("R" + i, "Room " + i))
                .toList();
        List<String> everyone = participants.stream().map(Participant::id).toList();
        List<Assessment> assessments = List.of(
                new Assessment("role-play", "Role Play", AssessmentType.ROLE_PLAY, everyone),
                new Assessment("toyf", "TOYF", AssessmentType.TOYF, everyone),
                new Assessment("group-activity", "Group Activity", AssessmentType.GROUP_ACTIVITY, everyone),
                new Assessment("business-case", "Business Case", AssessmentType.BUSINESS_CASE, everyone),
                new Assessment("questionnaire", "Leadership Questionnaire", AssessmentType.QUESTIONNAIRE, everyone));
        int minutes = shape.mixedLengths() ? 25 + 5 * random.nextInt(3) : 30;
        return new Centre(
                "Generated centre",
                ZoneId.of("UTC"),
                participants,
                assessors,
                rooms,
                assessments,
                roomMapping(rooms.stream().map(Room::id).toList()),
                assessorMapping(assessors.stream().map(Assessor::id).toList()),
                minutes,
                shape.mixedLengths() ? minutes + 5 * (1 + random.nextInt(4)) : 30,
                5,
                shape.mixedLengths() && random.nextBoolean(),
                days,
                3,
                2,
                noGoPairs());
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private List<Day> days() {
        List<Day> days = new ArrayList<>();
        LocalDate date = FIRST_DAY;
        while (days.size() < shape.days()) {
            if (date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days.add(new Day(
                        date,
                        LocalTime.of(9, 0),
                        LocalTime.of(17, 0),
                        List.of(
                                new Pause(Pause.Kind.FIRST_BREAK, LocalTime.of(10, 40), LocalTime.of(10, 55)),
                                new Pause(Pause.Kind.LUNCH_BREAK, LocalTime.of(12, 30), LocalTime.of(13, 15)),
                                new Pause(Pause.Kind.SECOND_BREAK, LocalTime.of(15, 0), LocalTime.of(15, 15)))));
            }
            date = date.plusDays(1);
        }
        return days;
    }

    private List<Period> away(List<Day> days) {
        if (!chance(shape.awayPercent())) {
            return List.of();
        }
        LocalDate date = days.get(random.nextInt(days.size())).date();
        LocalTime start = LocalTime.of(9 + random.nextInt(7), 15 * random.nextInt(4));
        return List.of(new Period(date.atTime(start), date.atTime(start.plusMinutes(30 + 30L * random.nextInt(4)))));
    }

    /** One room for the group activity, the others split between role play and TOYF, all for the business case. */
    private Map<String, List<String>> roomMapping(List<String> rooms) {
        int half = rooms.size() / 2;
        Map<String, List<String>> mapping = new LinkedHashMap<>();
        mapping.put("role-play", rooms.subList(0, half));
        mapping.put("toyf", rooms.subList(half, rooms.size() - 1));
        mapping.put("group-activity", rooms.subList(rooms.size() - 1, rooms.size()));
        mapping.put("business-case", rooms);
        return mapping;
    }

    private Map<String, List<String>> assessorMapping(List<String> assessors) {
        List<String> rolePlay = new ArrayList<>();
        List<String> toyf = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < assessors.size(); i++) {
            boolean specialist = chance(shape.specialistPercent());
            if (!specialist || i % 2 == 0) {
                rolePlay.add(assessors.get(i));
            }
            if (!specialist || i % 2 == 1) {
                toyf.add(assessors.get(i));
            }
            if (!specialist || i < 2 || random.nextBoolean()) {
                groups.add(assessors.get(i));
            }
        }
        Map<String, List<String>> mapping = new LinkedHashMap<>();
        mapping.put("role-play", rolePlay);
        mapping.put("toyf", toyf);
        mapping.put("group-activity", groups);
        mapping.put("business-case", groups);
        mapping.put("questionnaire", groups);
        return mapping;
    }

    private List<NoGoPair> noGoPairs() {
        Set<NoGoPair> pairs = new LinkedHashSet<>();
        while (pairs.size() < Math.min(shape.noGoPairs(), shape.participants() * shape.assessors() / 2)) {
            pairs.add(new NoGoPair(
                    "P" + (1 + random.nextInt(shape.participants())), "A" + (1 + random.nextInt(shape.assessors()))));
        }
        return List.copyOf(pairs);
    }
}
