package org.horarium.server.timetable;

/**
 * A week of what is published, ready to be shown.
 *
 * @param view the week
 * @param html its table and its list, to be put into a page as they are: everything in them is escaped
 */
public record ShownWeek(TimetableView view, String html) {}
