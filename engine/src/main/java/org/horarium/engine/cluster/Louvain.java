package org.horarium.engine.cluster;

import java.util.Arrays;
import java.util.Random;

/**
 * Community detection after Blondel, Guillaume, Lambiotte and Lefebvre ("Fast unfolding of communities in large networks",
 * 2008): every node in turn joins the neighbouring community that raises the modularity most, until none does; then the
 * communities become the nodes of a smaller graph and it starts again.
 *
 * <p>The order of the nodes is random by a seed, of equal gains the lower number wins: the same graph, resolution and seed
 * give the same communities. About linear in the number of edges.
 */
public final class Louvain {
    /** Gains below this are rounding. */
    private static final double LEAST_GAIN = 1e-12;

    private Louvain() {}

    /**
     * Finds communities.
     *
     * @param graph the graph
     * @param resolution γ of {@link WeightedGraph#modularity}; 1 is common, more gives smaller communities
     * @param seed of the order of nodes
     * @return the community of each node, numbered from 0 in the order of their lowest nodes
     */
    public static int[] communities(WeightedGraph graph, double resolution, long seed) {
        Random random = new Random(seed);
        int[] result = new int[graph.nodes()];
        for (int v = 0; v < result.length; v++) {
            result[v] = v;
        }
        WeightedGraph level = graph;
        while (true) {
            int[] joined = join(level, resolution, random);
            int count = renumber(joined);
            for (int v = 0; v < result.length; v++) {
                result[v] = joined[result[v]];
            }
            if (count == level.nodes()) {
                renumber(result);
                return result;
            }
            level = contract(level, joined, count);
        }
    }

    /** The phase in which single nodes move. */
    private static int[] join(WeightedGraph graph, double resolution, Random random) {
        int nodes = graph.nodes();
        double twiceTotal = 2 * graph.total();
        int[] community = new int[nodes];
        int[] order = new int[nodes];
        double[] degree = new double[nodes];
        double[] degreeOf = new double[nodes]; // by community
        for (int v = 0; v < nodes; v++) {
            community[v] = v;
            order[v] = v;
            degree[v] = graph.degree(v);
            degreeOf[v] = degree[v];
        }
        shuffle(order, random);
        double[] tie = new double[nodes]; // weight from the node to a community
        int[] touched = new int[nodes];
        boolean moved = twiceTotal > 0;
        while (moved) {
            moved = false;
            for (int v : order) {
                int own = community[v];
                int count = ties(graph, v, community, tie, touched);
                degreeOf[own] -= degree[v];
                int best = own;
                double bestGain = tie[own] - resolution * degree[v] * degreeOf[own] / twiceTotal;
                for (int i = 0; i < count; i++) {
                    int other = touched[i];
                    double gain = tie[other] - resolution * degree[v] * degreeOf[other] / twiceTotal;
                    boolean better = gain > bestGain + LEAST_GAIN;
                    boolean equal = best != own && Math.abs(gain - bestGain) <= LEAST_GAIN && other < best;
                    if (better || equal) {
                        best = other;
                        bestGain = gain;
                    }
                }
                degreeOf[best] += degree[v];
                community[v] = best;
                moved |= best != own;
                tie[own] = 0;
                for (int i = 0; i < count; i++) {
                    tie[touched[i]] = 0;
                }
            }
        }
        return community;
    }

    /** Adds up the weights from a node to the communities around it; returns how many there are. */
    private static int ties(WeightedGraph graph, int node, int[] community, double[] tie, int[] touched) {
        int count = 0;
        for (int i = graph.at()[node]; i < graph.at()[node + 1]; i++) {
            int other = community[graph.to()[i]];
            if (tie[other] == 0) {
                touched[count++] = other;
            }
            tie[other] += graph.weight()[i];
        }
        return count;
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    /** Numbers communities from 0 in the order of their first nodes; returns how many there are. */
    private static int renumber(int[] community) {
        int[] number = new int[community.length];
        Arrays.fill(number, -1);
        int count = 0;
        for (int v = 0; v < community.length; v++) {
            if (number[community[v]] < 0) {
                number[community[v]] = count++;
            }
            community[v] = number[community[v]];
        }
        return count;
    }

    /** The graph whose nodes are the communities. */
    private static WeightedGraph contract(WeightedGraph graph, int[] community, int count) {
        GraphBuilder builder = new GraphBuilder(count);
        int[] size = new int[count + 1];
        for (int c : community) {
            size[c + 1]++;
        }
        for (int c = 0; c < count; c++) {
            size[c + 1] += size[c];
        }
        int[] next = size.clone();
        int[] members = new int[community.length];
        for (int v = 0; v < community.length; v++) {
            members[next[community[v]]++] = v;
        }
        for (int c = 0; c < count; c++) {
            double loop = 0;
            for (int m = size[c]; m < size[c + 1]; m++) {
                int v = members[m];
                loop += graph.loop()[v];
                for (int i = graph.at()[v]; i < graph.at()[v + 1]; i++) {
                    int other = community[graph.to()[i]];
                    if (other == c) {
                        loop += graph.weight()[i] / 2;
                    } else {
                        builder.tie(other, graph.weight()[i]);
                    }
                }
            }
            builder.endNode(loop);
        }
        return builder.build();
    }
}
