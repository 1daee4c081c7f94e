/**
 * The board: a draft edited by hand. {@link org.horarium.server.timetable.board.Boards} opens a draft, answers what may go
 * where ({@link org.horarium.engine.edit.PlanEditor}), and makes edits: each is one transaction against the version of the
 * draft that the planner saw, judged by the verifier, kept with what was before, and can be undone. A revision that is not
 * a draft any more is copied first.
 */
@org.jspecify.annotations.NullMarked
package org.horarium.server.timetable.board;
