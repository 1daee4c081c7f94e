package org.horarium.bench;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.horarium.assessment.AssessmentPlanner;
import org.horarium.assessment.Goal;
import org.horarium.assessment.GoalLevel;
import org.horarium.assessment.Outcome;
import org.horarium.assessment.PlanListener;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.sample.CentreGenerator;
import org.horarium.assessment.sample.CentreShape;
import org.horarium.formats.assessment.CentreReader;
import org.horarium.formats.assessment.ExampleCentre;

/** Assessment centres: the shipped ones and generated ones. They have no peer to run, so the bound is what we stand beside. */
final class AssessmentSuite {
    static final String NAME = "assessment";

    private final Limits limits;
    private final List<String> only;

    /** @param only names of the centres to plan; empty for all */
    AssessmentSuite(Limits limits, List<String> only) {
        this.limits = limits;
        this.only = only;
    }

    private static Map<String, Centre> centres() {
        Map<String, Centre> centres = new LinkedHashMap<>();
        for (ExampleCentre example : ExampleCentre.values()) {
            centres.put(example.file().replace(".json", ""), CentreReader.read(example.json()));
        }
        plain(centres, 12, 8, 6, 2);
        plain(centres, 24, 8, 8, 2);
        plain(centres, 48, 16, 12, 2);
        plain(centres, 96, 24, 20, 3);
        rich(centres, 12, 8, 6, 2);
        rich(centres, 24, 8, 8, 2);
        rich(centres, 48, 16, 12, 3);
        rich(centres, 96, 24, 20, 4);
        return centres;
    }

    private static void plain(Map<String, Centre> centres, int participants, int assessors, int rooms, int days) {
        centres.put(
                "plain-" + participants,
                CentreGenerator.generate(CentreShape.plain(participants, assessors, rooms, days), 1));
    }

    private static void rich(Map<String, Centre> centres, int participants, int assessors, int rooms, int days) {
        for (long seed = 1; seed <= 3; seed++) {
            centres.put(
                    "rich-" + participants + "-" + seed,
                    CentreGenerator.generate(CentreShape.rich(participants, assessors, rooms, days), seed));
        }
    }

    /** The table with its command, machine and date above, as Markdown. */
    String markdown(String command) {
        Table table = new Table(
                "centre",
                "participants",
                "assessors",
                "rooms",
                "days",
                "first plan (s)",
                "end proven (s)",
                "end",
                "end (min)",
                "bound (min)",
                "gap",
                "balance (bound)",
                "idle rooms");
        centres().forEach((name, centre) -> {
            if (only.isEmpty() || only.contains(name)) {
                System.err.printf("%s ...%n", name);
                row(table, name, centre);
            }
        });
        AssessmentAnswers answers = new AssessmentAnswers(limits.threads(), limits.seed());
        return "`%s`%n%n%s, %s.%n%n%s%n%nRepair on the day, 24 participants:%n%n%s%n%nNo plan:%n%n%s"
                .formatted(command, Machine.describe(), LocalDate.now(), table, answers.repairs(), answers.refusals());
    }

    private void row(Table table, String name, Centre centre) {
        Watch watch = new Watch();
        Outcome outcome = AssessmentPlanner.plan(
                centre,
                new org.horarium.assessment.Limits(limits.time().toSeconds(), limits.threads(), limits.seed(), true),
                watch);
        String[] size = {
            name,
            Integer.toString(centre.participants().size()),
            Integer.toString(centre.assessors().size()),
            Integer.toString(centre.rooms().size()),
            Integer.toString(centre.days().size())
        };
        if (outcome instanceof Outcome.Planned planned) {
            GoalLevel end = planned.summary().level(Goal.END);
            GoalLevel balance = planned.summary().level(Goal.BALANCE);
            table.add(
                    size[0],
                    size[1],
                    size[2],
                    size[3],
                    size[4],
                    seconds(watch.first),
                    end.proven() ? seconds(watch.proven) : "–",
                    planned.plan().end().toString().replace('T', ' '),
                    Integer.toString(end.minutes()),
                    Integer.toString(end.bound()),
                    Table.gap(end.minutes(), (long) end.bound()),
                    balance.minutes() + " (" + balance.bound() + ")",
                    Integer.toString(planned.summary().measures().idleMinutes()));
        } else if (outcome instanceof Outcome.Refused refused) {
            String code = refused.failure().code().toString();
            table.add(size[0], size[1], size[2], size[3], size[4], "–", "–", code, "–", "–", "–", "–", "–");
        }
    }

    private static String seconds(double seconds) {
        return seconds < 0 ? "–" : String.format(Locale.ROOT, "%.2f", seconds);
    }

    /** Notes when the first plan came, and when its end was proven. */
    private static final class Watch implements PlanListener {
        private double first = -1;
        private double proven = -1;

        @Override
        public void progress(Progress p) {
            if (p.end() != null && first < 0) {
                first = p.seconds();
            }
            if (p.end() != null && p.end().equals(p.earliestEnd()) && proven < 0) {
                proven = p.seconds();
            }
        }
    }
}
