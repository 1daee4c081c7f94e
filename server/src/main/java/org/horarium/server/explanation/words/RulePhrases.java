package org.horarium.server.explanation.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.exact.Rule;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.SameStaff;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.explanation.Phrase;
import org.jspecify.annotations.Nullable;

/** Says the hard rules that a college makes (see {@code CollegeConstraints}). */
final class RulePhrases {
    private final Vocabulary names;
    private final Map<String, Constraint> constraints = new HashMap<>();

    RulePhrases(CollegeProblem college, Vocabulary names) {
        this.names = names;
        college.problem().constraints().forEach(constraint -> constraints.put(constraint.id(), constraint));
    }

    /** A rule; of limits for one person. */
    Phrase phrase(Rule rule) {
        Constraint constraint = constraints.get(rule.id());
        if (constraint instanceof CalendarConstraint calendar) {
            return Phrase.of("explanation.rule." + limit(calendar), names.person(rule.part()), number(calendar));
        } else if (constraint instanceof MinDaysBetween between) {
            return Phrase.of("explanation.rule.days-between", some(between.events()), between.days());
        } else if (constraint instanceof Distribution order) {
            return Phrase.of(
                    "explanation.rule.after",
                    names.event(order.events().get(0)),
                    names.event(order.events().get(order.events().size() - 1)));
        } else if (constraint instanceof Cumulative thing) {
            return Phrase.of("explanation.rule.equipment", thing.name(), thing.capacity());
        } else if (constraint instanceof SameStaff same) {
            return Phrase.of("explanation.rule.same-staff", some(same.events()), same.role());
        }
        return Phrase.of("explanation.rule.other", rule.id());
    }

    String some(List<String> events) {
        return Vocabulary.some(events.stream().map(names::event).toList());
    }

    /** The limit of a person that a calendar rule comes from: last part of a message key. */
    static String limit(CalendarConstraint calendar) {
        if (calendar.rule() instanceof CalendarRule.MaxSlotsPerWeek) {
            return "week-load";
        }
        return calendar.rule() instanceof CalendarRule.MaxSlotsPerDay ? "day-load" : "days";
    }

    /** How much a limit allows; 0 for a rule that is none. */
    static int number(@Nullable Constraint constraint) {
        if (constraint instanceof CalendarConstraint calendar) {
            if (calendar.rule() instanceof CalendarRule.MaxSlotsPerWeek max) {
                return max.slots();
            } else if (calendar.rule() instanceof CalendarRule.MaxSlotsPerDay max) {
                return max.slots();
            } else if (calendar.rule() instanceof CalendarRule.MaxDaysPerWeek max) {
                return max.days();
            }
        } else if (constraint instanceof MinDaysBetween between) {
            return between.days();
        } else if (constraint instanceof Cumulative thing) {
            return thing.capacity();
        }
        return 0;
    }
}
