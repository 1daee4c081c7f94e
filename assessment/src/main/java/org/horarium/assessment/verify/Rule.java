package org.horarium.assessment.verify;

/** The rules that a plan must keep. The number in each comment is the rule's number in docs/assessment-centres.md. */
public enum Rule {
    /** Input: every id of the plan is one of the centre. */
    KNOWN_IDS,
    /** Input: each participant has each of their assessments once, and no other. */
    EACH_ONCE,
    /** Input: each session is as long as the centre says, with extra time. */
    LENGTH,
    /** Input: sessions start on the grid of five minutes. */
    GRID,
    /** 1: a participant ends all of one order before the next begins. */
    ORDER,
    /** 2, 9: nobody and no room is in two sessions at once. */
    CLASH,
    /** 2: the buffer lies between two sessions of a person or room. */
    BUFFER,
    /** 2: the buffer also lies after a break, where the centre demands it. */
    BUFFER_AFTER_BREAK,
    /** 3: sessions lie within the hours of one day. */
    HOURS,
    /** 3: sessions overlap no break. */
    BREAK,
    /** 3: nobody is in a session while unavailable. */
    AVAILABILITY,
    /** 4: an individual session has one participant. */
    ONE_PARTICIPANT,
    /** 4 to 6: the room is one that the assessment may use. */
    ROOM_MAPPING,
    /** 4, 5, 7: the assessors are ones that the assessment may use. */
    ASSESSOR_MAPPING,
    /** 4, 5, 7: as many assessors as the session may have, none twice. */
    ASSESSOR_COUNT,
    /** 5: as many groups as assessors, sizes and rooms give. */
    GROUP_COUNT,
    /** 5: the sizes of the groups differ by at most one, none below the least size. */
    GROUP_SIZES,
    /** 5: the same people form a group in the group activity and the business case. */
    GROUP_MEMBERS,
    /** 5: each group has its own assessor. */
    GROUP_ASSESSORS,
    /** 5: all groups do the group activity in one room. */
    GROUP_ROOM,
    /** 6: all groups do the business case at the same time. */
    SAME_TIME,
    /** 6: each group does the business case in its own room. */
    OWN_ROOM,
    /** 7: a questionnaire has no room. */
    NO_ROOM,
    /** 8: one assessor leads a group through group activity, business case and questionnaire. */
    CONTINUITY,
    /** 10: an assessor never assesses a no-go participant. */
    NO_GO,
    /** On the day: what has finished or runs does not move. */
    FROZEN,
    /** On the day: a lost room is not used. */
    ROOM_LOST
}
