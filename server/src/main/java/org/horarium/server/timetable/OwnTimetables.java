package org.horarium.server.timetable;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.horarium.server.access.Actor;
import org.horarium.server.institution.StudentMemberships;
import org.horarium.server.institution.StudentMemberships.Membership;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody who teaches or studies sees of their own week: what is in force of the schedules that they occur in, as one week.
 * Nothing else: what is not published is for those who plan.
 */
@Component
public class OwnTimetables {
    private final Publications publications;
    private final RunningTerms running;
    private final StudentMemberships memberships;
    private final ShownWeeks shown;

    OwnTimetables(Publications publications, RunningTerms running, StudentMemberships memberships, ShownWeeks shown) {
        this.publications = publications;
        this.running = running;
        this.memberships = memberships;
        this.shown = shown;
    }

    /**
     * An own week and since when it holds.
     *
     * @param publication what is in force on the day asked for, or will be first; of several schedules the newest
     * @param next what will be in force after it; null for nothing
     * @param view the week
     * @param html its table and its list, ready to be put into a page
     */
    public record Own(Publication publication, @Nullable Publication next, TimetableView view, String html) {}

    /** The own weeks of a person on a day, one for each term, the newest first. */
    @Transactional(readOnly = true)
    public List<Own> of(Actor actor, LocalDate day, Locale locale) {
        String personnel = actor.personnelCode();
        if (personnel != null) {
            return weeks(
                    running.only(publications.withPerson(personnel, day), day),
                    Perspective.PERSON,
                    personnel,
                    actor.fullName(),
                    frame -> a -> Perspective.PERSON.concerns(a, Set.of(personnel)),
                    locale);
        }
        String student = actor.studentCode();
        Optional<Membership> membership = student == null ? Optional.empty() : memberships.of(student);
        return membership
                .map(m -> weeks(
                        running.only(publications.withGroup(m.group(), day), day),
                        Perspective.GROUP,
                        String.join("\n", m.group(), String.join("\n", m.electives())),
                        actor.fullName(),
                        frame -> a -> attends(frame, a, m),
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
        Predicate<PlacedActivity> in(Frame frame);
    }

    /** @param whose all who have the same see the same; they only have other names */
    private List<Own> weeks(
            List<Publication> inForce, Perspective by, String whose, String name, Choice choice, Locale locale) {
        Map<Long, Publication> byRevision = new LinkedHashMap<>();
        inForce.forEach(publication -> byRevision.putIfAbsent(publication.revision(), publication));
        return shown
                .of(
                        inForce,
                        by,
                        whose,
                        locale,
                        () ->
                                CombinedWeek.of(
                                                inForce.stream()
                                                        .map(publications::revision)
                                                        .toList(),
                                                choice::in)
                                        .stream()
                                        .map(week -> TimetableView.of(week, by, "", week.activities(), locale))
                                        .filter(view -> !view.grid().isEmpty())
                                        .toList())
                .stream()
                .map(week -> {
                    Publication publication = Objects.requireNonNull(
                            byRevision.get(week.view().revision().id()));
                    return new Own(publication, next(publication), week.view().named(name), week.html());
                })
                .toList();
    }

    private @Nullable Publication next(Publication publication) {
        Publication next = null;
        for (Publications.Span span : Publications.spans(publications.of(publication.schedule()))) {
            if (span.publication().id() == publication.id()) {
                return next;
            }
            next = span.publication();
        }
        return null;
    }
}
