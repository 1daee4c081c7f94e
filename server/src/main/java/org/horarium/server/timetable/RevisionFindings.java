package org.horarium.server.timetable;

import java.util.List;
import java.util.Locale;

/**
 * What is not right with a revision, by the data as they are now and the rules that hold for it: those of the college, and
 * what is known of the days it is meant for. Implemented where timetables are judged.
 */
public interface RevisionFindings {
    /**
     * Something that is not right.
     *
     * @param kind what it is about: {@code person}, {@code room}, {@code insisted}, …; there is a word for it in the bundles,
     *     {@code timetable.board.kind.} and this
     * @param text what is wrong
     * @param acknowledged whether somebody insists on it, with a reason
     * @param show address at which it is seen in its week; empty when there is none
     */
    record Finding(String kind, String text, boolean acknowledged, String show) {}

    /**
     * All findings, those that somebody insists on last.
     *
     * @param revision any
     * @param locale of the reader
     */
    List<Finding> of(Revision revision, Locale locale);
}
