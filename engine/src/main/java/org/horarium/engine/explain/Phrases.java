package org.horarium.engine.explain;

import java.util.Collection;
import java.util.List;
import org.horarium.engine.text.Words;

/** Lists of names that stay readable. */
final class Phrases {
    private static final int SHOWN = 5;

    private Phrases() {}

    /** "a, b and c", or "a, b, c, d, e and 7 more". */
    static String events(Collection<OpenEvent> events) {
        return some(events.stream().map(event -> Words.name(event.event)).toList());
    }

    /** The names of subjects, likewise. */
    static String subjects(Collection<Subject> subjects) {
        return some(subjects.stream().map(Subject::name).toList());
    }

    /** Any names, likewise. */
    static String some(List<String> names) {
        if (names.size() <= SHOWN + 1) {
            return Words.list(names);
        }
        return String.join(", ", names.subList(0, SHOWN)) + " and " + (names.size() - SHOWN) + " more";
    }

    /** Sentences one after the other; of many the first few and how many follow. */
    static String reasons(Collection<String> sentences) {
        String shown = String.join(" ", sentences.stream().limit(SHOWN).toList());
        int more = sentences.size() - SHOWN;
        return more > 0 ? "%s And %d more cannot either.".formatted(shown, more) : shown;
    }
}
