package org.horarium.engine.explain;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Maximum flow by Dinic's algorithm (E. A. Dinic, 1970), on a network that is built edge by edge. On the two-layered
 * networks here with unit capacities it is the algorithm of Hopcroft and Karp. A graph library was weighed: it would box
 * every node and edge of networks with some hundred thousand edges, for what is one page of code.
 */
final class MaxFlow {
    private final int[] firstEdge;
    private final int[] level;
    private final int[] nextEdge;
    private int[] target = new int[64];
    private int[] sibling = new int[64];
    private long[] residual = new long[64];
    private int edges;

    /** A network without edges; nodes are numbered from 0. */
    MaxFlow(int nodes) {
        firstEdge = new int[nodes];
        level = new int[nodes];
        nextEdge = new int[nodes];
        Arrays.fill(firstEdge, -1);
    }

    void edge(int from, int to, long capacity) {
        half(from, to, capacity);
        half(to, from, 0);
    }

    private void half(int from, int to, long capacity) {
        if (edges == target.length) {
            target = Arrays.copyOf(target, edges * 2);
            sibling = Arrays.copyOf(sibling, edges * 2);
            residual = Arrays.copyOf(residual, edges * 2);
        }
        target[edges] = to;
        residual[edges] = capacity;
        sibling[edges] = firstEdge[from];
        firstEdge[from] = edges++;
    }

    /** The value of a maximum flow. To be called once. */
    long run(int source, int sink) {
        long flow = 0;
        while (layers(source, sink)) {
            System.arraycopy(firstEdge, 0, nextEdge, 0, firstEdge.length);
            long pushed;
            while ((pushed = push(source, sink, Long.MAX_VALUE)) > 0) {
                flow += pushed;
            }
        }
        return flow;
    }

    private boolean layers(int source, int sink) {
        Arrays.fill(level, -1);
        level[source] = 0;
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(source);
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int edge = firstEdge[node]; edge >= 0; edge = sibling[edge]) {
                if (residual[edge] > 0 && level[target[edge]] < 0) {
                    level[target[edge]] = level[node] + 1;
                    queue.add(target[edge]);
                }
            }
        }
        return level[sink] >= 0;
    }

    private long push(int node, int sink, long limit) {
        if (node == sink) {
            return limit;
        }
        for (; nextEdge[node] >= 0; nextEdge[node] = sibling[nextEdge[node]]) {
            int edge = nextEdge[node];
            if (residual[edge] > 0 && level[target[edge]] == level[node] + 1) {
                long pushed = push(target[edge], sink, Math.min(limit, residual[edge]));
                if (pushed > 0) {
                    residual[edge] -= pushed;
                    residual[edge ^ 1] += pushed;
                    return pushed;
                }
            }
        }
        return 0;
    }

    /** After {@link #run}: the nodes on the source's side of a minimum cut. */
    BitSet sourceSide() {
        BitSet side = new BitSet(level.length);
        for (int node = 0; node < level.length; node++) {
            if (level[node] >= 0) {
                side.set(node);
            }
        }
        return side;
    }
}
