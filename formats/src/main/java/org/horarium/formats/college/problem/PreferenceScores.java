package org.horarium.formats.college.problem;

import org.horarium.formats.college.Preference;
import org.jspecify.annotations.Nullable;

/**
 * What a preference is worth, in one place for the search and for reports.
 *
 * <p>The penalty is that of the bucket: strongly prefer {@value #STRONGLY_PREFER}, prefer {@value #PREFER}, neutral and
 * unranked {@value #NEUTRAL}, rather not {@value #RATHER_NOT}; the position in the bucket adds 0 for the first (and for
 * items without a position), 1 for the second, and so on up to {@value #LAST_PLACE}, so that it never outweighs a bucket.
 */
public final class PreferenceScores {
    /** The largest penalty there is. */
    public static final int WORST = 69;

    private static final int STRONGLY_PREFER = 0;
    private static final int PREFER = 10;
    private static final int NEUTRAL = 30;
    private static final int RATHER_NOT = 60;
    private static final int LAST_PLACE = 9;

    private PreferenceScores() {}

    /**
     * The penalty of giving an activity.
     *
     * @param preference what the person said; null for unranked
     * @throws IllegalArgumentException when the person said {@code CANNOT}: that has no price
     */
    public static int penalty(@Nullable Preference preference) {
        if (preference == null) {
            return NEUTRAL;
        }
        int base = switch (preference.bucket()) {
            case STRONGLY_PREFER -> STRONGLY_PREFER;
            case PREFER -> PREFER;
            case NEUTRAL -> NEUTRAL;
            case RATHER_NOT -> RATHER_NOT;
            case CANNOT ->
                throw new IllegalArgumentException(
                        "Person (%s) cannot give template (%s).".formatted(preference.person(), preference.template()));
        };
        return base + (preference.order() == null ? 0 : Math.max(0, Math.min(preference.order() - 1, LAST_PLACE)));
    }
}
