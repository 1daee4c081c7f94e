package org.horarium.server.timetable.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.horarium.engine.edit.Choice;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.approval.Workflow;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.Revisions;
import org.horarium.server.testing.TinyCollege;
import org.horarium.server.timetable.NewRevision;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.Timetables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two hundred random edits of every kind, taken back one by one: what the revision holds is what it held before. */
@IntegrationTest
class UndoIT {
    private static final int EDITS = 200;

    @Autowired
    Boards boards;

    @Autowired
    Timetables timetables;

    @Autowired
    Schedules schedules;

    @Autowired
    Workflow workflow;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void college(@Autowired Colleges colleges) {
        colleges.insert(TinyCollege.college());
    }

    private String hash(long revision) {
        return jdbc.sql("select revision_content_hash(?)")
                .param(revision)
                .query(String.class)
                .single();
    }

    @Test
    void undoOfTwoHundredRandomEditsRestoresTheContentHash() {
        ScheduleId schedule =
                new Revisions(timetables, schedules, workflow).schedule("CSE").id();
        CollegeProblem problem = CollegeProblem.of(schedules.college(schedule));
        Solution solution = Solver.standard()
                .solve(
                        problem.problem(),
                        new SolverOptions(Duration.ofMinutes(1), 1, 1, Effort.ofWork(2_000_000)),
                        event -> {},
                        new StopSignal());
        long id = timetables.save(NewRevision.of(
                schedule,
                null,
                problem.college(),
                problem.activities(),
                problem.timetables().timetable(solution)));
        Revision first = timetables.find(id).orElseThrow();
        String before = hash(id);
        Random random = new Random(7);
        for (int i = 0; i < EDITS; i++) {
            edit(schedule, timetables.find(id).orElseThrow(), random);
        }
        String edited = hash(id);
        assertThat(edited).isNotEqualTo(before);
        assertThat(boards.history(first, 2 * EDITS)).hasSize(EDITS);
        for (int i = 0; i < EDITS; i++) {
            boards.undo(
                    Revisions.DEAN,
                    schedule,
                    first.number(),
                    timetables.find(id).orElseThrow().version(),
                    false);
        }
        assertThat(hash(id)).isEqualTo(before);
        Revision undone = timetables.find(id).orElseThrow();
        assertThat(undone.total()).isEqualTo(first.total());
        assertThat(undone.costs()).isEqualTo(first.costs());
        assertThat(undone.status()).isEqualTo(first.status());
        assertThat(boards.acknowledged(undone)).isEmpty();
        for (int i = 0; i < EDITS; i++) {
            boards.undo(
                    Revisions.DEAN,
                    schedule,
                    first.number(),
                    timetables.find(id).orElseThrow().version(),
                    true);
        }
        assertThat(hash(id)).as("and redo brings all of it back").isEqualTo(edited);
    }

    private void edit(ScheduleId schedule, Revision now, Random random) {
        OpenDraft draft = boards.open(schedule, now.number(), Revisions.DEAN);
        List<String> all =
                draft.problem().activities().stream().map(a -> a.id()).toList();
        String activity = all.get(random.nextInt(all.size()));
        List<Choice> choices = draft.times(activity);
        boolean placed = draft.places().containsKey(activity);
        switch (random.nextInt(4)) {
            case 0 -> {
                if (placed) {
                    boards.park(Revisions.DEAN, schedule, now.number(), now.version(), activity);
                    return;
                }
            }
            case 1 -> {
                if (placed) {
                    boards.change(
                            Revisions.DEAN,
                            schedule,
                            now.number(),
                            now.version(),
                            EditKind.REPAIR,
                            List.of(),
                            Set.of(activity),
                            "Left out " + random.nextInt());
                    return;
                }
            }
            default -> {
                // a move, which is an override wherever it breaks a rule
            }
        }
        PlacedActivity to =
                draft.placed(choices.get(random.nextInt(choices.size())).placement());
        boards.move(Revisions.DEAN, schedule, now.number(), now.version(), List.of(to), "Insisted " + random.nextInt());
    }
}
