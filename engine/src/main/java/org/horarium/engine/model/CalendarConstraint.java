package org.horarium.engine.model;

import java.util.List;

/**
 * A {@link CalendarRule} for some people or some groups.
 *
 * @param id unique among constraints
 * @param rule what must hold for each member
 * @param kind whether the members are people or groups
 * @param members their ids
 * @param strength hard, or the penalty of a unit
 */
public record CalendarConstraint(String id, CalendarRule rule, MemberKind kind, List<String> members, Strength strength)
        implements Constraint {
    public CalendarConstraint {
        members = List.copyOf(members);
    }

    @Override
    public CostComponent component() {
        return kind == MemberKind.GROUP ? CostComponent.GROUP_DAY : CostComponent.PERSON_DAY;
    }

    /** Whose calendar is meant. */
    public enum MemberKind {
        /** Ids of {@link Group}s. */
        GROUP,
        /** Ids of {@link Person people}. */
        PERSON
    }
}
