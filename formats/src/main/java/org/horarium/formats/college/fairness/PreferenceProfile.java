package org.horarium.formats.college.fairness;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.horarium.formats.college.Preference;

/**
 * How a timetable meets what people said they would like: the fairness report. Only people who said something are in it.
 *
 * @param people one entry for each of them, in the order of the college's personnel
 * @param byBucket how many sessions they were given, by what they had said of them, in the order of the buckets; sessions
 *     that they had not ranked are counted in {@code unranked}
 * @param unranked see {@code byBucket}
 * @param envyPairs ordered pairs of people of whom the first could give everything the second was given, and would rather
 */
public record PreferenceProfile(
        List<Satisfaction> people, Map<Preference.Bucket, Integer> byBucket, int unranked, int envyPairs) {
    /** Of {@link Satisfaction#satisfaction()}: everything as good as it can be. */
    public static final int FULL = 10_000;

    /**
     * The leximin order: the worst-off of both are compared first, then the next, and at last the sums; the better profile
     * is the greater one. Meant for timetables of the same college.
     */
    public static final Comparator<PreferenceProfile> LEXIMIN = PreferenceProfile::compareLeximin;

    public PreferenceProfile {
        people = List.copyOf(people);
        byBucket = Map.copyOf(byBucket);
    }

    /**
     * One person.
     *
     * @param person id
     * @param sessions given to them
     * @param satisfaction what the sessions are worth to them against the best that as many could be, in ten-thousandths;
     *     {@value #FULL} for nobody's sessions
     * @param liked sessions that they prefer or strongly prefer
     * @param wanted whether they prefer or strongly prefer anything at all
     */
    public record Satisfaction(String person, int sessions, int satisfaction, int liked, boolean wanted) {
        /** Whether they asked for something and got nothing of it. */
        public boolean isEmptyHanded() {
            return wanted && liked == 0 && sessions > 0;
        }
    }

    /** The person who is worst off, the first of several; {@code FULL} satisfied nobody when there are none. */
    public int worst() {
        return people.stream().mapToInt(Satisfaction::satisfaction).min().orElse(FULL);
    }

    /** The people who are as badly off as anybody. */
    public List<Satisfaction> worstOff() {
        int worst = worst();
        return people.stream().filter(person -> person.satisfaction() == worst).toList();
    }

    /** The satisfaction below which a tenth of the people are: the value at rank ⌈n / 10⌉ from below. */
    public int tenthPercentile() {
        List<Integer> sorted = sorted();
        return sorted.isEmpty() ? FULL : sorted.get((sorted.size() + 9) / 10 - 1);
    }

    /** Mean satisfaction, rounded down. */
    public int mean() {
        return (int)
                people.stream().mapToInt(Satisfaction::satisfaction).average().orElse(FULL);
    }

    /** The Gini index of the satisfactions in ten-thousandths: 0 when all are equal. */
    public int gini() {
        List<Integer> sorted = sorted();
        long sum = 0;
        long weighted = 0;
        for (int i = 0; i < sorted.size(); i++) {
            sum += sorted.get(i);
            weighted += (long) (2 * (i + 1) - sorted.size() - 1) * sorted.get(i);
        }
        return sum == 0 ? 0 : (int) (FULL * weighted / (sum * sorted.size()));
    }

    /** How many asked for something and got nothing of it. */
    public long emptyHanded() {
        return people.stream().filter(Satisfaction::isEmptyHanded).count();
    }

    private List<Integer> sorted() {
        return people.stream().map(Satisfaction::satisfaction).sorted().toList();
    }

    private int compareLeximin(PreferenceProfile other) {
        List<Integer> mine = sorted();
        List<Integer> theirs = other.sorted();
        for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
            int order = Integer.compare(mine.get(i), theirs.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(mine.size(), theirs.size());
    }
}
