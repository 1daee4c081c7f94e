package org.horarium.engine.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.horarium.engine.model.Course;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Student;

/**
 * Students and what they demand. A <i>demand</i> is a student × a course; its answer is a <i>chain</i>: one class of each
 * subpart of one configuration.
 */
public final class StudentTable {
    /** Number of demands. */
    public final int demands;

    /** Student of a demand. */
    public final int[] studentOf;

    /** Course of a demand. */
    public final int[] courseOf;

    /** Demands of a student. */
    public final int[][] demandsOf;

    /** Demands for a course. */
    public final int[][] demandsFor;

    /** Length of the longest chain, at least 1. */
    public final int width;

    /** {@code [course][config][subpart]} lists classes (events); subparts come after those their parents are in. */
    public final int[][][][] classes;

    /** Whether students of a course attend any class; not so where a configuration asks for none. */
    public final boolean[] attended;

    /** Demands for courses of which no classes go together: no plan can meet them. */
    public final int impossible;

    /** Most students of an event. */
    public final int[] limit;

    /** Class (event) that students of a class must attend too, or −1. */
    public final int[] parent;

    /** Configuration, in its course, that a class belongs to; 0 for an event that is no class. */
    public final int[] configOf;

    /** Position in {@link #classes} of the subpart of a class; 0 for an event that is no class. */
    public final int[] subpartOf;

    /** Cost of a student who cannot attend two classes. */
    public final long weight;

    StudentTable(Problem problem, Numbers numbers) {
        int events = problem.events().size();
        limit = new int[events];
        parent = new int[events];
        Arrays.fill(limit, Integer.MAX_VALUE);
        Arrays.fill(parent, -1);
        weight = problem.weights().student();
        Map<String, Integer> courseNumbers = new HashMap<>();
        int courses = problem.courses().size();
        classes = new int[courses][][][];
        int longest = 0;
        for (Course course : problem.courses()) {
            for (Course.Config config : course.configs()) {
                longest = Math.max(longest, config.subparts().size());
                for (Course.Subpart subpart : config.subparts()) {
                    for (Course.SectionedClass sectioned : subpart.classes()) {
                        int event = numbers.event(sectioned.event());
                        limit[event] = sectioned.limit();
                        String parentId = sectioned.parent();
                        parent[event] = parentId == null ? -1 : numbers.event(parentId);
                    }
                }
            }
        }
        for (Course course : problem.courses()) {
            int number = courseNumbers.size();
            courseNumbers.put(course.id(), number);
            classes[number] = course.configs().stream()
                    .map(config -> subparts(config, numbers))
                    .toArray(int[][][]::new);
        }
        width = Math.max(1, longest);
        configOf = new int[events];
        subpartOf = new int[events];
        for (int[][][] configs : classes) {
            for (int config = 0; config < configs.length; config++) {
                for (int k = 0; k < configs[config].length; k++) {
                    for (int event : configs[config][k]) {
                        configOf[event] = config;
                        subpartOf[event] = k;
                    }
                }
            }
        }
        IntList students = new IntList();
        IntList wanted = new IntList();
        demandsOf = new int[problem.students().size()][];
        List<IntList> byCourse = new ArrayList<>();
        for (int c = 0; c < courses; c++) {
            byCourse.add(new IntList());
        }
        for (int s = 0; s < demandsOf.length; s++) {
            Student student = problem.students().get(s);
            demandsOf[s] = new int[student.courses().size()];
            for (int i = 0; i < demandsOf[s].length; i++) {
                int course = Objects.requireNonNull(
                        courseNumbers.get(student.courses().get(i)));
                demandsOf[s][i] = students.size();
                byCourse.get(course).add(students.size());
                students.add(s);
                wanted.add(course);
            }
        }
        demands = students.size();
        studentOf = students.toArray();
        courseOf = wanted.toArray();
        demandsFor = byCourse.stream().map(IntList::toArray).toArray(int[][]::new);
        attended = new boolean[courses];
        int hopeless = 0;
        for (int c = 0; c < courses; c++) {
            attended[c] = Arrays.stream(classes[c]).noneMatch(config -> config.length == 0);
            if (attended[c] && Arrays.stream(classes[c]).noneMatch(config -> goTogether(config, new int[0]))) {
                hopeless += demandsFor[c].length;
            }
        }
        impossible = hopeless;
    }

    /** Whether classes of the subparts after some chosen ones can be chosen so that each has its parent. */
    private boolean goTogether(int[][] config, int[] chosen) {
        if (chosen.length == config.length) {
            return true;
        }
        int[] next = Arrays.copyOf(chosen, chosen.length + 1);
        for (int event : config[chosen.length]) {
            next[chosen.length] = event;
            if ((parent[event] < 0 || Arrays.stream(chosen).anyMatch(other -> other == parent[event]))
                    && goTogether(config, next)) {
                return true;
            }
        }
        return false;
    }

    private int[][] subparts(Course.Config config, Numbers numbers) {
        return config.subparts().stream()
                .map(subpart -> subpart.classes().stream()
                        .mapToInt(sectioned -> numbers.event(sectioned.event()))
                        .toArray())
                .sorted(Comparator.comparingInt(this::depth))
                .toArray(int[][]::new);
    }

    /** Number of ancestors of the deepest class. */
    private int depth(int[] subpart) {
        int deepest = 0;
        for (int event : subpart) {
            int depth = 0;
            for (int at = parent[event]; at >= 0; at = parent[at]) {
                depth++;
            }
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }
}
