package org.horarium.formats.file;

import java.util.List;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Solution;
import org.horarium.formats.Fault;
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
    public boolean recognises(String head) {
        return head.startsWith("{");
    }

    @Override
    public ProblemFile read(byte[] content) {
        return new CollegeFile(CollegeProblem.of(CollegeJson.read(content)));
    }

    private record CollegeFile(CollegeProblem college) implements ProblemFile {
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
