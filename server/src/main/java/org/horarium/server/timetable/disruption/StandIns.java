package org.horarium.server.timetable.disruption;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.horarium.engine.edit.Choice;
import org.horarium.engine.edit.PlanEditor;
import org.horarium.formats.college.Personnel;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.PlacedActivity.Weeks;
import org.horarium.server.timetable.board.OpenDraft;

/** Looks for people who could give what an absent person gives, and what their week looks like. */
final class StandIns {
    private final OpenDraft draft;
    private final PlanEditor editor;

    StandIns(OpenDraft draft, PlanEditor editor) {
        this.draft = draft;
        this.editor = editor;
    }

    /**
     * Everybody who could give an activity instead of a person.
     *
     * @return those against whom nothing speaks first; then those who know the course or the group, then the cheapest
     */
    List<StandIn> instead(PlacedActivity activity, String absent) {
        List<StandIn> found = new ArrayList<>();
        for (PlacedActivity.Staff staff : activity.staff()) {
            if (staff.person().equals(absent)) {
                for (Choice choice : editor.people(activity.activity(), staff.role(), absent)) {
                    found.add(standIn(activity, staff.role(), choice));
                }
            }
        }
        found.sort(Comparator.comparing((StandIn one) -> !one.isLegal())
                .thenComparing(one -> !one.knowsCourse())
                .thenComparing(one -> !one.knowsGroup())
                .thenComparingLong(StandIn::cost)
                .thenComparing(StandIn::person));
        return found;
    }

    private StandIn standIn(PlacedActivity activity, String role, Choice choice) {
        PlacedActivity place = draft.placed(choice.placement());
        String person = place.staff().stream()
                .filter(staff -> !activity.staff().contains(staff))
                .map(PlacedActivity.Staff::person)
                .findFirst()
                .orElseThrow();
        List<PlacedActivity> own = draft.places().values().stream()
                .filter(a -> a.staff().stream().anyMatch(s -> s.person().equals(person)))
                .toList();
        List<PlacedActivity> day = own.stream()
                .filter(a -> a.day() == place.day() && meet(a.weeks(), place.weeks()))
                .sorted(Comparator.comparingInt(PlacedActivity::slot))
                .toList();
        double load = own.stream()
                .mapToDouble(a -> a.weeks() == Weeks.EVERY ? a.duration() : a.duration() / 2.0)
                .sum();
        int most = draft.problem().college().personnel().stream()
                .filter(p -> p.id().equals(person))
                .mapToInt(Personnel::maxSlotsPerWeek)
                .findFirst()
                .orElse(0);
        String course = course(activity);
        return new StandIn(
                person,
                role,
                place,
                choice.reasons(),
                choice.change().total(),
                day,
                load,
                most,
                own.stream().anyMatch(a -> course(a).equals(course)),
                own.stream().anyMatch(a -> !Collections.disjoint(a.attendees(), activity.attendees())));
    }

    private String course(PlacedActivity activity) {
        var known = draft.activity(activity.activity());
        return known == null ? activity.activity() : known.course().id();
    }

    private static boolean meet(Weeks a, Weeks b) {
        return a == Weeks.EVERY || b == Weeks.EVERY || a == b;
    }
}
