package org.horarium.assessment.verify;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.horarium.assessment.model.Assessor;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Disruption;
import org.horarium.assessment.model.Participant;
import org.horarium.assessment.model.Period;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Session;

/** Checks the repair of a running plan: what has started did not move, what is to come keeps the rules. */
public final class RepairVerifier {
    private static final LocalDateTime EVER = LocalDateTime.of(9999, 1, 1, 0, 0);
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1, 1, 1, 0, 0);

    private final Centre centre;
    private final Plan before;
    private final Plan after;
    private final LocalDateTime now;
    private final List<Disruption> disruptions;
    private final Set<String> waiting = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private RepairVerifier(Centre centre, Plan before, Plan after, LocalDateTime now, List<Disruption> disruptions) {
        this.centre = centre;
        this.before = before;
        this.after = after;
        this.now = now;
        this.disruptions = disruptions;
        disruptions.forEach(d -> {
            if (d instanceof Disruption.NotStarted w) {
                waiting.add(w.session());
            }
        });
    }

    /**
     * All broken rules of a repair. Groups keep their members, except absent ones; a group whose assessor is out gets one
     * new assessor for all that is to come, or its members go on in other groups. So do those of a group that finds no room.
     *
     * @param before the plan that was running
     * @param after the repaired plan, what has happened included
     * @param now sessions that start by now do not move
     * @param disruptions all that has happened so far
     */
    public static List<Finding> verify(
            Centre centre, Plan before, Plan after, LocalDateTime now, List<Disruption> disruptions) {
        return new RepairVerifier(centre, before, after, now, disruptions).verify();
    }

    /** Whether its time has come. */
    private boolean started(Session s) {
        return !s.start().isAfter(now);
    }

    /** Whether a session of the plan before has begun: its time has come, and nobody said that it waits. */
    private boolean begun(Session was) {
        return started(was) && !waiting.contains(was.key());
    }

    private List<Finding> verify() {
        Map<String, Session> expected = expected();
        Set<String> moved = DissolvedGroups.apply(
                centre, expected, after, out(), lost(), this::begun, (s, words) -> add(Rule.GROUP_MEMBERS, s, words));
        Map<String, Session> found = new HashMap<>();
        after.sessions().forEach(s -> found.put(s.key(), s));
        for (Map.Entry<String, Session> e : expected.entrySet()) {
            Session s = found.get(e.getKey());
            Session was = e.getValue();
            if (s == null || !new TreeSet<>(s.participants()).equals(new TreeSet<>(was.participants()))) {
                add(Rule.EACH_ONCE, was, was.key() + " is missing, or has other participants than it should.");
            } else if (begun(was) && !s.equals(was)) {
                add(Rule.FROZEN, was, Scene.words(was) + " has started and must not change.");
            } else if (!begun(was) && started(s)) {
                add(Rule.FROZEN, s, Scene.words(s) + " would have had to start before " + now + ".");
            }
        }
        for (Session s : after.sessions()) {
            if (!expected.containsKey(s.key())
                    || !PlanVerifier.unknownIds(centre, s).isEmpty()) {
                add(Rule.EACH_ONCE, s, Scene.words(s) + " was not in the plan.");
                return findings;
            }
        }
        Scene scene = new Scene(withAbsences(), after.sessions(), s -> !started(s), findings);
        new SessionRules(scene).check();
        new CalendarRules(scene).check();
        new ClashRules(scene).check();
        new GroupRules(scene).placesAndTimes();
        lostRooms();
        leaders(moved);
        return findings;
    }

    private void add(Rule rule, Session s, String message) {
        findings.add(new Finding(rule, List.of(s.key()), s.assessment(), message));
    }

    /** The sessions that there must be: without absent people where they have not started, with real ends. */
    private Map<String, Session> expected() {
        Set<String> absent = new HashSet<>();
        Map<String, LocalDateTime> ends = new HashMap<>();
        for (Disruption d : disruptions) {
            if (d instanceof Disruption.ParticipantAbsent a) {
                absent.add(a.participant());
            } else if (d instanceof Disruption.SessionOverran o) {
                ends.put(o.session(), o.end());
            }
        }
        Map<String, Session> expected = new HashMap<>();
        for (Session s : before.sessions()) {
            List<String> who = s.participants().stream()
                    .filter(p -> begun(s) || !absent.contains(p))
                    .toList();
            if (!who.isEmpty()) {
                LocalDateTime end = begun(s) ? ends.getOrDefault(s.key(), s.end()) : s.end();
                expected.put(
                        s.key(), new Session(s.assessment(), s.group(), who, s.assessors(), s.room(), s.start(), end));
            }
        }
        return expected;
    }

    /** The centre with lateness and drop-outs as absences. */
    private Centre withAbsences() {
        List<Participant> participants = new ArrayList<>(centre.participants());
        List<Assessor> assessors = new ArrayList<>(centre.assessors());
        for (Disruption d : disruptions) {
            if (d instanceof Disruption.ParticipantLate late) {
                participants.replaceAll(p -> p.id().equals(late.participant())
                        ? new Participant(
                                p.id(),
                                p.name(),
                                with(p.unavailable(), new Period(ALWAYS, late.arrives())),
                                p.extraTimePercent())
                        : p);
            } else if (d instanceof Disruption.AssessorOut out) {
                assessors.replaceAll(a -> a.id().equals(out.assessor())
                        ? new Assessor(a.id(), a.name(), with(a.unavailable(), new Period(out.from(), EVER)))
                        : a);
            }
        }
        return new Centre(
                centre.name(),
                centre.timeZone(),
                participants,
                assessors,
                centre.rooms(),
                centre.assessments(),
                centre.roomMapping(),
                centre.assessorMapping(),
                centre.activityMinutes(),
                centre.groupActivityMinutes(),
                centre.bufferMinutes(),
                centre.bufferAfterBreak(),
                centre.days(),
                centre.minGroupSize(),
                centre.maxAssessorsPerSession(),
                centre.noGoPairs());
    }

    private static List<Period> with(List<Period> periods, Period more) {
        List<Period> all = new ArrayList<>(periods);
        all.add(more);
        return all;
    }

    private void lostRooms() {
        for (Disruption d : disruptions) {
            if (d instanceof Disruption.RoomLost lost) {
                after.ofRoom(lost.room()).stream()
                        .filter(s -> !started(s) && s.end().isAfter(lost.from()))
                        .forEach(s ->
                                add(Rule.ROOM_LOST, s, Scene.words(s) + " uses the lost room " + lost.room() + "."));
            }
        }
    }

    private Set<String> lost() {
        Set<String> lost = new HashSet<>();
        disruptions.forEach(d -> {
            if (d instanceof Disruption.RoomLost r) {
                lost.add(r.room());
            }
        });
        return lost;
    }

    private Set<String> out() {
        Set<String> out = new HashSet<>();
        disruptions.forEach(d -> {
            if (d instanceof Disruption.AssessorOut o) {
                out.add(o.assessor());
            }
        });
        return out;
    }

    /** What is to come of a group has one assessor: the one who led it so far, unless out; or who leads the new group. */
    private void leaders(Set<String> moved) {
        Set<String> out = out();
        Set<String> inGroups = new HashSet<>();
        after.sessions().stream().filter(s -> s.group() != null).forEach(s -> inGroups.addAll(s.participants()));
        for (String p : inGroups) {
            Set<String> leaders = new TreeSet<>();
            for (Session s : after.ofParticipant(p)) {
                boolean led = PlanVerifier.order(centre, s) > 1;
                if (led) {
                    s.assessors().stream()
                            .filter(a -> !started(s) || !out.contains(a) && !moved.contains(p))
                            .forEach(leaders::add);
                }
            }
            if (leaders.size() > 1) {
                findings.add(new Finding(
                        Rule.CONTINUITY,
                        List.of(),
                        p,
                        p + " is assessed by " + leaders + " in what their group does."));
            }
        }
    }
}
