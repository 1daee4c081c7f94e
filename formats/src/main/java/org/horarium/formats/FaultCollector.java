package org.horarium.formats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the faults of an input, so that all of them can be told at once. At most {@value #MOST} are kept. */
public final class FaultCollector {
    private static final int MOST = 500;

    private final List<Fault> faults = new ArrayList<>();
    private int found;

    /** Nothing found yet. */
    public FaultCollector() {}

    /**
     * Adds a fault.
     *
     * @param where see {@link Fault#where()}
     * @param format see {@link Fault#message()}, as a format string
     * @param values of the format string
     */
    @SuppressWarnings("AnnotateFormatMethod") // would need a dependency for one annotation
    public void add(String where, String format, @Nullable Object... values) {
        found++;
        if (found <= MOST) {
            faults.add(new Fault(where, format.formatted(values)));
        }
    }

    /** Adds a fault of a line of the input, counted from 1; the message is taken as it is. */
    public void add(int line, String message) {
        add("line " + line, "%s", message);
    }

    /** Adds faults that somebody else found. */
    public void addAll(List<Fault> others) {
        others.forEach(fault -> add(fault.where(), "%s", fault.message()));
    }

    /**
     * {@link Nearest#advice}, or nothing when there are so many faults already that nobody will read it: looking for the
     * nearest word takes time.
     */
    public String advice(String word, Collection<String> known) {
        return faults.size() < MOST ? Nearest.advice(word, known) : "";
    }

    /** How many faults were found so far, kept or not. */
    public int size() {
        return found;
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** What was found; when there was too much, the last one says so. */
    public List<Fault> faults() {
        List<Fault> all = new ArrayList<>(faults);
        if (found > MOST) {
            all.add(new Fault("", "There are more than %d faults; correct these first.".formatted(MOST)));
        }
        return List.copyOf(all);
    }

    /**
     * Ends reading if anything was found.
     *
     * @throws FormatException with all of it
     */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new FormatException(faults());
        }
    }
}
