package org.horarium.engine.cluster;

import java.util.Arrays;

/**
 * An undirected graph with weights, as arrays: the neighbours of node v are {@code to[at[v]] … to[at[v + 1] − 1]}. Every
 * edge is listed at both of its ends; a loop is kept apart.
 *
 * @param at first entry of a node; one longer than the number of nodes
 * @param to neighbours
 * @param weight weights, parallel to {@code to}, above 0
 * @param loop weight of the edge from a node to itself, each counted once
 */
public record WeightedGraph(int[] at, int[] to, double[] weight, double[] loop) {
    /** Number of nodes. */
    public int nodes() {
        return loop.length;
    }

    /** Sum of the weights at a node; a loop counts twice. */
    public double degree(int node) {
        double sum = 2 * loop[node];
        for (int i = at[node]; i < at[node + 1]; i++) {
            sum += weight[i];
        }
        return sum;
    }

    /** Sum of the weights of all edges. */
    public double total() {
        return (Arrays.stream(weight).sum()) / 2 + Arrays.stream(loop).sum();
    }

    /**
     * How much more weight lies within communities than chance would put there (Newman and Girvan 2004):
     * {@code Σ over communities of in/m − γ (degree/2m)²}. 0 for a graph without edges.
     *
     * @param community of each node
     * @param resolution γ; 1 is the common definition, more asks for smaller communities
     */
    public double modularity(int[] community, double resolution) {
        double m = total();
        if (m == 0) {
            return 0;
        }
        int count = Arrays.stream(community).max().orElse(-1) + 1;
        double[] inside = new double[count];
        double[] degree = new double[count];
        for (int v = 0; v < nodes(); v++) {
            degree[community[v]] += degree(v);
            inside[community[v]] += loop[v];
            for (int i = at[v]; i < at[v + 1]; i++) {
                inside[community[v]] += community[to[i]] == community[v] ? weight[i] / 2 : 0;
            }
        }
        double modularity = 0;
        for (int c = 0; c < count; c++) {
            double share = degree[c] / (2 * m);
            modularity += inside[c] / m - resolution * share * share;
        }
        return modularity;
    }
}
