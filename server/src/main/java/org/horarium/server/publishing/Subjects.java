package org.horarium.server.publishing;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.horarium.server.institution.GroupLeaves;
import org.horarium.server.institution.StudentMemberships;
import org.horarium.server.institution.StudentMemberships.Membership;
import org.horarium.server.timetable.Frame;
import org.horarium.server.timetable.FrameNames;
import org.horarium.server.timetable.Perspective;
import org.horarium.server.timetable.PlacedActivity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says which activities are about whom. */
@Component
public class Subjects {
    private final StudentMemberships memberships;
    private final GroupLeaves leaves;

    Subjects(StudentMemberships memberships, GroupLeaves leaves) {
        this.memberships = memberships;
        this.leaves = leaves;
    }

    /** A subject with what is needed to find its activities in any revision. */
    public interface Search {
        /** From which side the revisions are looked at. */
        Perspective by();

        /** Ids by which the database finds the revisions that can hold anything of it. */
        Collection<String> ids();

        /** The activities of the subject among those of a frame. */
        Predicate<PlacedActivity> in(Frame frame);

        /** Changes whenever the same revisions would give other activities. */
        String fingerprint();
    }

    /** How to find the activities of a subject. */
    public Search search(Subject subject) {
        return switch (subject.kind()) {
            case PERSON -> new Simple(Perspective.PERSON, subject.code(), Set.of(subject.code()));
            case ROOM -> new Simple(Perspective.ROOM, subject.code(), Set.of(subject.code()));
            case GROUP -> new Simple(Perspective.GROUP, subject.code(), leaves.of(subject.code()));
            case STUDENT -> new OfStudent(memberships.of(subject.code()).orElse(null));
        };
    }

    private record Simple(Perspective by, String code, Set<String> ids) implements Search {
        @Override
        public Predicate<PlacedActivity> in(Frame frame) {
            Set<String> ids = by.related(frame, code);
            return activity -> by.concerns(activity, ids);
        }

        @Override
        public String fingerprint() {
            return String.join(",", ids);
        }
    }

    private record OfStudent(@Nullable Membership membership) implements Search {
        @Override
        public Perspective by() {
            return Perspective.GROUP;
        }

        @Override
        public Collection<String> ids() {
            return membership == null ? List.of() : List.of(membership.group());
        }

        @Override
        public Predicate<PlacedActivity> in(Frame frame) {
            FrameNames names = new FrameNames(frame);
            return activity -> membership != null
                    && activity.attendees().contains(membership.group())
                    && attends(names.template(activity), membership);
        }

        private static boolean attends(Frame.Template template, Membership membership) {
            return !template.elective() || membership.electives().contains(template.course());
        }

        @Override
        public String fingerprint() {
            return String.valueOf(membership);
        }
    }
}
