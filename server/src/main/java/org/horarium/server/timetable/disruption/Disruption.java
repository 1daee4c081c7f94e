package org.horarium.server.timetable.disruption;

import java.time.LocalDate;

/**
 * What has happened.
 *
 * @param kind to whom or what
 * @param subject id of the person, room or activity
 * @param first first date that is lost
 * @param last last date that is lost, included
 */
record Disruption(DisruptionKind kind, String subject, LocalDate first, LocalDate last) {}
