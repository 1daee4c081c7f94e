package org.horarium.assessment.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of assessment and their place in a participant's sequence. */
public enum AssessmentType {
    ROLE_PLAY(1),
    TOYF(1),
    /** Any other individual activity of order 1. */
    SCENARIO(1),
    GROUP_ACTIVITY(2),
    BUSINESS_CASE(3),
    QUESTIONNAIRE(4);

    private final int order;

    AssessmentType(int order) {
        this.order = order;
    }

    /** Place in the sequence, 1 to 4: a participant ends all of one order before the next begins. */
    public int order() {
        return order;
    }

    /** True for one participant, one room, one or more assessors: role play, TOYF and scenario. */
    public boolean isIndividual() {
        return order == 1;
    }

    /** True where whole groups sit together: group activity and business case. */
    public boolean isGroup() {
        return this == GROUP_ACTIVITY || this == BUSINESS_CASE;
    }

    /** True where a session takes place in a room. */
    public boolean needsRoom() {
        return this != QUESTIONNAIRE;
    }

    /** The name in files: {@code role_play}, {@code group_activity}, … */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type with this name in files, or null. */
    public static @Nullable AssessmentType of(String id) {
        return Arrays.stream(values())
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** All names in files, in the order of the sequence. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(AssessmentType::id).toList();
    }
}
