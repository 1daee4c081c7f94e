package org.horarium.server.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.util.List;
import org.horarium.server.timetable.PlacedActivity.Weeks;
import org.horarium.server.timetable.WeekGrid.Card;
import org.horarium.server.timetable.WeekGrid.Cell;
import org.horarium.server.timetable.WeekGrid.Row;
import org.junit.jupiter.api.Test;

class WeekGridBuilderTest {
    private final WeekGridBuilder builder = new WeekGridBuilder(Frames.SMALL);

    @Test
    void anEmptyWeekHasAFreeCellForEachSlotAndTheBreakAsARow() {
        WeekGrid grid = builder.build(List.of());

        assertThat(grid.rows()).extracting(Row::pause).containsExactly(null, null, "Lunch", null, null);
        assertThat(grid.rows()).extracting(r -> r.cells().size()).containsExactly(2, 2, 0, 2, 2);
        assertThat(grid.isEmpty()).isTrue();
    }

    @Test
    void aLongActivityCoversRowsAndItsDayHasNoCellBelow() {
        WeekGrid grid = builder.build(List.of(Frames.lab("S1", DayOfWeek.MONDAY, 3, 2, Weeks.EVERY, "R1", "P1")));

        Cell cell = grid.rows().get(3).cells().get(0);
        assertThat(cell.rows()).isEqualTo(2);
        assertThat(grid.rows().get(4).cells()).extracting(Cell::day).containsExactly(DayOfWeek.TUESDAY);
        Card card = cell.cards().get(0);
        assertThat(card.title()).isEqualTo("Databases, lab");
        assertThat(card.group()).isEqualTo("Lab group 1");
        assertThat(card.room()).isEqualTo("Room 1");
        assertThat(card.people()).containsExactly("Ada Byron");
        assertThat(card.start()).hasToString("12:00");
        assertThat(card.end()).hasToString("14:00");
    }

    @Test
    void aAndBWeeksStandSideBySideWithALeft() {
        WeekGrid grid = builder.build(List.of(
                Frames.lab("S2", DayOfWeek.MONDAY, 1, 2, Weeks.B, "R1", "P1"),
                Frames.lab("S1", DayOfWeek.MONDAY, 1, 2, Weeks.A, "R1", "P1")));

        Cell cell = grid.rows().get(0).cells().get(0);
        assertThat(cell.lanes()).isEqualTo(2);
        assertThat(cell.cards()).extracting(Card::weeks).containsExactly(Weeks.A, Weeks.B);
        assertThat(cell.cards()).extracting(Card::lane).containsExactly(1, 2);
    }

    @Test
    void activitiesThatOverlapThroughAnotherShareOneCell() {
        PlacedActivity early = Frames.lab("S1", DayOfWeek.TUESDAY, 3, 1, Weeks.EVERY, "R1", "P1");
        PlacedActivity whole = Frames.lab("S2", DayOfWeek.TUESDAY, 3, 2, Weeks.EVERY, "R2", "P2");
        PlacedActivity late = Frames.lecture(DayOfWeek.TUESDAY, 4, "R1", "P1");

        Cell cell =
                builder.build(List.of(late, whole, early)).rows().get(3).cells().get(1);

        assertThat(cell.rows()).isEqualTo(2);
        assertThat(cell.lanes()).isEqualTo(2);
        assertThat(cell.cards())
                .extracting(Card::activity, Card::row, Card::height, Card::lane)
                .containsExactlyInAnyOrder(
                        tuple("db-lab/S1/1", 1, 1, 1), tuple("db-lab/S2/1", 1, 2, 2), tuple("db-lecture/S/1", 2, 1, 1));
    }

    @Test
    void anActivityAcrossABreakIsCutInTheTableAndListedOnce() {
        WeekGrid grid = builder.build(List.of(Frames.lab("S1", DayOfWeek.MONDAY, 2, 2, Weeks.EVERY, "R1", "P1")));

        assertThat(grid.rows().get(1).cells().get(0).cards()).hasSize(1);
        assertThat(grid.rows().get(3).cells().get(0).cards()).hasSize(1);
        assertThat(grid.cards(DayOfWeek.MONDAY)).hasSize(1);
    }

    @Test
    void theWeekOfAGroupHoldsWhatItsPartsAttend() {
        PlacedActivity lab = Frames.lab("S1", DayOfWeek.MONDAY, 1, 1, Weeks.EVERY, "R1", "P1");

        assertThat(Perspective.GROUP.concerns(lab, Perspective.GROUP.related(Frames.SMALL, "B")))
                .isTrue();
        assertThat(Perspective.GROUP.concerns(lab, Perspective.GROUP.related(Frames.SMALL, "S1")))
                .isTrue();
        assertThat(Perspective.GROUP.concerns(lab, Perspective.GROUP.related(Frames.SMALL, "S2")))
                .isFalse();
    }
}
