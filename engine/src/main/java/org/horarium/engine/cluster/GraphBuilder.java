package org.horarium.engine.cluster;

import java.util.Arrays;
import org.horarium.engine.compile.IntList;

/** Makes a graph node by node; ties to the same neighbour are added up. */
final class GraphBuilder {
    private final int[] at;
    private final double[] loop;
    private final double[] sum;
    private final IntList touched = new IntList();
    private int[] to = new int[64];
    private double[] weight = new double[64];
    private int size;
    private int node;

    GraphBuilder(int nodes) {
        at = new int[nodes + 1];
        loop = new double[nodes];
        sum = new double[nodes];
    }

    /** Adds weight to the edge from the current node to another one. */
    void tie(int other, double amount) {
        if (sum[other] == 0) {
            touched.add(other);
        }
        sum[other] += amount;
    }

    /** Goes on to the next node. */
    void endNode(double ownLoop) {
        int[] neighbours = touched.toArray();
        Arrays.sort(neighbours);
        if (size + neighbours.length > to.length) {
            int length = Math.max(2 * to.length, size + neighbours.length);
            to = Arrays.copyOf(to, length);
            weight = Arrays.copyOf(weight, length);
        }
        for (int other : neighbours) {
            to[size] = other;
            weight[size++] = sum[other];
            sum[other] = 0;
        }
        touched.clear();
        loop[node] = ownLoop;
        at[++node] = size;
    }

    WeightedGraph build() {
        return new WeightedGraph(at, Arrays.copyOf(to, size), Arrays.copyOf(weight, size), loop);
    }
}
