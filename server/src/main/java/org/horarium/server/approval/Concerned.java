package org.horarium.server.approval;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.horarium.server.institution.StudentMemberships;
import org.horarium.server.institution.StudentMemberships.Membership;
import org.horarium.server.timetable.Frame;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.RevisionDiff;
import org.horarium.server.timetable.RevisionDiff.Change;
import org.jspecify.annotations.Nullable;

/**
 * Whom the differences between two revisions concern.
 *
 * @param people codes of the personnel who gave or give something that changed
 * @param students codes of the students who attended or attend something that changed
 */
public record Concerned(Set<String> people, Set<String> students) {
    public Concerned {
        people = Set.copyOf(people);
        students = Set.copyOf(students);
    }

    /** How many they are. */
    public int count() {
        return people.size() + students.size();
    }

    /**
     * Finds them.
     *
     * @param diff what changed
     * @param before what was; null for nothing
     * @param after what is
     * @param memberships of students, as they are now
     */
    static Concerned of(RevisionDiff diff, @Nullable Revision before, Revision after, StudentMemberships memberships) {
        Set<String> people = new TreeSet<>();
        Set<String> groups = new TreeSet<>();
        diff.changes().forEach(change -> {
            people.addAll(change.people());
            groups.addAll(change.attendees());
        });
        Map<String, Frame.Template> templates = Stream.concat(
                        after.frame().templates().stream(),
                        before == null ? Stream.of() : before.frame().templates().stream())
                .collect(Collectors.toMap(Frame.Template::id, Function.identity(), (now, was) -> now));
        Map<String, Set<Change>> byGroup = groups.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        group -> diff.changes().stream()
                                .filter(change -> change.attendees().contains(group))
                                .collect(Collectors.toSet())));
        Set<String> students = memberships.in(groups).stream()
                .filter(student -> byGroup.getOrDefault(student.membership().group(), Set.of()).stream()
                        .anyMatch(change -> attends(templates.get(change.any().template()), student.membership())))
                .map(StudentMemberships.Student::code)
                .collect(Collectors.toSet());
        return new Concerned(people, students);
    }

    /** An elective is attended by those who chose it, everything else by the whole group. */
    private static boolean attends(Frame.@Nullable Template template, Membership membership) {
        return template == null
                || !template.elective()
                || membership.electives().contains(template.course());
    }
}
