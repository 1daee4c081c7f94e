package org.horarium.server.timetable;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.horarium.formats.college.Batch;
import org.horarium.formats.college.College;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a revision refer to, as it was when the revision was made: the week and the names.
 *
 * @param college name of the college
 * @param term name of the term
 * @param days days of teaching, in order
 * @param slots slots of a day, in order; slot 1 is the first
 * @param pauses breaks between slots
 * @param groups batches, each followed by its sections, each followed by its subgroups
 * @param rooms rooms, in order of name
 * @param people personnel, in order of name
 * @param templates what is taught
 */
public record Frame(
        String college,
        String term,
        List<DayOfWeek> days,
        List<Slot> slots,
        List<Pause> pauses,
        List<Group> groups,
        List<Label> rooms,
        List<Label> people,
        List<Template> templates) {
    public Frame {
        days = List.copyOf(days);
        slots = List.copyOf(slots);
        pauses = List.copyOf(pauses);
        groups = List.copyOf(groups);
        rooms = List.copyOf(rooms);
        people = List.copyOf(people);
        templates = List.copyOf(templates);
    }

    /** A slot of the day, [start, end). */
    public record Slot(LocalTime start, LocalTime end) {}

    /** A break, [start, end). */
    public record Pause(String name, LocalTime start, LocalTime end) {}

    /** Something with a name. */
    public record Label(String id, String name) {}

    /** How large a group of students is. */
    public enum GroupKind {
        /** A cohort. */
        BATCH,
        /** Students who hear lectures together. */
        SECTION,
        /** Students who do labs together. */
        SUBGROUP
    }

    /**
     * A group of students.
     *
     * @param id unique among groups
     * @param name for people
     * @param kind how large
     * @param parent id of the section or batch around it; null for a batch
     */
    public record Group(
            String id,
            String name,
            GroupKind kind,
            @Nullable String parent) {}

    /**
     * What is taught in which form.
     *
     * @param id unique among templates
     * @param name for people
     * @param type lecture, lab, …
     * @param course id of the course; it gives the colour
     * @param courseName the course's name
     * @param elective whether only those attend who chose the course
     */
    public record Template(String id, String name, String type, String course, String courseName, boolean elective) {}

    /** The frame of a college as it is now. */
    public static Frame of(College college) {
        var term = college.term();
        List<Group> groups = new ArrayList<>();
        college.batches().forEach(batch -> addGroups(batch, groups));
        return new Frame(
                college.name(),
                term.name(),
                term.days(),
                term.slots().stream().map(s -> new Slot(s.start(), s.end())).toList(),
                term.breaks().stream()
                        .map(b -> new Pause(b.name(), b.start(), b.end()))
                        .toList(),
                groups,
                college.rooms().stream()
                        .map(r -> new Label(r.id(), r.name()))
                        .sorted(BY_NAME)
                        .toList(),
                college.personnel().stream()
                        .map(p -> new Label(p.id(), p.name()))
                        .sorted(BY_NAME)
                        .toList(),
                college.courses().stream()
                        .flatMap(c -> c.activities().stream()
                                .map(t -> new Template(t.id(), t.name(), t.type(), c.id(), c.name(), c.elective())))
                        .toList());
    }

    /**
     * The smallest groups that a group consists of: its subgroups; itself where it has none. An unknown group has none.
     */
    Set<String> leaves(String group) {
        Map<String, Group> byId = groups.stream().collect(Collectors.toMap(Group::id, Function.identity()));
        Set<String> parents =
                groups.stream().map(Group::parent).filter(Objects::nonNull).collect(Collectors.toSet());
        return groups.stream()
                .map(Group::id)
                .filter(id -> !parents.contains(id) && isWithin(id, group, byId))
                .collect(Collectors.toSet());
    }

    private static boolean isWithin(String id, String group, Map<String, Group> byId) {
        for (Group at = byId.get(id); at != null; at = at.parent() == null ? null : byId.get(at.parent())) {
            if (at.id().equals(group)) {
                return true;
            }
        }
        return false;
    }

    private static final Comparator<Label> BY_NAME =
            Comparator.comparing(Label::name).thenComparing(Label::id);

    private static void addGroups(Batch batch, List<Group> groups) {
        groups.add(new Group(batch.id(), batch.name(), GroupKind.BATCH, null));
        for (Batch.Section section : batch.sections()) {
            groups.add(new Group(section.id(), section.name(), GroupKind.SECTION, batch.id()));
            for (Batch.Subgroup subgroup : section.subgroups()) {
                groups.add(new Group(subgroup.id(), subgroup.name(), GroupKind.SUBGROUP, section.id()));
            }
        }
    }
}
