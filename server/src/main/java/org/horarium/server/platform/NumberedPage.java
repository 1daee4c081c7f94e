package org.horarium.server.platform;

import java.util.List;

/**
 * A part of a list for people: a page with a number.
 *
 * @param rows of this page
 * @param number from 1
 * @param total number of rows of all pages
 */
public record NumberedPage<T>(List<T> rows, int number, long total) {
    /** Rows of a page. */
    public static final int SIZE = 25;

    public NumberedPage {
        rows = List.copyOf(rows);
    }

    /**
     * Where a page begins.
     *
     * @param number the page, from 1
     * @param offset rows before it
     */
    public record Place(int number, long offset) {}

    /**
     * The page that is meant.
     *
     * @param number as asked for; outside of the list, the nearest that there is
     * @param total number of rows of all pages
     */
    public static Place place(int number, long total) {
        int inside = Math.max(1, Math.min(number, pages(total)));
        return new Place(inside, (long) (inside - 1) * SIZE);
    }

    /** How many pages there are, at least one. */
    public int pages() {
        return pages(total);
    }

    /** Number of the first row of the page among all, from 1; 0 when there is none. */
    public long first() {
        return total == 0 ? 0 : (long) (number - 1) * SIZE + 1;
    }

    /** Number of the last row of the page among all. */
    public long last() {
        return (long) (number - 1) * SIZE + rows.size();
    }

    private static int pages(long total) {
        return (int) Math.max(1, (total + SIZE - 1) / SIZE);
    }
}
