package org.horarium.formats;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what somebody may have meant, for messages. */
public final class Nearest {
    private static final int SHOWN = 8;
    /** Longer words are not compared: nobody mistypes those, and comparing takes time. */
    private static final int LONGEST = 100;

    private Nearest() {}

    /**
     * What to do about an unknown word: the nearest known one, or the first few known ones.
     *
     * @param word what was written
     * @param known what could have been written
     * @return a sentence
     */
    public static String advice(String word, Collection<String> known) {
        String nearest = to(word, known);
        if (nearest != null) {
            return "Maybe you mean (%s).".formatted(nearest);
        }
        if (known.isEmpty()) {
            return "There are none.";
        }
        List<String> shown = known.stream().sorted().limit(SHOWN).toList();
        return "Known: %s%s.".formatted(String.join(", ", shown), known.size() > SHOWN ? ", …" : "");
    }

    /**
     * The known word with the smallest edit distance, not counting case; null if even that is more than a third of the
     * word's length away.
     */
    public static @Nullable String to(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return null;
        }
        String best = null;
        int bestDistance = Math.max(1, word.length() / 3) + 1;
        for (String candidate : known) {
            if (Math.abs(candidate.length() - word.length()) < bestDistance) {
                int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
                if (distance < bestDistance) {
                    best = candidate;
                    bestDistance = distance;
                }
            }
        }
        return best;
    }

    /** The edit distance of Levenshtein: insertions, deletions and replacements. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
