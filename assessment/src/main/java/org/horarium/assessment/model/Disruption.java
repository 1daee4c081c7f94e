package org.horarium.assessment.model;

import java.time.LocalDateTime;

/** Something that happened on the day. */
public sealed interface Disruption {
    /**
     * A participant comes late.
     *
     * @param participant id
     * @param arrives when they can start
     */
    record ParticipantLate(String participant, LocalDateTime arrives) implements Disruption {}

    /**
     * A participant does not come, or goes: their sessions that have not started are dropped.
     *
     * @param participant id
     */
    record ParticipantAbsent(String participant) implements Disruption {}

    /**
     * An assessor drops out for the rest of the centre.
     *
     * @param assessor id
     * @param from first minute without them
     */
    record AssessorOut(String assessor, LocalDateTime from) implements Disruption {}

    /**
     * A room can't be used for the rest of the centre.
     *
     * @param room id
     * @param from first minute without it
     */
    record RoomLost(String room, LocalDateTime from) implements Disruption {}

    /**
     * A session took, or will take, longer than planned.
     *
     * @param session its key, see {@link Session#key()}
     * @param end when it really ends
     */
    record SessionOverran(String session, LocalDateTime end) implements Disruption {}

    /**
     * A session has not begun though its time has come: somebody is missing. It is to come, and moves.
     *
     * @param session its key, see {@link Session#key()}
     */
    record NotStarted(String session) implements Disruption {}
}
