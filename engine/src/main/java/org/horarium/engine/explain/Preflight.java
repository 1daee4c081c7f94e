package org.horarium.engine.explain;

import java.util.List;
import org.horarium.engine.model.Problem;

/**
 * Finds what is provably impossible before anything is searched for, by counting and matching on the records alone: well
 * under two seconds for 1,500 events.
 *
 * <p>Everything it names is a proof: relaxations of the hard rules (fewer rules, divisible events, exchangeable rooms)
 * that have no solution. It finds many impossibilities, not all of them: silence proves nothing. To keep the list short,
 * an event about which something was proved takes no part in later checks; what else may be wrong with it shows after the
 * first fault is mended.
 */
public final class Preflight {
    private static final int ROUNDS = 10;

    /** A grid with more cells (kinds of weeks × days × slots) than this is too fine for the checks that count slots. */
    private static final int MOST_CELLS = 500_000;

    private Preflight() {}

    /**
     * Checks a problem.
     *
     * @param problem any problem
     * @return every impossibility found, the most specific kinds first; empty when none was found, which proves nothing
     */
    public static List<Impossibility> check(Problem problem) {
        Situation situation = new Situation(problem);
        Report report = new Report();
        Limits limits = new Limits(situation);
        new PinCheck(situation, report).run();
        List<Series> series = Series.all(situation);
        TimeCheck times = new TimeCheck(situation, limits, report);
        StaffCheck staff = new StaffCheck(situation, limits, report, series);
        OrderCheck order = new OrderCheck(situation, report);
        times.groupsAndRooms();
        staff.common();
        order.circles();
        narrow(times, staff);
        PairCheck pairs = new PairCheck(situation, report);
        pairs.gather(Exclusive.all(situation));
        pairs.run();
        for (int round = 0; round < ROUNDS; round++) {
            boolean changed = pairs.settle() | order.chains();
            changed |= times.reportEmpty();
            if (!changed) {
                break;
            }
            narrow(times, staff);
        }
        new DayCheck(situation, report).run();
        new SetCheck(situation, report).run();
        new LimitCheck(situation, limits, report).run();
        if (situation.cells.size() <= MOST_CELLS) {
            new ExclusiveCheck(situation, report).run(Exclusive.all(situation));
            new TeamCheck(situation, limits, report, series).run();
            new EquipmentCheck(situation, report).run();
            new RoomCheck(situation, report).run();
        }
        new SeatCheck(situation, report).run();
        return report.found();
    }

    private static void narrow(TimeCheck times, StaffCheck staff) {
        for (int round = 0; round < ROUNDS; round++) {
            boolean changed = times.people();
            changed |= staff.viable();
            if (!changed) {
                break;
            }
        }
    }
}
