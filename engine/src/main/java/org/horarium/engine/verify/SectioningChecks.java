package org.horarium.engine.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.model.CostComponent;
import org.horarium.engine.model.Course;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Student;
import org.horarium.engine.text.Words;
import org.jspecify.annotations.Nullable;

/** Students attend what their courses demand, classes are not overfull; and what student conflicts cost. */
final class SectioningChecks {
    private final PlanIndex index;
    private final Findings findings;
    private final Map<String, Course> courses = new HashMap<>();

    SectioningChecks(PlanIndex index, Findings findings) {
        this.index = index;
        this.findings = findings;
        index.problem.courses().forEach(course -> courses.put(course.id(), course));
    }

    void run() {
        Set<String> known = new HashSet<>();
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (Student student : index.problem.students()) {
            known.add(student.id());
            List<String> listed = index.plan.enrolments().getOrDefault(student.id(), List.of());
            Set<String> attended = new HashSet<>(listed);
            attended.forEach(event -> sizes.merge(event, 1, Integer::sum));
            sectioning(student, listed, attended);
            conflicts(attended);
        }
        index.plan.enrolments().keySet().stream()
                .filter(student -> !known.contains(student))
                .sorted()
                .forEach(student -> findings.violation(
                        HardRule.SECTIONING,
                        List.of(),
                        student,
                        1,
                        "The plan sections a student (%s) who does not exist.".formatted(student)));
        limits(sizes);
    }

    private void sectioning(Student student, List<String> listed, Set<String> attended) {
        Set<String> own = new HashSet<>();
        for (String id : student.courses()) {
            Course course = courses.get(id);
            if (course == null) {
                throw new IllegalStateException("A checked problem knows every course (%s).".formatted(id));
            }
            course.configs().stream()
                    .flatMap(config -> config.subparts().stream())
                    .flatMap(subpart -> subpart.classes().stream())
                    .forEach(sectioned -> own.add(sectioned.event()));
            String fault = fault(course, attended);
            if (fault != null) {
                findings.violation(
                        HardRule.SECTIONING,
                        List.of(),
                        student.id(),
                        1,
                        "Student %s, course %s: %s.".formatted(student.id(), course.id(), fault));
            }
        }
        Set<String> seen = new HashSet<>();
        for (String event : listed) {
            if (!own.contains(event) || !seen.add(event)) {
                findings.violation(
                        HardRule.SECTIONING,
                        List.of(event),
                        student.id(),
                        1,
                        "Student %s attends %s %s."
                                .formatted(
                                        student.id(),
                                        eventName(event),
                                        own.contains(event) ? "twice" : "without taking its course"));
            }
        }
    }

    /** What is wrong with the classes a student attends in a course; null when nothing is. */
    private @Nullable String fault(Course course, Set<String> attended) {
        List<Course.Config> taken = course.configs().stream()
                .filter(config -> config.subparts().stream()
                        .flatMap(subpart -> subpart.classes().stream())
                        .anyMatch(sectioned -> attended.contains(sectioned.event())))
                .toList();
        if (taken.isEmpty()) {
            boolean nothingToAttend = course.configs().stream()
                    .anyMatch(config -> config.subparts().isEmpty());
            return nothingToAttend ? null : "attends no class";
        }
        if (taken.size() > 1) {
            return "attends classes of %d configurations".formatted(taken.size());
        }
        for (Course.Subpart subpart : taken.get(0).subparts()) {
            List<Course.SectionedClass> classes = subpart.classes().stream()
                    .filter(sectioned -> attended.contains(sectioned.event()))
                    .toList();
            if (classes.size() != 1) {
                return "attends %s of subpart %s instead of one"
                        .formatted(classes.isEmpty() ? "no class" : classes.size() + " classes", subpart.id());
            }
            String parent = classes.get(0).parent();
            if (parent != null && !attended.contains(parent)) {
                return "attends %s without its parent %s"
                        .formatted(eventName(classes.get(0).event()), eventName(parent));
            }
        }
        return null;
    }

    private void limits(Map<String, Integer> sizes) {
        Set<String> done = new HashSet<>();
        for (Course course : index.problem.courses()) {
            for (Course.Config config : course.configs()) {
                for (Course.Subpart subpart : config.subparts()) {
                    for (Course.SectionedClass sectioned : subpart.classes()) {
                        int size = sizes.getOrDefault(sectioned.event(), 0);
                        if (size > sectioned.limit() && done.add(sectioned.event())) {
                            findings.violation(
                                    HardRule.CLASS_LIMIT,
                                    List.of(sectioned.event()),
                                    sectioned.event(),
                                    1,
                                    "%s has %s; at most %d may attend."
                                            .formatted(
                                                    eventName(sectioned.event()),
                                                    Words.count(size, "student"),
                                                    sectioned.limit()));
                        }
                    }
                }
            }
        }
    }

    /** Each pair of classes of a student that overlap or are too far apart to walk counts once. */
    private void conflicts(Set<String> attended) {
        List<Placed> placed = index.placed(List.copyOf(attended));
        long pairs = 0;
        for (int i = 0; i < placed.size(); i++) {
            for (int j = i + 1; j < placed.size(); j++) {
                if (!index.attendable(placed.get(i), placed.get(j))) {
                    pairs++;
                }
            }
        }
        findings.cost(CostComponent.STUDENT, pairs * index.problem.weights().student());
    }

    private String eventName(String id) {
        Event event = index.events.get(id);
        return event == null ? id : Words.name(event);
    }
}
