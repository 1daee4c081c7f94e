package org.horarium.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Communities and modularities that are known, by hand or from the literature. */
class LouvainTest {
    /** 2 · (3/7 − (7/14)²) = 6/7 − 1/2. */
    @Test
    void modularityOfTwoTriangles() {
        WeightedGraph graph = Graphs.twoTriangles();
        assertThat(graph.total()).isEqualTo(7);
        assertThat(graph.modularity(new int[] {0, 0, 0, 1, 1, 1}, 1)).isCloseTo(6 / 7.0 - 0.5, within(1e-12));
        assertThat(graph.modularity(new int[6], 1)).isCloseTo(0, within(1e-12));
        // alone: − Σ (degree/14)² = − (4 · 4 + 2 · 9)/196
        assertThat(graph.modularity(new int[] {0, 1, 2, 3, 4, 5}, 1)).isCloseTo(-34 / 196.0, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsTwoTriangles(long seed) {
        assertThat(Louvain.communities(Graphs.twoTriangles(), 1, seed)).containsExactly(0, 0, 0, 1, 1, 1);
    }

    /** Each clique alone is best for resolution 4; with 1, neighbours are joined (Fortunato and Barthélemy 2007). */
    @Test
    void ringOfCliques() {
        WeightedGraph graph = Graphs.ringOfCliques(30);
        int[] alone = new int[150];
        Arrays.setAll(alone, v -> v / 5);
        assertThat(graph.modularity(alone, 1)).isCloseTo(0.8758, within(0.0001));
        assertThat(Louvain.communities(graph, 4, 1)).containsExactly(alone);
        assertThat(graph.modularity(Louvain.communities(graph, 1, 1), 1)).isGreaterThan(0.8758);
    }

    /** The best division has modularity 0.4198 and four communities (Brandes and others 2008). */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void karateClub(long seed) {
        WeightedGraph graph = Graphs.karateClub();
        assertThat(graph.total()).isEqualTo(78);
        assertThat(graph.degree(33)).isEqualTo(17);
        assertThat(graph.degree(0)).isEqualTo(16);
        int[] communities = Louvain.communities(graph, 1, seed);
        assertThat(graph.modularity(communities, 1)).isBetween(0.39, 0.4198);
        assertThat(Arrays.stream(communities).distinct().count()).isBetween(3L, 5L);
    }

    @Test
    void sameSeedSameCommunities() {
        WeightedGraph graph = Graphs.karateClub();
        assertThat(Louvain.communities(graph, 1, 42)).containsExactly(Louvain.communities(graph, 1, 42));
    }

    @Test
    void nodesWithoutEdgesStayAlone() {
        WeightedGraph graph = Graphs.of(4, new int[][] {{1, 2}});
        assertThat(Louvain.communities(graph, 1, 1)).containsExactly(0, 1, 1, 2);
        WeightedGraph empty = Graphs.of(3, new int[][] {});
        assertThat(empty.modularity(Louvain.communities(empty, 1, 1), 1)).isZero();
        assertThat(Louvain.communities(Graphs.of(0, new int[][] {}), 1, 1)).isEmpty();
    }
}
