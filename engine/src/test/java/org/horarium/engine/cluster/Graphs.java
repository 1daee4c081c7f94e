package org.horarium.engine.cluster;

/** Small graphs whose communities are known. */
final class Graphs {
    /** A person, and the friends with higher numbers. */
    private static final int[][] KARATE = {
        {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 18, 20, 22, 32},
        {2, 3, 4, 8, 14, 18, 20, 22, 31},
        {3, 4, 8, 9, 10, 14, 28, 29, 33},
        {4, 8, 13, 14},
        {5, 7, 11},
        {6, 7, 11, 17},
        {7, 17},
        {9, 31, 33, 34},
        {10, 34},
        {14, 34},
        {15, 33, 34},
        {16, 33, 34},
        {19, 33, 34},
        {20, 34},
        {21, 33, 34},
        {23, 33, 34},
        {24, 26, 28, 30, 33, 34},
        {25, 26, 28, 32},
        {26, 32},
        {27, 30, 34},
        {28, 34},
        {29, 32, 34},
        {30, 33, 34},
        {31, 33, 34},
        {32, 33, 34},
        {33, 34}
    };

    private Graphs() {}

    /** Edges {from, to} of weight 1. */
    static WeightedGraph of(int nodes, int[][] edges) {
        GraphBuilder builder = new GraphBuilder(nodes);
        for (int v = 0; v < nodes; v++) {
            for (int[] edge : edges) {
                if (edge[0] == v) {
                    builder.tie(edge[1], 1);
                } else if (edge[1] == v) {
                    builder.tie(edge[0], 1);
                }
            }
            builder.endNode(0);
        }
        return builder.build();
    }

    /** Two triangles with one edge between them. */
    static WeightedGraph twoTriangles() {
        return of(6, new int[][] {{0, 1}, {1, 2}, {0, 2}, {3, 4}, {4, 5}, {3, 5}, {2, 3}});
    }

    /** Cliques of five in a ring, neighbours joined by one edge. */
    static WeightedGraph ringOfCliques(int cliques) {
        int[][] edges = new int[cliques * 11][];
        int count = 0;
        for (int c = 0; c < cliques; c++) {
            for (int a = 0; a < 5; a++) {
                for (int b = a + 1; b < 5; b++) {
                    edges[count++] = new int[] {5 * c + a, 5 * c + b};
                }
            }
            edges[count++] = new int[] {5 * c, (5 * c + 6) % (5 * cliques)};
        }
        return of(5 * cliques, edges);
    }

    /** Zachary's karate club (1977): 34 people, 78 friendships. */
    static WeightedGraph karateClub() {
        int[][] edges = new int[78][];
        int count = 0;
        for (int[] row : KARATE) {
            for (int i = 1; i < row.length; i++) {
                edges[count++] = new int[] {row[0] - 1, row[i] - 1};
            }
        }
        return of(34, edges);
    }
}
