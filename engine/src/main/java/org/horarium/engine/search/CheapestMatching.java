package org.horarium.engine.search;

import java.util.Arrays;

/**
 * Gives each row a column of its own so that the costs sum up to the least (Kuhn 1955, the Hungarian method, with potentials
 * and shortest augmenting paths). Arrays grow as needed and are used again.
 */
final class CheapestMatching {
    /** Cost of a pair that must not be. */
    static final double NEVER = 1e15;

    private static final double UNREACHED = Double.MAX_VALUE;

    private double[] rowPrice = {};
    private double[] columnPrice = {};
    private double[] shortest = {};
    private int[] rowOf = {}; // by column + 1
    private int[] before = {};
    private boolean[] done = {};

    /**
     * Solves.
     *
     * @param costs {@code [row * columns + column]}, {@link #NEVER} where the two must not be together
     * @param rows number of rows
     * @param columns number of columns
     * @param columnOf receives the column of each row
     * @return false if there is no matching of all rows
     */
    boolean solve(double[] costs, int rows, int columns, int[] columnOf) {
        if (rows > columns) {
            return false;
        }
        grow(rows, columns);
        Arrays.fill(rowPrice, 0, rows + 1, 0);
        Arrays.fill(columnPrice, 0, columns + 1, 0);
        Arrays.fill(rowOf, 0, columns + 1, 0);
        for (int row = 1; row <= rows; row++) {
            int end = reach(costs, row, columns);
            for (int column = end; column != 0; column = before[column]) {
                rowOf[column] = rowOf[before[column]];
            }
        }
        for (int column = 1; column <= columns; column++) {
            int row = rowOf[column] - 1;
            if (row >= 0) {
                if (costs[row * columns + column - 1] >= NEVER) {
                    return false;
                }
                columnOf[row] = column - 1;
            }
        }
        return true;
    }

    private void grow(int rows, int columns) {
        if (rowPrice.length <= rows) {
            rowPrice = new double[2 * rows + 2];
        }
        if (columnPrice.length <= columns) {
            int size = 2 * columns + 2;
            columnPrice = new double[size];
            shortest = new double[size];
            rowOf = new int[size];
            before = new int[size];
            done = new boolean[size];
        }
    }

    /** The free column at the end of the shortest way from a row; column 0 stands for the row itself. */
    private int reach(double[] costs, int row, int columns) {
        Arrays.fill(shortest, 0, columns + 1, UNREACHED);
        Arrays.fill(done, 0, columns + 1, false);
        rowOf[0] = row;
        int column = 0;
        while (rowOf[column] != 0) {
            done[column] = true;
            int at = rowOf[column];
            int nearest = 0;
            double least = UNREACHED;
            for (int next = 1; next <= columns; next++) {
                if (done[next]) {
                    continue;
                }
                double way = costs[(at - 1) * columns + next - 1] - rowPrice[at] - columnPrice[next];
                if (way < shortest[next]) {
                    shortest[next] = way;
                    before[next] = column;
                }
                if (shortest[next] < least) {
                    least = shortest[next];
                    nearest = next;
                }
            }
            for (int next = 0; next <= columns; next++) {
                if (done[next]) {
                    rowPrice[rowOf[next]] += least;
                    columnPrice[next] -= least;
                } else {
                    shortest[next] -= least;
                }
            }
            column = nearest;
        }
        return column;
    }
}
