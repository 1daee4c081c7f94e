package org.horarium.server.timetable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.horarium.server.access.Actor;
import org.horarium.server.institution.StudentMemberships;
import org.horarium.server.institution.StudentMemberships.Membership;
import org.springframework.stereotype.Component;

/**
 * What somebody who teaches or studies sees of their own week: the newest approved revision of each schedule that they
 * occur in. Nothing else: drafts are for those who plan.
 */
@Component
class OwnTimetables {
    private final Timetables timetables;
    private final StudentMemberships memberships;

    OwnTimetables(Timetables timetables, StudentMemberships memberships) {
        this.timetables = timetables;
        this.memberships = memberships;
    }

    /** The own weeks of a person, one for each schedule, the newest first. */
    List<TimetableView> of(Actor actor, Locale locale) {
        String personnel = actor.personnelCode();
        if (personnel != null) {
            return weeks(
                    timetables.approvedWithPerson(personnel),
                    Perspective.PERSON,
                    actor.fullName(),
                    revision -> a -> Perspective.PERSON.concerns(a, Set.of(personnel)),
                    locale);
        }
        String student = actor.studentCode();
        Optional<Membership> membership = student == null ? Optional.empty() : memberships.of(student);
        return membership
                .map(m -> weeks(
                        timetables.approvedWithGroup(m.group()),
                        Perspective.GROUP,
                        actor.fullName(),
                        revision -> a -> attends(revision.frame(), a, m),
                        locale))
                .orElse(List.of());
    }

    /** Whether a student of the group attends: all of it does, or, where it is an elective, they chose the course. */
    private static boolean attends(Frame frame, PlacedActivity activity, Membership membership) {
        if (!activity.attendees().contains(membership.group())) {
            return false;
        }
        return frame.templates().stream()
                .filter(t -> t.id().equals(activity.template()))
                .allMatch(t -> !t.elective() || membership.electives().contains(t.course()));
    }

    private interface Choice {
        Predicate<PlacedActivity> in(Revision revision);
    }

    private static List<TimetableView> weeks(
            List<Revision> revisions, Perspective by, String name, Choice choice, Locale locale) {
        return revisions.stream()
                .map(revision -> TimetableView.of(
                        revision,
                        by,
                        name,
                        revision.activities().stream()
                                .filter(choice.in(revision))
                                .toList(),
                        locale))
                .filter(view -> !view.grid().isEmpty())
                .toList();
    }
}
