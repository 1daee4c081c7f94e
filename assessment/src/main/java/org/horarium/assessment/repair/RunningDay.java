package org.horarium.assessment.repair;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.AssessmentType;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Day;
import org.horarium.assessment.model.Disruption;
import org.horarium.assessment.model.Pause;
import org.horarium.assessment.model.Period;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Session;
import org.horarium.assessment.solve.Timeline;
import org.jspecify.annotations.Nullable;

/** A running plan at one moment: what is fixed, what may move, and who is busy or away when. */
final class RunningDay {
    final Centre centre;
    final Timeline time;
    final int buffer;
    final int earliest;
    /** Sessions that have started, with their real ends. */
    final List<Session> fixed = new ArrayList<>();

    final List<Job> jobs = new ArrayList<>();
    /** Units in which a person or room can't have a session that is to come; keys {@code P:…}, {@code A:…}, {@code R:…}. */
    final Map<String, BitSet> blocked = new HashMap<>();

    final Set<String> out = new HashSet<>();
    final Set<String> lost = new HashSet<>();
    /** Keys of sessions that have not begun though their time has come. */
    final Set<String> waiting = new HashSet<>();
    /** Leader of each group so far. */
    final Map<String, String> leaderOf = new LinkedHashMap<>();
    /** Group of each participant in one. */
    final Map<String, String> groupOf = new HashMap<>();

    private final Set<String> absent = new HashSet<>();

    RunningDay(Centre centre, Plan plan, LocalDateTime now, List<Disruption> disruptions) {
        this.centre = centre;
        this.time = new Timeline(centre);
        this.buffer = Timeline.units(centre.bufferMinutes());
        this.earliest = time.unitAt(now.plusMinutes(1));
        Map<String, LocalDateTime> ends = new HashMap<>();
        Map<String, List<Period>> away = new HashMap<>();
        centre.participants().forEach(p -> away.put("P:" + p.id(), new ArrayList<>(p.unavailable())));
        centre.assessors().forEach(a -> away.put("A:" + a.id(), new ArrayList<>(a.unavailable())));
        centre.rooms().forEach(r -> away.put("R:" + r.id(), new ArrayList<>()));
        for (Disruption d : disruptions) {
            note(d, away, ends);
        }
        away.forEach((key, periods) -> {
            BitSet units = time.blocked(periods);
            units.set(0, Math.max(0, earliest));
            blocked.put(key, units);
        });
        for (Session s : plan.sessions()) {
            if (started(s, now)) {
                fix(new Session(
                        s.assessment(),
                        s.group(),
                        s.participants(),
                        s.assessors(),
                        s.room(),
                        s.start(),
                        ends.getOrDefault(s.key(), s.end())));
            }
            if (s.group() != null) {
                leaderOf.put(s.group(), s.assessors().get(0));
                s.participants().forEach(p -> groupOf.put(p, s.group()));
            }
        }
        makeJobs(plan, now);
    }

    private void note(Disruption d, Map<String, List<Period>> away, Map<String, LocalDateTime> ends) {
        LocalDateTime never = LocalDateTime.of(9999, 1, 1, 0, 0);
        if (d instanceof Disruption.ParticipantLate late) {
            add(away, "P:" + late.participant(), new Period(LocalDateTime.of(1, 1, 1, 0, 0), late.arrives()));
        } else if (d instanceof Disruption.ParticipantAbsent gone) {
            if (centre.participant(gone.participant()) == null) {
                throw unknown("participant", gone.participant());
            }
            absent.add(gone.participant());
        } else if (d instanceof Disruption.AssessorOut o) {
            out.add(o.assessor());
            add(away, "A:" + o.assessor(), new Period(o.from(), never));
        } else if (d instanceof Disruption.RoomLost r) {
            lost.add(r.room());
            add(away, "R:" + r.room(), new Period(r.from(), never));
        } else if (d instanceof Disruption.SessionOverran o) {
            ends.put(o.session(), o.end());
        } else if (d instanceof Disruption.NotStarted w) {
            waiting.add(w.session());
        }
    }

    boolean isAbsent(String participant) {
        return absent.contains(participant);
    }

    /** Whether a session has begun: its time has come, and nobody said that it waits. */
    boolean started(Session s, LocalDateTime now) {
        return !s.start().isAfter(now) && !waiting.contains(s.key());
    }

    private static void add(Map<String, List<Period>> away, String key, Period period) {
        List<Period> periods = away.get(key);
        if (periods == null) {
            throw unknown("person or room", key.substring(2));
        }
        periods.add(period);
    }

    private static IllegalArgumentException unknown(String kind, String id) {
        return new IllegalArgumentException("The " + kind + " (" + id + ") is not in this centre.");
    }

    private void fix(Session s) {
        fixed.add(s);
        // The buffer after a session that has started; a break may shorten it, which the units of the break do.
        BitSet busy = time.blocked(List.of(new Period(s.start(), s.end())));
        int last = busy.length();
        if (last > 0) {
            busy.set(last, Math.min(time.length(), last + buffer));
        }
        busy.or(time.blocked(bufferAfter(s.end())));
        s.participants().forEach(p -> block("P:" + p, busy));
        s.assessors().forEach(a -> block("A:" + a, busy));
        if (s.room() != null) {
            block("R:" + s.room(), busy);
        }
    }

    /** The buffer by the clock, up to a break that follows: a session may have ended in the middle of one. */
    private List<Period> bufferAfter(LocalDateTime end) {
        LocalDateTime until = end.plusMinutes(centre.bufferMinutes());
        for (Day d : centre.days()) {
            for (Pause p : d.breaks()) {
                LocalDateTime pause = d.date().atTime(p.start());
                until = !pause.isBefore(end) && pause.isBefore(until) ? pause : until;
            }
        }
        return until.isAfter(end) ? List.of(new Period(end, until)) : List.of();
    }

    private void block(String key, BitSet busy) {
        Objects.requireNonNull(blocked.get(key)).or(busy);
    }

    private void makeJobs(Plan plan, LocalDateTime now) {
        Map<String, List<Session>> together = new LinkedHashMap<>();
        for (Session s : plan.sessions()) {
            List<String> who =
                    s.participants().stream().filter(p -> !absent.contains(p)).toList();
            if (!started(s, now) && !who.isEmpty()) {
                String key = type(s.assessment()) == AssessmentType.BUSINESS_CASE ? s.assessment() : s.key();
                together.computeIfAbsent(key, k -> new ArrayList<>())
                        .add(new Session(s.assessment(), s.group(), who, s.assessors(), s.room(), s.start(), s.end()));
            }
        }
        together.values().forEach(list -> {
            Session one = list.get(0);
            jobs.add(new Job(
                    jobs.size(),
                    list,
                    type(one.assessment()).order(),
                    Timeline.units(one.minutes()),
                    time.unitAt(one.start())));
        });
    }

    AssessmentType type(String assessment) {
        Assessment a = centre.assessment(assessment);
        if (a == null) {
            throw unknown("assessment", assessment);
        }
        return a.type();
    }

    /** The group whose leader assesses a session; null where any mapped assessor may. */
    @Nullable
    String groupOf(Session s) {
        if (s.group() != null) {
            return s.group();
        }
        return type(s.assessment()) == AssessmentType.QUESTIONNAIRE
                ? groupOf.get(s.participants().get(0))
                : null;
    }

    boolean noGo(String assessor, List<String> participants) {
        return centre.noGoPairs().stream()
                .anyMatch(p -> p.assessor().equals(assessor) && participants.contains(p.participant()));
    }
}
