package org.horarium.server.timetable.board;

import java.time.Instant;

/**
 * What a planner insists on although it breaks a rule.
 *
 * @param activity id of the activity
 * @param actorName who insists
 * @param at since when
 * @param reason why
 */
record Acknowledged(String activity, String actorName, Instant at, String reason) {}
