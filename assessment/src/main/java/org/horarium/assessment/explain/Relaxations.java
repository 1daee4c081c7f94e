package org.horarium.assessment.explain;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.horarium.assessment.FailureCode;
import org.horarium.assessment.Phrase;
import org.horarium.assessment.Shortage;
import org.horarium.assessment.Wording;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.AssessmentType;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Room;

/** Changes of a centre that leave more freedom, smallest first. */
final class Relaxations {
    /** Kinds of change, in the order in which they are tried, and what it says when only they help. */
    enum Kind {
        LONGER_DAYS(FailureCode.INSUFFICIENT_DAYS),
        ROOMS(FailureCode.INSUFFICIENT_ROOMS),
        ASSESSORS(FailureCode.INSUFFICIENT_ASSESSORS),
        FEWER_GROUPS(FailureCode.INSUFFICIENT_DAYS);

        private final FailureCode code;

        Kind(FailureCode code) {
            this.code = code;
        }

        FailureCode code() {
            return code;
        }
    }

    /** A change with the numbers that it stands for. */
    record Sized(Idea idea, Shortage shortage) {}

    private static final LocalTime LATEST = LocalTime.of(22, 0);
    private static final int[] LONGER_MINUTES = {10, 20, 30, 45, 60, 90, 120, 180, 240, 300};

    private final Centre centre;

    Relaxations(Centre centre) {
        this.centre = centre;
    }

    /** So many more days. */
    Idea days(int extra) {
        return new Idea(
                Wording.of(Phrase.ADD_DAYS, extra),
                new Change(centre).moreDays(extra).centre());
    }

    List<Sized> of(Kind kind) {
        return switch (kind) {
            case LONGER_DAYS -> longerDays();
            case ROOMS -> rooms();
            case ASSESSORS -> assessors();
            case FEWER_GROUPS -> fewerGroups();
        };
    }

    private List<Sized> longerDays() {
        LocalTime end = centre.days().stream()
                .map(d -> d.end())
                .max(LocalTime::compareTo)
                .orElse(LATEST);
        int now = end.toSecondOfDay() / 60;
        List<Sized> list = new ArrayList<>();
        for (int minutes : LONGER_MINUTES) {
            if (now + minutes <= LATEST.toSecondOfDay() / 60) {
                LocalTime later = end.plusMinutes(minutes);
                list.add(new Sized(
                        new Idea(
                                Wording.of(Phrase.END_AT, later.toString()),
                                new Change(centre).endAt(later).centre()),
                        new Shortage(Wording.of(Phrase.OF_MINUTES), now, now + minutes)));
            }
        }
        return list;
    }

    /** One to three more rooms for an assessment: rooms that are there but not mapped to it first, then new ones. */
    private List<Sized> rooms() {
        List<Sized> list = new ArrayList<>();
        for (int count = 1; count <= 3; count++) {
            for (Assessment a : centre.assessments()) {
                if (!a.type().needsRoom() || a.type() == AssessmentType.GROUP_ACTIVITY) {
                    continue;
                }
                Change change = new Change(centre);
                List<String> mapped = centre.roomsFor(a.id());
                List<String> added = centre.rooms().stream()
                        .map(Room::id)
                        .filter(r -> !mapped.contains(r))
                        .limit(count)
                        .toList();
                added.forEach(r -> change.mapRoom(a.id(), r));
                int fresh = count - added.size();
                for (int i = 0; i < fresh; i++) {
                    change.mapRoom(a.id(), change.newRoom());
                }
                Wording text = fresh == 0
                        ? Wording.of(Phrase.MAP, added, a.id())
                        : Wording.of(Phrase.MAP_MORE_ROOMS, count, a.id());
                list.add(new Sized(
                        new Idea(text, change.centre()),
                        new Shortage(Wording.of(Phrase.OF_ROOMS, a.id()), mapped.size(), mapped.size() + count)));
            }
        }
        return list;
    }

    private List<Sized> assessors() {
        List<Sized> list = new ArrayList<>();
        for (int count = 1; count <= 4; count++) {
            int now = centre.assessors().size();
            list.add(new Sized(
                    new Idea(
                            Wording.of(Phrase.ADD_ASSESSORS, count),
                            new Change(centre).newAssessors(count).centre()),
                    new Shortage(Wording.of(Phrase.OF_ASSESSORS), now, now + count)));
        }
        return list;
    }

    private List<Sized> fewerGroups() {
        List<Sized> list = new ArrayList<>();
        for (Groups g : Groups.of(centre)) {
            for (int count = g.count() - 1; count >= 1; count--) {
                int size = g.people().size() / count;
                list.add(new Sized(
                        new Idea(
                                Wording.of(Phrase.GROUP_SIZE_MAKES, size, count),
                                new Change(centre).minGroupSize(size).centre()),
                        new Shortage(Wording.of(Phrase.OF_GROUP_SIZE), centre.minGroupSize(), size)));
            }
        }
        return list;
    }

    /** No-go pairs and absences, one after another, then all. */
    List<Idea> people() {
        List<Idea> list = new ArrayList<>();
        Set<String> away = Explainer.away(centre);
        away.stream()
                .limit(12)
                .forEach(id -> list.add(new Idea(
                        Wording.of(Phrase.ALWAYS_THERE, id),
                        new Change(centre).alwaysThere(Set.of(id)).centre())));
        centre.noGoPairs().stream()
                .limit(12)
                .forEach(p -> list.add(new Idea(
                        Wording.of(Phrase.REMOVE_NO_GO, p.participant(), p.assessor()),
                        new Change(centre).dropNoGo(List.of(p)).centre())));
        if (away.size() > 1) {
            list.add(new Idea(
                    Wording.of(Phrase.ALWAYS_THERE, List.copyOf(away)),
                    new Change(centre).alwaysThere(away).centre()));
        }
        if (centre.noGoPairs().size() > 1) {
            list.add(new Idea(
                    Wording.of(Phrase.REMOVE_ALL_NO_GO),
                    new Change(centre).dropNoGo(centre.noGoPairs()).centre()));
        }
        return list;
    }
}
