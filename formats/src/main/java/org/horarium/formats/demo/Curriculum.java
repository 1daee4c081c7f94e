package org.horarium.formats.demo;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a department teaches in a term: its second, third and fourth year.
 *
 * @param code of the department, also the first part of its groups' ids
 * @param name of the department
 * @param labType room type of its own laboratories
 * @param labName what such a laboratory is called
 * @param scarce name of a kit of the department of which there are few
 * @param years second year first
 */
record Curriculum(String code, String name, String labType, String labName, String scarce, List<Year> years) {
    Curriculum {
        years = List.copyOf(years);
    }

    /** All subjects, in order. */
    List<Subject> subjects() {
        return years.stream()
                .flatMap(year -> Stream.concat(year.core().stream(), year.electives().stream()))
                .toList();
    }

    /**
     * A year of study.
     *
     * @param core what everybody hears
     * @param electives what is chosen from
     * @param chosen how many of them each student takes: 0, 1 or 2
     */
    record Year(List<Subject> core, List<Subject> electives, int chosen) {
        Year {
            core = List.copyOf(core);
            electives = List.copyOf(electives);
        }
    }

    /** A course before it has people, rooms and ids of groups. */
    record Subject(String code, String name, Form form) {}

    /** In which form a subject is taught beside its lectures. */
    enum Form {
        /** Lectures only. */
        LECTURE,
        /** A tutorial for each subgroup. */
        TUTORIAL,
        /** Three hours in a laboratory of the department. */
        LAB,
        /** Three hours in one with a demonstration bench, after the week's first lecture. */
        BENCH_LAB,
        /** Three hours every other week, with the scarce kit. */
        ALTERNATING_LAB,
        /** Two hours at the college's shared workstations. */
        SIMULATION
    }

    static Subject lecture(String code, String name) {
        return new Subject(code, name, Form.LECTURE);
    }

    static Subject tutorial(String code, String name) {
        return new Subject(code, name, Form.TUTORIAL);
    }

    static Subject lab(String code, String name) {
        return new Subject(code, name, Form.LAB);
    }

    static Subject benchLab(String code, String name) {
        return new Subject(code, name, Form.BENCH_LAB);
    }

    static Subject alternatingLab(String code, String name) {
        return new Subject(code, name, Form.ALTERNATING_LAB);
    }

    static Subject simulation(String code, String name) {
        return new Subject(code, name, Form.SIMULATION);
    }

    static Year secondYear(Subject... core) {
        return new Year(List.of(core), List.of(), 0);
    }

    static Year thirdYear(List<Subject> core, Subject... electives) {
        return new Year(core, List.of(electives), 1);
    }

    static Year fourthYear(List<Subject> core, Subject... electives) {
        return new Year(core, List.of(electives), 2);
    }
}
