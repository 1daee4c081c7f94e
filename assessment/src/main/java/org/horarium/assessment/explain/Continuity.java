package org.horarium.assessment.explain;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.horarium.assessment.Phrase;
import org.horarium.assessment.Wording;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.AssessmentType;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Day;
import org.horarium.assessment.model.NoGoPair;
import org.horarium.assessment.model.Pause;
import org.horarium.assessment.model.Period;
import org.jspecify.annotations.Nullable;

/** Whether enough leaders can be there together, and lead everyone. */
final class Continuity {
    /** Above this many choices of leaders the no-go pairs are left to the search. */
    private static final int MOST_CHOICES = 5000;

    private final Centre centre;

    Continuity(Centre centre) {
        this.centre = centre;
    }

    /** What keeps the leaders from leading, as a proof; null when nothing is seen. */
    @Nullable
    Wording problem() {
        for (Groups g : Groups.of(centre)) {
            for (Assessment a : g.assessments()) {
                if (a.type() == AssessmentType.BUSINESS_CASE) {
                    Wording together = together(g, a);
                    if (together != null) {
                        return together;
                    }
                }
            }
            int[] tried = {0};
            if (!canLead(g, new ArrayList<>(), 0, tried) && tried[0] < MOST_CHOICES) {
                return Wording.of(Phrase.LEADERS_LEAVE_OUT, g.count(), g.leaders());
            }
        }
        return null;
    }

    /** A time at which enough leaders and everybody else are there for the business case. */
    private @Nullable Wording together(Groups g, Assessment a) {
        int most = 0;
        for (Day day : centre.days()) {
            LocalDateTime end = day.date().atTime(day.end()).minusMinutes(centre.activityMinutes());
            for (LocalDateTime t = day.date().atTime(day.start());
                    !t.isAfter(end);
                    t = t.plusMinutes(Centre.GRID_MINUTES)) {
                Period session = new Period(t, t.plusMinutes(centre.activityMinutes()));
                if (inBreak(day, session)) {
                    continue;
                }
                int there = (int) g.leaders().stream()
                        .filter(x -> centre.assessors().stream()
                                .filter(y -> y.id().equals(x))
                                .noneMatch(y -> y.unavailable().stream().anyMatch(session::overlaps)))
                        .count();
                most = Math.max(most, there);
            }
        }
        return most >= g.count() ? null : Wording.of(Phrase.LEADERS_NOT_TOGETHER, a.id(), g.count(), g.leaders(), most);
    }

    private static boolean inBreak(Day day, Period session) {
        for (Pause p : day.breaks()) {
            if (new Period(day.date().atTime(p.start()), day.date().atTime(p.end())).overlaps(session)) {
                return true;
            }
        }
        return false;
    }

    private boolean canLead(Groups g, List<String> chosen, int from, int[] tried) {
        if (chosen.size() == g.count()) {
            tried[0]++;
            return everyoneLed(g, chosen);
        }
        for (int i = from; i < g.leaders().size() && tried[0] < MOST_CHOICES; i++) {
            chosen.add(g.leaders().get(i));
            if (canLead(g, chosen, i + 1, tried)) {
                return true;
            }
            chosen.remove(chosen.size() - 1);
        }
        return false;
    }

    /** Upper sizes only, so a false is a proof. Places each participant with a leader who may, moving others aside: augmenting paths with capacities. */
    private boolean everyoneLed(Groups g, List<String> leaders) {
        int n = g.people().size();
        int small = n / g.count();
        int larger = n % g.count();
        List<List<String>> groups = new ArrayList<>();
        leaders.forEach(l -> groups.add(new ArrayList<>()));
        int placed = 0;
        for (String p : g.people()) {
            placed += place(p, leaders, groups, larger > 0 ? small + 1 : small, new boolean[leaders.size()]) ? 1 : 0;
        }
        return placed == n;
    }

    private boolean place(String p, List<String> leaders, List<List<String>> groups, int size, boolean[] seen) {
        for (int i = 0; i < leaders.size(); i++) {
            if (seen[i] || centre.noGoPairs().contains(new NoGoPair(p, leaders.get(i)))) {
                continue;
            }
            seen[i] = true;
            List<String> inside = groups.get(i);
            if (inside.size() < size) {
                inside.add(p);
                return true;
            }
            for (int k = 0; k < inside.size(); k++) {
                if (place(inside.get(k), leaders, groups, size, seen)) {
                    inside.set(k, p);
                    return true;
                }
            }
        }
        return false;
    }
}
