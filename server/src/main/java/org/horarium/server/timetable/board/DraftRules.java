package org.horarium.server.timetable.board;

import org.horarium.engine.model.Problem;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.timetable.Revision;

/** Rules that hold for some drafts beside those of the data: a bean of whoever makes such drafts. */
public interface DraftRules {
    /**
     * The rules of a draft.
     *
     * @param revision the draft
     * @param data what it is about
     * @param rules as they are so far
     * @return those, or stricter ones with the same events
     */
    Problem of(Revision revision, CollegeProblem data, Problem rules);
}
