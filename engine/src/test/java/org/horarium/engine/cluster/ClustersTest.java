package org.horarium.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.model.Grid;
import org.horarium.engine.testing.CollegeLike;
import org.horarium.engine.testing.RandomProblem;
import org.junit.jupiter.api.Test;

class ClustersTest {
    private static WeightedGraph graph(CompiledProblem compiled) {
        int[] chain = new int[compiled.students.demands * compiled.students.width];
        Arrays.fill(chain, -1);
        return EventGraph.of(compiled, compiled.staff.pinned(), chain);
    }

    /** Sections of a department share rooms and people, but no students: mostly one community holds one section. */
    @Test
    void sectionsOfADepartmentAreFound() {
        CompiledProblem compiled = CompiledProblem.compile(CollegeLike.of(1, 6));
        Clusters clusters = Clusters.of(graph(compiled), 1);
        assertThat(clusters.count()).isBetween(3, 12);
        assertThat(clusters.modularity()).isGreaterThan(0.5);
        for (int e = 0; e < compiled.events.count(); e++) {
            int own = e;
            String section = compiled.event(own).groups().get(0).replaceAll("[ab]$", "");
            boolean together = Arrays.stream(clusters.members()[clusters.of()[own]])
                            .filter(other ->
                                    compiled.event(other).groups().get(0).startsWith(section))
                            .count()
                    > 1;
            assertThat(together).as("event %s", compiled.event(own).id()).isTrue();
        }
    }

    @Test
    void everyEdgeIsListedAtBothEndsWithTheSameWeight() {
        WeightedGraph graph = graph(CompiledProblem.compile(RandomProblem.of(3, new Grid(2, 5, 8), 40)));
        for (int v = 0; v < graph.nodes(); v++) {
            for (int i = graph.at()[v]; i < graph.at()[v + 1]; i++) {
                int other = graph.to()[i];
                int back = Arrays.binarySearch(graph.to(), graph.at()[other], graph.at()[other + 1], v);
                assertThat(back).isNotNegative();
                assertThat(graph.weight()[back]).isCloseTo(graph.weight()[i], within(1e-9));
            }
        }
    }

    @Test
    void aroundTakesTheClosest() {
        Clusters clusters = Clusters.of(Graphs.twoTriangles(), 1);
        assertThat(clusters.around(0, 3, false)).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(clusters.around(0, 6, true)).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(clusters.around(0, 6, false)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
    }
}
