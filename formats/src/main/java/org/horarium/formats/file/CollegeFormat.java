package org.horarium.formats.file;

import java.util.List;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Solution;
import org.horarium.formats.Fault;
import org.horarium.formats.FormatException;
import org.horarium.formats.college.College;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.formats.json.CollegeJson;
import org.horarium.formats.json.TimetableJson;

/** Horarium JSON; solutions are timetables. */
final class CollegeFormat implements ProblemFormat {
    @Override
    public String name() {
        return "Horarium JSON";
    }

    @Override
    public String key() {
        return "json";
    }

    @Override
    public boolean recognises(String head) {
        return head.startsWith("{");
    }

    @Override
    public ProblemFile read(byte[] content) {
        College college = CollegeJson.read(content);
        return new CollegeFile(college, CollegeProblem.of(college), content);
    }

    /** Only a college is one: which events are sessions of one course, for example, is nowhere in a bare problem. */
    @Override
    public byte[] write(ProblemFile file, List<Fault> lost) {
        if (file instanceof CollegeFile college) {
            return CollegeJson.write(college.document);
        }
        throw new FormatException(
                "",
                "Horarium JSON describes a college: its courses, their activities, sections and roles. This file does not say"
                        + " them. Maybe import it into the application, or choose another target.");
    }

    private record CollegeFile(College document, CollegeProblem college, byte[] content) implements ProblemFile {
        @Override
        public Problem problem() {
            return college.problem();
        }

        @Override
        public List<Fault> warnings() {
            return List.of();
        }

        @Override
        public Plan readSolution(byte[] content) {
            return college.timetables().plan(TimetableJson.read(content));
        }

        @Override
        public byte[] writeSolution(Solution solution) {
            return TimetableJson.write(college.timetables().timetable(solution));
        }
    }
}
