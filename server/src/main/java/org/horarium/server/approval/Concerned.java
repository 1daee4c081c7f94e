package org.horarium.server.approval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * Whom the differences between two revisions concern, each with what changes for them.
 *
 * @param people personnel who gave or give something that changed, by code
 * @param students students who attended or attend something that changed, by code
 */
public record Concerned(Map<String, List<Change>> people, Map<String, Attending> students) {
    public Concerned {
        people = Map.copyOf(people);
        students = Map.copyOf(students);
    }

    /**
     * What changes for a student.
     *
     * @param group where the student belongs: a subgroup, or a section without subgroups
     * @param changes of what the student attended or attends
     */
    public record Attending(String group, List<Change> changes) {
        public Attending {
            changes = List.copyOf(changes);
        }
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
        Map<String, List<Change>> people = new TreeMap<>();
        Map<String, List<Change>> groups = new HashMap<>();
        for (Change change : diff.changes()) {
            change.people()
                    .forEach(p ->
                            people.computeIfAbsent(p, key -> new ArrayList<>()).add(change));
            change.attendees()
                    .forEach(g ->
                            groups.computeIfAbsent(g, key -> new ArrayList<>()).add(change));
        }
        Map<String, Frame.Template> templates = Stream.concat(
                        after.frame().templates().stream(),
                        before == null ? Stream.of() : before.frame().templates().stream())
                .collect(Collectors.toMap(Frame.Template::id, Function.identity(), (now, was) -> now));
        Map<String, Attending> students = new HashMap<>();
        // many students share group and electives: what changes for them is found once, and is one object
        Map<Membership, Attending> found = new HashMap<>();
        for (StudentMemberships.Student student : memberships.in(groups.keySet())) {
            Attending own = found.computeIfAbsent(
                    student.membership(),
                    membership -> new Attending(
                            membership.group(),
                            groups.getOrDefault(membership.group(), List.of()).stream()
                                    .filter(change ->
                                            attends(templates.get(change.any().template()), membership))
                                    .toList()));
            if (!own.changes().isEmpty()) {
                students.put(student.code(), own);
            }
        }
        return new Concerned(people, students);
    }

    /** An elective is attended by those who chose it, everything else by the whole group. */
    private static boolean attends(Frame.@Nullable Template template, Membership membership) {
        return template == null
                || !template.elective()
                || membership.electives().contains(template.course());
    }
}
