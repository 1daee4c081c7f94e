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

    /** The edit distance: insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
