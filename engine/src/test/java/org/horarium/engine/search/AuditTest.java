package org.horarium.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.model.Plan;
import org.horarium.engine.state.State;
import org.horarium.engine.testing.CollegeLike;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTest {
    private static final long FAR = System.nanoTime() + 3_600_000_000_000L;
    private static final CompiledProblem COLLEGE = CompiledProblem.compile(CollegeLike.of(2, 3));

    @BeforeEach
    void on() {
        System.setProperty(Audit.PROPERTY, "1000");
    }

    @AfterEach
    void off() {
        System.clearProperty(Audit.PROPERTY);
    }

    private static Plan search() {
        return Portfolio.run(COLLEGE, 1, 5, Limits.ofWork(2_000_000, FAR, () -> false), Plan.EMPTY, new Silent())
                .plan();
    }

    @Test
    void findsNothingInASearch() {
        assertThat(search().placements()).hasSize(COLLEGE.events.count());
    }

    @Test
    void findsAScoreThatIsWrong() {
        CompiledProblem compiled = CompiledProblem.compile(CollegeLike.of(2, 3));
        State state = new State(compiled);
        int event = 0;
        Audit audit = new Audit(new MoveContext(state, new Rng(1)));
        audit.after(1000);
        state.place(event, 0, 0);
        compiled.events.timeCosts()[event][0]++;
        audit.after(1001);
        assertThatThrownBy(() -> audit.after(2000))
                .hasMessageContaining("move (2000)", "cost TIME: running 0, recomputed 1");
    }

    @Test
    void isOffUnlessAskedFor() {
        assertThat(new Audit(new MoveContext(new State(COLLEGE), new Rng(1))).isOn())
                .isTrue();
        off();
        assertThat(new Audit(new MoveContext(new State(COLLEGE), new Rng(1))).isOn())
                .isFalse();
    }
}
