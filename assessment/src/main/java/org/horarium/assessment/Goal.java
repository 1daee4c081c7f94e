package org.horarium.assessment;

/** The goals after the hard rules, in their order. Each is optimised without giving up those before it. */
public enum Goal {
    /** Working minutes from the start of the centre to the end of the last session. */
    END,
    /** Minutes of the most loaded assessor minus those of the least loaded. */
    BALANCE,
    /** Idle working minutes between the first and the last session of each used room, summed. */
    ROOM_USE
}
