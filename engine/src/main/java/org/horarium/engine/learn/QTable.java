package org.horarium.engine.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Values of actions in situations (Watkins 1989): {@code Q(s, a) += α (r + γ max Q(s′, ·) − Q(s, a))}. Actions are chosen
 * ε-greedily; those that were never tried in a situation come first, and ε falls with the number of choices:
 * {@code ε = max(least, 1 / √(1 + n / actions))}.
 */
public final class QTable {
    private static final double LEARNING_RATE = 0.3;
    private static final double DISCOUNT = 0.3;
    private static final double LEAST_EPSILON = 0.1;
    private static final String HEADER = "horarium-learned/1";

    private final List<String> actions;
    private final double[][] value;
    private final int[][] visits;
    private final Random random;
    private int choices;

    /**
     * @param actions names of the actions, each once
     * @param random of all choices
     */
    public QTable(List<String> actions, Random random) {
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("There must be at least one action.");
        }
        this.actions = List.copyOf(actions);
        this.random = random;
        value = new double[Situation.COUNT][actions.size()];
        visits = new int[Situation.COUNT][actions.size()];
    }

    /** Names of the actions. */
    public List<String> actions() {
        return actions;
    }

    /** Value of an action in a situation; 0 while it was never tried. */
    public double value(Situation situation, int action) {
        return value[situation.number()][action];
    }

    /** How often an action was tried in a situation, over all runs whose values were read. */
    public int visits(Situation situation, int action) {
        return visits[situation.number()][action];
    }

    /** Probability of a random choice at the next {@link #choose}. */
    public double epsilon() {
        return Math.max(LEAST_EPSILON, 1 / Math.sqrt(1 + (double) choices / actions.size()));
    }

    /** The action to take in a situation. */
    public int choose(Situation situation) {
        int[] tried = visits[situation.number()];
        double epsilon = epsilon();
        choices++;
        List<Integer> fresh = new ArrayList<>();
        for (int a = 0; a < tried.length; a++) {
            if (tried[a] == 0) {
                fresh.add(a);
            }
        }
        if (!fresh.isEmpty()) {
            return fresh.get(random.nextInt(fresh.size()));
        }
        return random.nextDouble() < epsilon ? random.nextInt(actions.size()) : best(situation);
    }

    /** The action with the highest value, the first of equal ones. */
    public int best(Situation situation) {
        double[] values = value[situation.number()];
        int best = 0;
        for (int a = 1; a < values.length; a++) {
            if (values[a] > values[best]) {
                best = a;
            }
        }
        return best;
    }

    /**
     * Learns what an action was worth.
     *
     * @param before the situation in which it was chosen
     * @param action the action
     * @param reward what it brought
     * @param after the situation it led to
     */
    public void learn(Situation before, int action, double reward, Situation after) {
        double target = reward + DISCOUNT * value[after.number()][best(after)];
        double[] values = value[before.number()];
        values[action] += LEARNING_RATE * (target - values[action]);
        visits[before.number()][action]++;
    }

    /** The values as lines of text: a header, then for each pair that was tried situation, action, value and visits. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (Situation.Phase phase : Situation.Phase.values()) {
            for (Situation.Progress progress : Situation.Progress.values()) {
                for (boolean complete : new boolean[] {false, true}) {
                    Situation situation = new Situation(phase, progress, complete);
                    for (int a = 0; a < actions.size(); a++) {
                        if (visits(situation, a) > 0) {
                            lines.add(String.format(
                                    Locale.ROOT,
                                    "%s %s %s %s %.9g %d",
                                    phase,
                                    progress,
                                    complete ? "COMPLETE" : "PARTIAL",
                                    actions.get(a),
                                    value(situation, a),
                                    visits(situation, a)));
                        }
                    }
                }
            }
        }
        return lines;
    }

    /**
     * Takes over values from lines of text; actions that this table does not have are passed over.
     *
     * @throws IllegalArgumentException when a line is not as {@link #lines} writes it, with its number
     */
    public void read(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalArgumentException(
                    "Learned values begin with a line '%s'. Maybe this is another file.".formatted(HEADER));
        }
        for (int i = 1; i < lines.size(); i++) {
            try {
                String[] parts = lines.get(i).split(" ", -1);
                Situation situation = new Situation(
                        Situation.Phase.valueOf(parts[0]),
                        Situation.Progress.valueOf(parts[1]),
                        parts[2].equals("COMPLETE"));
                int action = actions.indexOf(parts[3]);
                double learned = Double.parseDouble(parts[4]);
                int count = Integer.parseInt(parts[5]);
                if (action >= 0) {
                    value[situation.number()][action] = learned;
                    visits[situation.number()][action] = count;
                }
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException wrong) {
                throw new IllegalArgumentException(
                        "Line %d of the learned values (%s) is not 'PHASE PROGRESS COMPLETE|PARTIAL ACTION VALUE VISITS'."
                                .formatted(i + 1, lines.get(i)),
                        wrong);
            }
        }
        choices = Arrays.stream(visits).flatMapToInt(Arrays::stream).sum();
    }
}
