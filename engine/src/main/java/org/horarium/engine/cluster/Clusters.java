package org.horarium.engine.cluster;

import org.horarium.engine.compile.IntList;

/**
 * The communities of a graph of events.
 *
 * @param graph the graph
 * @param of community of each event
 * @param members events of each community, ascending
 * @param modularity of the division
 */
public record Clusters(WeightedGraph graph, int[] of, int[][] members, double modularity) {
    /** Communities of a graph by {@link Louvain}, with its common resolution. */
    public static Clusters of(WeightedGraph graph, long seed) {
        int[] community = Louvain.communities(graph, 1, seed);
        int count = 0;
        for (int c : community) {
            count = Math.max(count, c + 1);
        }
        IntList[] lists = new IntList[count];
        for (int c = 0; c < count; c++) {
            lists[c] = new IntList();
        }
        for (int v = 0; v < community.length; v++) {
            lists[community[v]].add(v);
        }
        int[][] members = new int[count][];
        for (int c = 0; c < count; c++) {
            members[c] = lists[c].toArray();
        }
        return new Clusters(graph, community, members, graph.modularity(community, 1));
    }

    /** Number of communities. */
    public int count() {
        return members.length;
    }

    /**
     * Events that belong most closely together around one: each next one has the strongest ties to those taken (Prim's
     * order).
     *
     * @param start the first
     * @param most how many at most; fewer where nothing more is tied to them
     * @param within whether only events of the same community are taken
     */
    public int[] around(int start, int most, boolean within) {
        double[] tie = new double[graph.nodes()];
        boolean[] taken = new boolean[graph.nodes()];
        IntList reached = new IntList();
        IntList result = new IntList();
        int next = start;
        while (next >= 0 && result.size() < most) {
            taken[next] = true;
            result.add(next);
            for (int i = graph.at()[next]; i < graph.at()[next + 1]; i++) {
                int other = graph.to()[i];
                if (!taken[other] && (!within || of[other] == of[start])) {
                    if (tie[other] == 0) {
                        reached.add(other);
                    }
                    tie[other] += graph.weight()[i];
                }
            }
            next = -1;
            for (int i = 0; i < reached.size(); i++) {
                int other = reached.get(i);
                if (!taken[other] && (next < 0 || tie[other] > tie[next])) {
                    next = other;
                }
            }
        }
        return result.toArray();
    }
}
