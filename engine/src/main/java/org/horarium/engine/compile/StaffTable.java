package org.horarium.engine.compile;

/**
 * Who may give what. A <i>decision</i> is a staff need, or several needs that one hard {@code SameStaff} constraint makes
 * one; it has as many <i>seats</i> as people are needed, each filled by one of the decision's candidates (by number) or
 * vacant. Filling a seat fills it for all events of the decision.
 *
 * @param decisions number of decisions
 * @param seats number of seats
 * @param decisionOf decision of a seat
 * @param seatsOf seats of a decision
 * @param eventsOf events of a decision
 * @param candidates people of a decision; after {@code free[d]} of them come people that are only pinned
 * @param free number of candidates that may be chosen freely, by decision
 * @param costs cost of a candidate, by decision, by position of the event in {@code eventsOf}, by candidate
 * @param pinned candidate that a seat is pinned to, or −1
 * @param seatsOfEvent seats of an event, over all its decisions
 * @param decisionsOfEvent decisions of an event
 * @param positionInDecision position of the event in {@code eventsOf}, parallel to {@code decisionsOfEvent}
 * @param needOfEvent index of the need in the event's list of needs, parallel to {@code decisionsOfEvent}
 */
public record StaffTable(
        int decisions,
        int seats,
        int[] decisionOf,
        int[][] seatsOf,
        int[][] eventsOf,
        int[][] candidates,
        int[] free,
        long[][][] costs,
        int[] pinned,
        int[][] seatsOfEvent,
        int[][] decisionsOfEvent,
        int[][] positionInDecision,
        int[][] needOfEvent) {}
